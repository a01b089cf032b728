import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGuide } from '../../src/ladder/create-guide.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import type { Ladder } from '../../src/ladder/ladder.ts';
import { act, createBrowser, openPage } from './guide-page.ts';

/* Ladders as sites may have them, and visitors who come once a week for half a year. */
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const weeks = 26;
const years = 4;

const ladders: readonly Ladder[] = [
  defineLadder({
    id: 'blog',
    goal: 'newsletter',
    rungs: [
      { ask: 'helpful', kind: 'reactions.react', when: { scroll: 0.7 } },
      { ask: 'topic', kind: 'poll.vote', segments: { code: 'Code' } },
      {
        ask: 'newsletter',
        kind: 'lead-gate.unlock',
        otherwise: { ask: 'follow', kind: 'follow-link.follow' },
      },
    ],
  }),
  defineLadder({
    id: 'shop',
    goal: 'review',
    rungs: [
      { ask: 'size', kind: 'poll.vote' },
      { ask: 'like', kind: 'reactions.react' },
      { ask: 'coupon', kind: 'lead-gate.unlock', when: { visits: 2 } },
      { ask: 'review', kind: 'review-form.submit', when: { page: '/orders/*' } },
    ],
  }),
  defineLadder({
    id: 'b2b',
    goal: 'quote',
    rungs: [
      { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
      { ask: 'article', kind: 'star-rating.rate', when: { scroll: 0.6 } },
      {
        ask: 'checklist',
        kind: 'lead-gate.unlock',
        when: { segment: 'trust' },
        otherwise: { ask: 'follow', kind: 'follow-link.follow' },
      },
      { ask: 'talk', kind: 'contact-dialog.submit', when: { visits: 2 } },
      { ask: 'quote', kind: 'step-form.submit', rest: { dismissed: '30d' } },
    ],
  }),
  defineLadder({
    id: 'podcast',
    goal: 'member',
    rungs: [
      { ask: 'rate', kind: 'star-rating.rate', when: { seconds: 60 } },
      { ask: 'follow', kind: 'follow-link.follow' },
      { ask: 'letter', kind: 'lead-gate.unlock', otherwise: { ask: 'like', kind: 'reactions.react' } },
      { ask: 'member', kind: 'step-form.submit', when: { visits: 3 } },
    ],
  }),
  defineLadder({
    id: 'course',
    goal: 'enrol',
    rungs: [
      { ask: 'level', kind: 'poll.vote', segments: { beginner: 'Beginner' } },
      { ask: 'sample', kind: 'lead-gate.unlock', when: { segment: 'beginner' } },
      { ask: 'call', kind: 'contact-dialog.submit', when: { device: 'desktop' } },
      { ask: 'enrol', kind: 'step-form.submit' },
    ],
  }),
];

type Answer = 'committed' | 'dismissed' | undefined;

/** What was asked in each week, and what became of it. */
function walk(
  ladder: Ladder,
  device: 'phone' | 'desktop',
  answer: (ask: string, noes: number) => Answer,
  count = weeks,
): readonly (readonly string[])[] {
  vi.useFakeTimers({ now: start });
  const browser = createBrowser();
  const noes: Record<string, number> = {};
  return Array.from({ length: count }, (_, week) => {
    vi.setSystemTime(start + week * 7 * day);
    browser.visit = week + 1;
    const guide = createGuide(ladder, openPage(browser).host);
    guide.sense({ path: week > 3 ? '/orders/7' : '/', device, seconds: 90, scroll: 1 });
    guide.offer({ key: 'spot', asks: undefined });
    guide.start();
    const asked: string[] = [];
    while (asked.length < 10) {
      const ask = guide.state().showings.get('spot')?.ask;
      if (!ask) break;
      asked.push(ask);
      act(guide, ask, 'seen');
      const said = answer(ask, noes[ask] ?? 0);
      if (!said) break;
      if (said === 'dismissed') noes[ask] = (noes[ask] ?? 0) + 1;
      vi.advanceTimersByTime(5_000);
      act(guide, ask, said, { choice: 'Trust' });
      guide.sense({});
    }
    return asked;
  });
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each(ladders.map((ladder) => [ladder.id, ladder] as const))('on the ladder %s', (_id, ladder) => {
  const small = ladder.rungs[0]?.ask;

  describe.each(['phone', 'desktop'] as const)('with a %s', (device) => {
    it.each<[string, (ask: string, noes: number) => Answer]>([
      ['who says yes to all', () => 'committed'],
      ['who says no once to each', (_ask, noes) => (noes ? 'committed' : 'dismissed')],
      ['who never says yes to the first ask', (ask) => (ask === small ? 'dismissed' : 'committed')],
    ])('a visitor %s comes to the goal, and is then left in peace', (_who, answer) => {
      const asked = walk(ladder, device, answer);
      const end = asked.findLastIndex((week) => week.includes(ladder.goal));
      expect(end).toBeGreaterThanOrEqual(0);
      expect(asked.slice(end + 1).flat()).toEqual([]);
    });

    it('a visitor who says no to all is not asked for the same within two weeks', () => {
      const asked = walk(ladder, device, () => 'dismissed');
      expect(asked.flat().length).toBeGreaterThan(3);
      asked.forEach((week, at) => {
        for (const ask of week) expect(asked[at + 1] ?? []).not.toContain(ask);
      });
    });

    it('a visitor who says no again and again is asked less and less, and about once a year for each ask in the end', () => {
      const asked = walk(ladder, device, () => 'dismissed', years * 52);
      const counts = Array.from(
        { length: years },
        (_, year) => asked.slice(year * 52, (year + 1) * 52).flat().length,
      );
      for (const [year, count] of counts.entries())
        expect(count).toBeLessThanOrEqual(counts[year - 1] ?? Infinity);
      expect(counts[0]).toBeGreaterThan(2 * (counts.at(-1) ?? 0));
      for (const ask of new Set(asked.flat()))
        expect(
          asked
            .slice(-52)
            .flat()
            .filter((one) => one === ask).length,
        ).toBeLessThanOrEqual(2);
    });

    it('a visitor who overlooks everything sees an ask in four visits, and is then spared of it', () => {
      const asked = walk(ladder, device, () => undefined);
      expect(asked.slice(0, 4).flat()).toEqual(Array(4).fill(small));
      expect(asked[4]).not.toContain(small);
    });
  });
});
