import { expect, it, vi } from 'vitest';
import { isUsable } from '../../src/ladder/check-ladder.ts';
import type { LadderDefinition } from '../../src/ladder/ladder-definition.ts';
import { findFault } from '../../src/ladder/ladder-faults.ts';

const whole = {
  id: 'whole',
  goal: 'quote',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust', price: ['Price', 7] } },
    { ask: 'article', kind: 'star-rating.rate', when: { scroll: 0.6 }, segments: { fan: () => true } },
    {
      ask: 'checklist',
      kind: 'lead-gate.unlock',
      grade: 2,
      when: { segment: 'trust', notSegment: ['price'], seconds: 10, page: ['/blog/*'], device: 'phone' },
      rest: { shown: '1d', dismissed: '2d', committed: 'forever' },
      showings: 2,
      otherwise: { ask: 'follow', kind: 'follow-link.follow', when: { segment: ['fan', 'trust'] } },
    },
    {
      ask: 'review',
      kind: 'review-form.submit',
      when: { visits: 2, answered: { hurdle: ['Trust'] }, moment: ['do', 'buy'], variant: { length: 'a' } },
      otherwise: [{ ask: 'share', kind: 'share-button.share' }],
    },
    { ask: 'quote', kind: 'step-form.submit', formerly: ['offer'], rest: { dismissed: '30d' } },
  ],
  cooldown: { shown: '10m', dismissed: '1h', committed: '0s' },
  remember: '/api/ladder',
};

/** What may stand where something else belongs. */
const strange: readonly unknown[] = [
  ...[undefined, null, true, Number.NaN, 0, 0.5, 1, 2, 3, 4, -1, Infinity, () => true],
  ...['', 'x', 'x'.repeat(61), '1d', '5', 'hurdle', 'article', 'trust', 'fan', 'buy', 'phone'],
  ...['poll.vote', 'star-rating.rate', 'review-form.submit', 'step-form.submit', 'loan.choose', 'toString'],
  ...[[], ['hurdle'], ['fan'], ['trust', 'fan'], [null], [''], {}, { hurdle: 1 }, { article: 5 }],
  ...[{ shown: '1d' }, { shown: 5 }, { segment: 'fan' }, { scroll: 1 }, { strange: 1 }],
  ...[{ ask: 'other', kind: 'poll.vote' }, [{ ask: 'other', kind: 'step-form.submit' }]],
];

/** Every definition that differs from another one in a single place, with where and how. */
function* mutants(given: object, where = ''): Generator<readonly [string, unknown]> {
  for (const [name, value] of [...Object.entries(given), ['strange', 1]]) {
    const put = (one: unknown) =>
      Array.isArray(given)
        ? given.map((old, at) => (name === `${at}` ? one : old))
        : { ...given, [String(name)]: one };
    for (const one of strange) yield [`${where}.${name} = ${JSON.stringify(one)}`, put(one)];
    if (value && typeof value === 'object')
      for (const [place, one] of mutants(value, `${where}.${name}`)) yield [place, put(one)];
  }
}

it('refuses in production what it refuses in development, and nothing else', () => {
  let [good, bad] = [0, 0];
  // What can be read and does nothing is used all the same, and told.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (const [place, mutant] of [['nothing', whole] as const, ...mutants(whole)]) {
    const fault = findFault(mutant as LadderDefinition);
    expect([place, isUsable(mutant as LadderDefinition)]).toEqual([place, !fault]);
    if (fault) bad += 1;
    else good += 1;
  }
  expect(good).toBeGreaterThan(300);
  expect(bad).toBeGreaterThan(2_000);
});
