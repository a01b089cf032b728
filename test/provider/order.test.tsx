// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { type CommitmentEvent, createCommitmentBus } from 'smallyes/events';
import { type CommitHandle, CommitmentProvider } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

const inOrder = ['a seen', 'a started', 'a committed', 'b seen', 'b started', 'b committed'];
const lines = (events: readonly CommitmentEvent[]) => events.map(({ ask, phase }) => `${ask.id} ${phase}`);

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('events that a callback causes', () => {
  it.each(['the ask’s own', 'the inner provider’s', 'the outer provider’s'])(
    'come after the one it hears, for everybody, when %s onCommit commits another ask',
    (whose) => {
      const inner: CommitmentEvent[] = [];
      const outer: CommitmentEvent[] = [];
      const published: CommitmentEvent[] = [];
      const { tracker, events: tracked } = createSpy();
      const bus = createCommitmentBus();
      bus.subscribe((event) => published.push(event));
      let second!: CommitHandle<'poll.vote'>;
      const causes = (who: string) => (event: CommitmentEvent) => {
        if (who === whose && event.ask.id === 'a') second.commit({ choice: 'Price' });
      };
      render(
        <CommitmentProvider
          trackers={[tracker]}
          bus={bus}
          onEvent={(event) => outer.push(event)}
          onCommit={causes('the outer provider’s')}
        >
          <CommitmentProvider
            onEvent={(event) => inner.push(event)}
            onCommit={causes('the inner provider’s')}
          >
            <Vote id="a" onCommit={causes('the ask’s own')} />
            <Vote
              id="b"
              handle={(handle) => {
                second = handle;
              }}
            />
          </CommitmentProvider>
        </CommitmentProvider>,
      );
      vote('a');
      vi.advanceTimersByTime(50);
      for (const heard of [inner, outer, published, tracked]) {
        expect(lines(heard)).toEqual(inOrder);
        const places = heard.map(({ seq }) => seq);
        expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
      }
    },
  );

  it('are returned to it at once', () => {
    const returned: (string | undefined)[] = [];
    let second!: CommitHandle<'poll.vote'>;
    render(
      <CommitmentProvider>
        <Vote id="a" onCommit={() => returned.push(second.commit({ choice: 'Price' })?.phase)} />
        <Vote
          id="b"
          handle={(handle) => {
            second = handle;
          }}
        />
      </CommitmentProvider>,
    );
    vote('a');
    expect(returned).toEqual(['committed']);
  });
});
