import { describe, expect, it } from 'vitest';
import { rungState, variantsIn, visitorsGrade } from '../../src/devtools/rung-state.ts';
import type { Ladder } from '../../src/ladder/ladder.ts';
import type { Rung } from '../../src/ladder/rung.ts';
import type { Decision, Explanation, RuleName, Weighed } from '../../src/ladder/situation.ts';

const quiet: Pick<Decision, 'queue' | 'waiting'> = { queue: [] };

/** An explanation in which these rules, and no others, do not hold. */
function explained(failing: readonly (RuleName | Weighed)[], isNext = failing.length === 0): Explanation {
  const rules = failing.map((one) => (typeof one === 'string' ? { rule: one, holds: false } : one));
  return { ask: 'checklist', isNext, rules: [{ rule: 'ladder', holds: true }, ...rules] };
}

describe('the state of a rung', () => {
  it.each([
    ['next, when all holds', explained([]), { name: 'next' }],
    ['done, whatever else holds it', explained(['answered', 'page']), { name: 'done', rule: 'answered' }],
    [
      'not applicable, when its place is elsewhere',
      explained(['cooldown', 'page']),
      { name: 'not applicable', rule: 'page' },
    ],
    ['waiting for scrolling', explained(['scroll']), { name: 'waiting', rule: 'scroll' }],
    ['held by the ask before it', explained(['order']), { name: 'held', rule: 'order' }],
  ])('is %s', (_, explanation, state) => {
    expect(rungState(explanation, quiet, undefined)).toMatchObject(state);
  });

  it('is resting until the last of its clocks ends', () => {
    const clocks: Weighed[] = [
      { rule: 'dismissed', holds: false, until: 2_000 },
      { rule: 'cooldown', holds: false, until: 1_000 },
    ];
    expect(rungState(explained(clocks), quiet, undefined)).toEqual({
      name: 'resting',
      rule: 'dismissed',
      until: 2_000,
    });
  });

  it('is resting without an end when one clock has none', () => {
    const clocks: Weighed[] = [
      { rule: 'dismissed', holds: false },
      { rule: 'cooldown', holds: false, until: 1_000 },
    ];
    expect(rungState(explained(clocks), quiet, undefined)).toEqual({ name: 'resting', rule: 'dismissed' });
  });

  it('is open, not next, while it stands on the page', () => {
    expect(rungState(explained([]), quiet, 'checklist')).toEqual({ name: 'open' });
    expect(rungState(explained([]), quiet, 'talk')).toEqual({ name: 'next' });
  });

  it('is queued when it would follow', () => {
    expect(rungState(explained(['order']), { queue: ['checklist'] }, undefined).name).toBe('queued');
  });
});

const rung = (ask: string, grade: 1 | 2 | 3, more: Partial<Rung> = {}): Rung => ({
  ...{ ask, grade, kind: 'poll.vote', when: {}, showings: 4, otherwise: [], segments: [], formerly: [] },
  rest: { shown: 0, dismissed: 0, committed: Infinity },
  ...more,
});
const ladder = {
  rungs: [
    rung('vote', 1, { formerly: ['old-vote'] }),
    rung('gate', 2, { otherwise: [rung('follow', 1, { when: { variant: { words: 'short' } } })] }),
    rung('quote', 3, { when: { variant: { words: ['long', 'short'], form: 'one' } } }),
  ],
} as unknown as Ladder;
const history = { since: 0, site: {}, exposed: {} };

describe('the grade of a visitor', () => {
  it('is that of the largest yes that stands, also of an alternative and under an earlier name', () => {
    expect(visitorsGrade(ladder, { ...history, asks: {} })).toBeUndefined();
    expect(visitorsGrade(ladder, { ...history, asks: { 'old-vote': { committed: 1 } } })).toBe(1);
    expect(
      visitorsGrade(ladder, { ...history, asks: { follow: { committed: 1 }, gate: { dismissed: 5 } } }),
    ).toBe(1);
    expect(
      visitorsGrade(ladder, { ...history, asks: { vote: { committed: 9 }, gate: { committed: 1 } } }),
    ).toBe(2);
  });

  it('goes down again with a yes that was taken back', () => {
    const asks = { vote: { committed: 1 }, gate: { committed: 5, withdrawn: 5 } };
    expect(visitorsGrade(ladder, { ...history, asks })).toBe(1);
  });
});

it('the experiments of a ladder are those that its conditions name, alternatives too', () => {
  expect(variantsIn(ladder)).toEqual({ words: ['short', 'long'], form: ['one'] });
});
