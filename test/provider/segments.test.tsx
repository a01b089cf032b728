// @vitest-environment jsdom
import { act, render, renderHook } from '@testing-library/react';
import { CommitmentProvider, useSegments } from 'smallyes/provider';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { useHub } from '../../src/provider/context.ts';
import { createMemory } from '../../src/provider/memory.ts';
import { createVisit } from '../../src/provider/visit.ts';
import { Vote, vote } from './asks.tsx';

/** A page load: a new visit over the storage that is there. */
function load() {
  const memory = createMemory();
  memory.follow('granted');
  return { visit: createVisit(memory) };
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describe('segments', () => {
  it('are written by answers, each once at its latest place, the last 20, 60 characters each', () => {
    const { visit } = load();
    for (const segment of ['a', 'b', 'a']) visit.setSegments([segment]);
    expect(visit.segments()).toEqual(['b', 'a']);
    visit.setSegments(['x'.repeat(100)]);
    expect(visit.segments().at(-1)).toBe('x'.repeat(60));
    for (let i = 0; i < 30; i++) visit.setSegments([`s${i}`]);
    expect(visit.segments()).toEqual(Array.from({ length: 20 }, (_, i) => `s${i + 10}`));
    expect(load().visit.segments()).toEqual(visit.segments());
  });

  it('reach whoever renders them, and the events', () => {
    const recorder = createRecorder();
    const { result } = renderHook(() => ({ segments: useSegments(), hub: useHub() }), {
      wrapper: ({ children }) => (
        <recorder.Provider>
          {children}
          <Vote />
        </recorder.Provider>
      ),
    });
    expect(result.current.segments).toEqual([]);
    act(() => result.current.hub.site.visit.setSegments(['hurdle:price']));
    expect(result.current.segments).toEqual(['hurdle:price']);
    vote();
    expect(recorder.commitments[0]?.visitor?.segments).toEqual(['hurdle:price']);
  });

  it('cause no render when an event passes', () => {
    load().visit.setSegments(['a']);
    const renders = vi.fn();
    function Show() {
      renders(useSegments());
      return null;
    }
    render(
      <CommitmentProvider>
        <Show />
        <Vote />
      </CommitmentProvider>,
    );
    const before = renders.mock.calls.length;
    expect(renders).toHaveBeenLastCalledWith(['a']);
    act(() => vote());
    expect(renders.mock.calls.length).toBe(before);
  });

  it('that an earlier visit left appear as soon as they may be read', () => {
    load().visit.setSegments(['hurdle:trust']);
    const seen: (readonly string[])[] = [];
    function Show() {
      seen.push(useSegments());
      return null;
    }
    const tree = (functional: boolean | null) => (
      <CommitmentProvider consent={{ functional }}>
        <Show />
      </CommitmentProvider>
    );
    const { rerender } = render(tree(null));
    expect(seen.at(-1)).toEqual([]);
    rerender(tree(true));
    expect(seen.at(-1)).toEqual(['hurdle:trust']);
  });

  it('begin no visit by being read', () => {
    renderHook(() => useSegments(), { wrapper: CommitmentProvider });
    expect(localStorage).toHaveLength(0);
  });
});
