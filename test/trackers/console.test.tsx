// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { CommitmentProvider } from 'smallyes/provider';
import { commitmentFixture } from 'smallyes/testing';
import { consoleTracker } from 'smallyes/trackers/console';
import { describe, expect, it, vi } from 'vitest';
import { Vote, vote } from '../provider/asks.tsx';
import { createSpy } from '../provider/spy.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

describe('consoleTracker', () => {
  it('writes one readable line for each event, with the event beside it', () => {
    const log = vi.fn();
    const tracker = consoleTracker({ log });
    const events = [
      commitmentFixture('poll.vote', { phase: 'seen' }),
      commitmentFixture('lead-gate.unlock'),
      commitmentFixture('checkout.purchase'),
    ];
    for (const event of events) tracker.track(event);
    expect(log.mock.calls).toEqual([
      ['poll.vote seen (weak) biggest-hurdle {}', events[0]],
      ['lead-gate.unlock committed (medium) checklist {"fields":["email"]}', events[1]],
      ['checkout.purchase committed (strong) checkout {"order":"A-1042"}', events[2]],
    ]);
  });

  it('writes to the console unless told otherwise', () => {
    expectConsole('log', 'poll.vote committed (weak) biggest-hurdle {"choice":"Trust"}');
    consoleTracker().track(commitmentFixture('poll.vote'));
    expect(consoleOutput()).toHaveLength(1);
  });

  it.each([
    ['no word at all', undefined, true],
    ['a yes to analytics', { analytics: true }, true],
    ['a yes to something else', { functional: true, advertising: true }, false],
    ['a no', { analytics: false }, false],
  ])('after %s prints what a tracker for analytics gets', (_, consent, isGranted) => {
    const log = vi.fn();
    const real = createSpy();
    const trackers = [consoleTracker({ log }), real.tracker];
    const given = consent && { consent };
    const page = render(
      <CommitmentProvider {...given} trackers={trackers}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    page.unmount();
    expect(log.mock.calls.map(([, event]) => event)).toEqual(real.events);
    expect(log).toHaveBeenCalledTimes(isGranted ? 3 : 0);
  });

  it('stands in for a tracker of another purpose', () => {
    const log = vi.fn();
    const trackers = [consoleTracker({ log, purpose: 'advertising' })];
    const page = render(
      <CommitmentProvider consent={{ analytics: true, advertising: false }} trackers={trackers}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    page.unmount();
    expect(log).not.toHaveBeenCalled();
  });

  it('takes a name, so that two may stand side by side', () => {
    expect(consoleTracker().name).toBe('console');
    expect(consoleTracker({ name: 'mine' }).name).toBe('mine');
  });
});
