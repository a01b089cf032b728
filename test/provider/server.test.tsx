import { renderToString } from 'react-dom/server';
import { createCommitmentBus } from 'smallyes/events';
import { CommitmentProvider, useCommit, useCommitments, usePageView, useSegments } from 'smallyes/provider';
import { describe, expect, it, vi } from 'vitest';

/** Everything that a server lacks, or that must not decide what it renders. */
const forbidden = [
  'window',
  'document',
  'location',
  'localStorage',
  'navigator',
  'IntersectionObserver',
  'crypto',
];

function Everything() {
  const { ref } = useCommit('poll.vote', { id: 'hurdle' });
  const { recent } = useCommitments();
  usePageView('/');
  return <p ref={ref}>{`${recent().length} ${useSegments().join()}`}</p>;
}

const page = (
  <CommitmentProvider
    trackers={[{ name: 'spy', track: () => expect.unreachable('no event on the server') }]}
    bus={createCommitmentBus()}
    consent={{ functional: true }}
    onEvent={() => expect.unreachable('no event on the server')}
    locale="de"
  >
    <Everything />
    <CommitmentProvider>
      <Everything />
    </CommitmentProvider>
  </CommitmentProvider>
);

describe('the provider on a server', () => {
  it('renders its children and nothing else, and touches neither page, storage, clock nor chance', () => {
    const before = new Map(
      forbidden.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
    );
    const touched: string[] = [];
    for (const name of forbidden)
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get() {
          touched.push(name);
          return undefined;
        },
      });
    const now = vi.spyOn(Date, 'now');
    const random = vi.spyOn(Math, 'random');
    try {
      expect(renderToString(page)).toBe('<p>0 </p><p>0 </p>');
      // React's own server renderer reads the clock of the machine; ours must not add to it.
      const reads = now.mock.calls.length;
      renderToString(<p />);
      expect(now.mock.calls.length - reads).toBe(reads);
      expect(random).not.toHaveBeenCalled();
      expect(touched).toEqual([]);
    } finally {
      for (const [name, descriptor] of before)
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
    }
  });

  it('renders the same twice, and with asks that have no provider', () => {
    expect(renderToString(page)).toBe(renderToString(page));
    expect(renderToString(<Everything />)).toBe('<p>0 </p>');
  });
});
