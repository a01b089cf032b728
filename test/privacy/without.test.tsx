// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { CommitmentEvent } from 'smallyes/events';
import { type EventPart, without } from 'smallyes/privacy';
import { CommitmentProvider } from 'smallyes/provider';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { Vote, vote } from '../provider/asks.tsx';
import { createSpy } from '../provider/spy.ts';

const freeze = <T,>(value: T): T => {
  if (typeof value === 'object' && value)
    for (const inner of Object.values(Object.freeze(value))) freeze(inner);
  return value;
};
const event: CommitmentEvent = freeze({
  ...commitmentFixture('lead-gate.unlock'),
  ask: { id: 'guide', placement: 'end', moment: 'know' },
  page: { path: '/u/12', viewId: 'v', referrerHost: 'search.example' },
  session: { id: 's', n: 2, campaign: { first: { utm_source: 'a' }, last: { utm_source: 'b' } } },
  visitor: { id: 'v', isNew: false, segments: ['shop'] },
  exchange: { give: ['email'], get: ['guide'] },
  value: { amount: 3, currency: 'EUR' },
  ladder: { id: 'l', rung: 1, of: 3 },
  experiments: { headline: 'b' },
});

describe('without', () => {
  it.each<[EventPart, (copy: CommitmentEvent) => unknown, unknown]>([
    ['visitor', (copy) => copy.visitor, undefined],
    ['campaign', (copy) => copy.session, { id: 's', n: 2 }],
    ['path', (copy) => copy.page, { ...event.page, path: '/' }],
    ['referrer', (copy) => copy.page, { path: '/u/12', viewId: 'v' }],
    ['data', (copy) => copy.data, {}],
    ['value', (copy) => copy.value, undefined],
    ['exchange', (copy) => copy.exchange, undefined],
    ['ladder', (copy) => copy.ladder, undefined],
    ['experiments', (copy) => copy.experiments, undefined],
    ['placement', (copy) => copy.ask, { id: 'guide', moment: 'know' }],
  ])('takes out %s, and nothing else', (part, read, rest) => {
    const copy = without(part)(event);
    expect(read(copy)).toEqual(rest);
    const back = { ...copy, [part]: event[part as 'value'], ask: event.ask, page: event.page };
    expect({ ...back, session: event.session, data: event.data }).toEqual(
      part in event ? event : { ...event, [part]: undefined },
    );
    expect(Object.isFrozen(copy) && Object.isFrozen(copy.page)).toBe(true);
  });

  it.each<[string, unknown[]]>([
    ['a part that is misspelt', ['visitors']],
    ['a list', [['visitor']]],
    ['nothing', [undefined]],
    ['a name of every object', ['constructor']],
    ['one right and one wrong', ['path', 'Visitor']],
  ])('throws SY-1055 at once for %s: what it cannot take out would go out', (_, parts) => {
    expect(() => without(...(parts as EventPart[]))).toThrow(/SY-1055 without\(\) was given/);
  });

  it('takes out several at once, also two of one part', () => {
    const copy = without('path', 'referrer', 'visitor')(event);
    expect(copy.page).toEqual({ path: '/', viewId: 'v' });
    expect('visitor' in copy).toBe(false);
    expect(event.page.path).toBe('/u/12');
  });

  it('is a redact of the provider, and fits inside one of your own', async () => {
    const { tracker, events } = createSpy();
    const hide = without('data', 'path');
    render(
      <CommitmentProvider
        trackers={[tracker]}
        redact={(event) => (event.phase === 'committed' ? hide(event) : null)}
      >
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({ kind: 'poll.vote', data: {}, page: { path: '/' } });
  });
});
