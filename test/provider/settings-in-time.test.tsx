// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { type UseCommitOptions, useCommit } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';

const whole = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;

/** Commits as early as an ask can: before the effects of its provider run. */
function Eager(props: Partial<UseCommitOptions<'poll.vote'>>) {
  const { commit } = useCommit('poll.vote', { id: 'eager', ...props });
  useLayoutEffect(() => void commit({ choice: 'Trust' }), [commit]);
  return null;
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describe('the settings of a provider', () => {
  it('hold for an ask that commits in its first layout effect', () => {
    const recorder = createRecorder();
    const own = vi.fn();
    render(
      <recorder.Provider consent={{ analytics: false, functional: false }}>
        <Eager onCommit={own} />
      </recorder.Provider>,
    );
    expectEvents(recorder, whole);
    expect(own).toHaveBeenCalledExactlyOnceWith(recorder.commitments[0]);
    for (const { consent } of recorder.events)
      expect(consent).toEqual({ analytics: 'denied', advertising: 'unknown', functional: 'denied' });
    expect(localStorage).toHaveLength(0);
  });

  it('keep such an ask silent when it is switched off', () => {
    const recorder = createRecorder();
    const own = vi.fn();
    render(
      <recorder.Provider disabled>
        <Eager onEvent={own} />
      </recorder.Provider>,
    );
    expect(own).not.toHaveBeenCalled();
    expectEvents(recorder, []);
  });

  it('are the new ones for an ask that comes in the same render', () => {
    const recorder = createRecorder();
    const tree = (analytics: boolean, id: string) => (
      <recorder.Provider consent={{ analytics }}>
        <Eager key={id} id={id} />
      </recorder.Provider>
    );
    const { rerender } = render(tree(true, 'a'));
    rerender(tree(false, 'b'));
    expect(recorder.commitments.map(({ ask, consent }) => `${ask.id} ${consent.analytics}`)).toEqual([
      'a granted',
      'b denied',
    ]);
  });
});
