import { commitmentFixture } from 'smallyes/testing';
import { consoleTracker } from 'smallyes/trackers/console';
import { describe, expect, it, vi } from 'vitest';
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

  it('needs no consent for analytics: it tells nobody but the visitor’s own console', () => {
    expect(consoleTracker()).toMatchObject({ name: 'console', purpose: 'functional' });
    expect(consoleTracker({ name: 'mine' }).name).toBe('mine');
  });
});
