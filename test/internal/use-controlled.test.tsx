// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useControlled } from '../../src/internal/use-controlled.ts';

const mount = (value?: string, onChange?: (value: string, reason: string) => void) =>
  renderHook((given: string | undefined) => useControlled<string, [string]>(given, 'first', onChange), {
    initialProps: value,
  });

describe('useControlled', () => {
  it('keeps the value itself when it is left to the component, and tells the consumer', () => {
    const onChange = vi.fn();
    const { result } = mount(undefined, onChange);
    expect(result.current[0]).toBe('first');
    act(() => result.current[1]('second', 'pointer'));
    expect(result.current[0]).toBe('second');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('second', 'pointer');
  });

  it('shows what the consumer says, and only asks for a change', () => {
    const onChange = vi.fn();
    const { result, rerender } = mount('a', onChange);
    act(() => result.current[1]('b', 'keyboard'));
    expect(result.current[0]).toBe('a');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('b', 'keyboard');
    rerender('b');
    expect(result.current[0]).toBe('b');
  });

  it('keeps the value, and goes on, where the consumer fails', () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    try {
      const error = new Error('mine');
      const { result } = mount(undefined, () => {
        throw error;
      });
      act(() => result.current[1]('second', 'pointer'));
      expect(result.current[0]).toBe('second');
      expect(reported).toHaveBeenCalledExactlyOnceWith(error);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('tells of no change where there is none', () => {
    const onChange = vi.fn();
    const { result } = mount('a', onChange);
    act(() => result.current[1]('a', 'pointer'));
    expect(onChange).not.toHaveBeenCalled();
  });
});
