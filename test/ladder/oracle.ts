import type { RuleName, Situation } from '../../src/ladder/index.ts';
import type { Ladder, LadderDraft } from '../../src/ladder/ladder.ts';
import type { Rung } from '../../src/ladder/rung.ts';

/** One event as it came. Later events have later times. */
export interface Logged {
  readonly draft: LadderDraft;
  readonly time: number;
  readonly visit: number;
}

const day = 86_400_000;

interface Facts {
  readonly rung: Rung;
  readonly row: number;
  readonly isAlternative: boolean;
  readonly events: readonly Logged[];
  readonly fails: Set<RuleName>;
}

/**
 * What the ladder has to decide, told from the whole log of events by the rules as they are written in the guide: slow, and
 * on purpose in other steps than the kit's own code.
 */
export function askOracle(ladder: Ladder, log: readonly Logged[], situation: Situation) {
  const { now, visit } = situation;
  const named = (rung: Rung, ask: string) => rung.ask === ask || rung.formerly.includes(ask);
  const asks: Facts[] = [];
  for (const [row, rung] of ladder.rungs.entries())
    for (const one of [rung, ...rung.otherwise])
      asks.push({
        rung: one,
        row,
        isAlternative: one !== rung,
        events: log.filter(({ draft }) => named(one, draft.ask.id)),
        fails: new Set(),
      });

  const lastOf = (facts: Facts, phase: string) =>
    facts.events.findLast(
      ({ draft }) =>
        draft.phase === phase &&
        (phase === 'seen' || phase === 'dismissed' || draft.kind === facts.rung.kind),
    );
  /** The yes that was not taken back, whatever its rest. */
  const yesOf = (facts: Facts) => {
    const yes = lastOf(facts, 'committed');
    const back = lastOf(facts, 'withdrawn');
    return yes && !(back && log.indexOf(back) > log.indexOf(yes)) ? yes : undefined;
  };
  const stands = (facts: Facts) => {
    const yes = yesOf(facts);
    return !!yes && now < yes.time + facts.rung.rest.committed;
  };
  const seenNow = (facts: Facts) => lastOf(facts, 'seen')?.visit === visit;
  /** Noes since the last yes, among the events before `end`: one that comes while the ask rests is no further one. */
  const noesOf = (facts: Facts, end = facts.events.length) => {
    let noes = 0;
    let restsUntil = 0;
    for (const { draft, time } of facts.events.slice(0, end)) {
      if (draft.phase === 'committed' && draft.kind === facts.rung.kind) noes = 0;
      if (draft.phase !== 'dismissed') continue;
      if (noes === 0 || time >= restsUntil) noes += 1;
      restsUntil = time + lengthOfRest(facts, noes);
    }
    return noes;
  };
  const lengthOfRest = ({ rung }: Facts, noes: number) => {
    let length = rung.rest.dismissed;
    for (let no = 2; no <= noes; no++) if (length < 365 * day) length = Math.min(length * 2, 365 * day);
    return length;
  };
  const restsAfterNo = (facts: Facts) => {
    const no = lastOf(facts, 'dismissed');
    return !!no && now < no.time + lengthOfRest(facts, noesOf(facts));
  };
  const restsAfterShowing = (facts: Facts) => {
    const seen = lastOf(facts, 'seen');
    return !!seen && !seenNow(facts) && now < seen.time + facts.rung.rest.shown;
  };
  /** Visits in which it was seen since the last answer, beginning anew after each rest that they earned. */
  const countVisits = (facts: Facts) => {
    let count = 0;
    let lastSeen: Logged | undefined;
    for (const [at, event] of facts.events.entries()) {
      const { phase, kind } = event.draft;
      if (phase === 'dismissed' || (phase === 'committed' && kind === facts.rung.kind)) count = 0;
      if (phase !== 'seen') continue;
      if (lastSeen?.visit !== event.visit) {
        const isFull = count >= facts.rung.showings;
        const rest = lengthOfRest(facts, noesOf(facts, at));
        if (isFull && lastSeen && event.time >= lastSeen.time + rest) count = 0;
        count += 1;
      }
      lastSeen = event;
    }
    return count;
  };
  const restsAfterShowings = (facts: Facts) => {
    const seen = lastOf(facts, 'seen');
    const isFull = countVisits(facts) >= facts.rung.showings;
    const rest = lengthOfRest(facts, noesOf(facts));
    return !!seen && isFull && !seenNow(facts) && now < seen.time + rest;
  };

  const list = (value: unknown) => (Array.isArray(value) ? value : [value]);
  const answersOf = (ask: string) => {
    const facts = asks.find(({ rung }) => named(rung, ask));
    const yes = facts && yesOf(facts);
    if (!yes) return [];
    const data = yes.draft.data as Record<string, unknown>;
    return list(data['choice'] ?? data['choices'] ?? data['value'] ?? []).map(String);
  };
  const placeFails = ({ rung }: Facts, { moment, offered } = situation): RuleName[] => {
    const { when } = rung;
    const failing: RuleName[] = [];
    const isIn = (name: string) => situation.segments.includes(name);
    if (when.segment !== undefined && !list(when.segment).some(isIn)) failing.push('segment');
    else if (when.notSegment !== undefined && list(when.notSegment).some(isIn)) failing.push('segment');
    if (when.moment !== undefined && !list(when.moment).includes(moment)) failing.push('moment');
    for (const [ask, wanted] of Object.entries(when.answered ?? {}))
      if (!answersOf(ask).some((one) => list(wanted).map(String).includes(one))) failing.push('answer');
    for (const [experiment, wanted] of Object.entries(when.variant ?? {}))
      if (!list(wanted).includes(situation.variants?.[experiment])) failing.push('variant');
    if (when.page !== undefined) {
      const { path } = situation;
      const fits = list(when.page).some((pattern: string) =>
        new RegExp(`^${pattern.replaceAll('/', '\\/').replaceAll('*', '.*')}$`).test(path ?? '\n'),
      );
      if (path === undefined || !fits) failing.push('page');
    }
    if (when.device !== undefined && situation.device !== when.device) failing.push('device');
    if (when.visits !== undefined && visit < when.visits) failing.push('visits');
    if (offered && !offered.includes(rung.ask)) failing.push('offered');
    return failing;
  };

  /** It could be asked in one of the spots of the page. */
  const isPlaced = (facts: Facts) =>
    (situation.spots ?? [situation]).some(
      (spot) => placeFails(facts, { ...situation, ...spot }).length === 0,
    );

  const mains = asks.filter(({ isAlternative }) => !isAlternative);
  const standing = asks.filter(stands);
  const highest = Math.max(-1, ...standing.map(({ row }) => row));
  const reached = Math.max(0, ...standing.map(({ rung }) => rung.grade));
  const rests = (facts: Facts) =>
    restsAfterNo(facts) || restsAfterShowing(facts) || restsAfterShowings(facts);
  const isOpen = (facts: Facts) => !stands(facts) && !rests(facts) && isPlaced(facts);
  const restsForGood = (facts: Facts) =>
    (facts.rung.rest.dismissed === Infinity && (restsAfterNo(facts) || restsAfterShowings(facts))) ||
    (facts.rung.rest.shown === Infinity && restsAfterShowing(facts));
  const lastAct = log.findLast(
    ({ draft }) => draft.phase === 'committed' || draft.phase === 'dismissed',
  )?.draft;

  const goal = mains.find(({ rung }) => rung.ask === ladder.goal);
  const isDone = !!goal && stands(goal);
  for (const facts of asks) {
    const { rung, row, fails } = facts;
    if (isDone) fails.add('goal');
    if (stands(facts)) fails.add('answered');
    if (row < highest && mains.some((one) => one.row > highest && isOpen(one))) fails.add('climb');
    const isHeld = mains.some(
      (one) =>
        one.row < row &&
        isPlaced(one) &&
        !stands(one) &&
        one.rung.grade > reached &&
        one.rung.grade < rung.grade &&
        noesOf(one) < 2 &&
        !restsAfterShowings(one) &&
        !restsForGood(one),
    );
    if (isHeld) fails.add('step');
    if (situation.isReply && lastAct?.phase === 'dismissed') {
      const refused = asks.find((one) => named(one.rung, lastAct.ask.id));
      const isAlternative = refused && facts.isAlternative && row === refused.row && facts !== refused;
      const isLower = refused && row < refused.row;
      if (!(refused && rung.grade <= refused.rung.grade && (isAlternative || isLower))) fails.add('refusal');
    }
    if (restsAfterNo(facts)) fails.add('dismissed');
    if (restsAfterShowing(facts)) fails.add('shown');
    if (restsAfterShowings(facts)) fails.add('showings');
    if (!situation.isReply && situation.current !== rung.ask)
      for (const [phase, rest] of [
        ['seen', ladder.cooldown.shown],
        ['dismissed', ladder.cooldown.dismissed],
        ['committed', ladder.cooldown.committed],
      ] as const) {
        const last = log.findLast(({ draft }) => draft.phase === phase);
        const isOwnShowing = phase === 'seen' && last && named(rung, last.draft.ask.id);
        if (last && !isOwnShowing && now < last.time + rest) fails.add('cooldown');
      }
    for (const rule of placeFails(facts)) fails.add(rule);
    if (situation.passed?.includes(rung.ask)) fails.add('passed');
    if (rung.when.seconds !== undefined && !((situation.seconds ?? -1) >= rung.when.seconds))
      fails.add('seconds');
    if (rung.when.scroll !== undefined && !((situation.scroll ?? -1) >= rung.when.scroll))
      fails.add('scroll');
    const main = mains[row];
    if (facts.isAlternative && main && !(restsAfterNo(main) && !stands(main))) fails.add('alternative');
  }

  const ready = asks.filter(({ fails }) => fails.size === 0);
  // From then on what waits holds nobody.
  const isOverdue = situation.seconds !== undefined && situation.seconds >= 30;
  const waiting = asks.filter(
    ({ fails }) =>
      !isOverdue && fails.size > 0 && [...fails].every((rule) => rule === 'seconds' || rule === 'scroll'),
  );
  const first = asks.find((one) => ready.includes(one) || waiting.includes(one));
  const firstWaiting = asks.findIndex((one) => waiting.includes(one));
  for (const facts of asks) {
    if (first && asks.indexOf(facts) > asks.indexOf(first)) facts.fails.add('order');
    if (situation.current !== undefined && situation.current !== facts.rung.ask)
      facts.fails.add('one-at-a-time');
  }
  const next = asks.find(({ fails }) => fails.size === 0);
  const names = (some: readonly Facts[]) => some.map(({ rung }) => rung.ask);
  return {
    next: next?.rung.ask,
    rung: next && next.row + 1,
    queue: names(ready).filter(
      (ask) =>
        ask !== next?.rung.ask &&
        ask !== situation.current &&
        (firstWaiting < 0 || asks.findIndex(({ rung }) => rung.ask === ask) < firstWaiting),
    ),
    waiting:
      first && waiting.includes(first) && [undefined, first.rung.ask].includes(situation.current)
        ? first.rung.ask
        : undefined,
    isDone,
    fails: new Map(asks.map(({ rung, fails }) => [rung.ask, fails])),
    /** The rungs that could be taken here and now, but for seconds and scrolling. */
    open: names(mains.filter(isOpen)),
    highest,
  };
}
