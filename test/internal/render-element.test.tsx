// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { type ReactElement, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { type AnyProps, type RenderProp, renderElement } from '../../src/internal/render-element.tsx';

interface PartProps extends AnyProps {
  render?: RenderProp<{ open: boolean }>;
  own?: AnyProps;
}

function Part({ render: renderProp, own = {}, ...rest }: PartProps): ReactElement {
  return renderElement('button', renderProp, { open: true }, { type: 'button', ...own }, rest);
}

describe('renderElement', () => {
  it('renders its own element with both sets of props, the consumer’s winning', () => {
    render(<Part own={{ title: 'ours', 'data-open': '' }} title="theirs" data-spot="a" />);
    const button = screen.getByRole('button');
    expect(button).toMatchObject({ title: 'theirs', type: 'button' });
    expect({ ...button.dataset }).toEqual({ open: '', spot: 'a' });
  });

  it('keeps ours where the consumer passes undefined', () => {
    render(<Part own={{ title: 'ours' }} title={undefined} />);
    expect(screen.getByRole('button').title).toBe('ours');
  });

  it('joins classes and merges styles', () => {
    render(
      <Part
        own={{ className: 'sy-a', style: { color: 'red', top: 0 } }}
        className="b"
        style={{ color: 'blue' }}
      />,
    );
    const { className, style } = screen.getByRole('button');
    expect(className).toBe('sy-a b');
    expect([style.color, style.top]).toEqual(['blue', '0px']);
  });

  it('runs the consumer’s handler first, and ours unless it was vetoed', () => {
    const calls: string[] = [];
    const own = { onClick: () => calls.push('ours') };
    const { rerender } = render(<Part own={own} onClick={() => calls.push('theirs')} />);
    fireEvent.click(screen.getByRole('button'));
    expect(calls).toEqual(['theirs', 'ours']);
    rerender(
      <Part
        own={own}
        onClick={(event: Event) => {
          calls.push('veto');
          event.preventDefault();
        }}
      />,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(calls.slice(2)).toEqual(['veto']);
  });

  it('merges into a given element, whose own props win', () => {
    const onClick = vi.fn();
    render(
      <Part
        own={{ className: 'sy-a', onClick }}
        className="b"
        render={<a href="/x" className="c" title="theirs" />}
      >
        Go
      </Part>,
    );
    const link = screen.getByRole('link', { name: 'Go' });
    expect(link.className).toBe('sy-a b c');
    expect(link.title).toBe('theirs');
    fireEvent.click(link);
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('hands props and state to a given function', () => {
    render(
      <Part
        own={{ className: 'sy-a' }}
        render={(props, { open }) => <em {...props}>{open ? 'open' : 'closed'}</em>}
      />,
    );
    expect(screen.getByText('open').className).toBe('sy-a');
  });

  it('serves all refs once, over renders, and cleans each up once', () => {
    const calls: string[] = [];
    const ours = (element: unknown) => void calls.push(element ? 'ours' : 'ours gone');
    const theirs = () => {
      calls.push('theirs');
      return () => void calls.push('theirs gone');
    };
    const object: { current: unknown } = { current: null };
    let again = () => {};
    function Page() {
      const [count, setCount] = useState(0);
      again = () => setCount(count + 1);
      return (
        <Part
          own={{ ref: ours, title: String(count) }}
          ref={theirs}
          render={<i ref={object as never}>x</i>}
        />
      );
    }
    const { unmount, rerender } = render(<Page />);
    expect(calls).toEqual(['ours', 'theirs']);
    expect(object.current).toBe(screen.getByText('x'));
    act(() => again());
    rerender(<Page />);
    expect(calls).toHaveLength(2);
    unmount();
    expect(calls).toEqual(['ours', 'theirs', 'ours gone', 'theirs gone']);
    expect(object.current).toBeNull();
  });
});
