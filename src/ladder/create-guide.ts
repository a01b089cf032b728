import { tell } from '../internal/messages.ts';
import { decide, explain } from './decide.ts';
import type { GuideHost, GuideState, Senses, Showing } from './guide.ts';
import { createNotes } from './guide-notes.ts';
import { emptyHistory } from './history.ts';
import type { Guide, Ladder, LadderDraft, Remembered } from './ladder.ts';
import { note, rungNumber, rungOf, segmentsOf } from './recall.ts';
import type { Situation } from './situation.ts';
import { canShow, closeAnswered, fillSpots, groupSpots, isReply, placeOf, type Spot } from './spots.ts';
import { visitNumber } from './visit-number.ts';

/** How long a success view may take to come with a spot of its own, before the next ask goes elsewhere on the page. */
const settling = 300;
/** Of how many spots it is known what stood there once they have gone: a feed brings and takes away spots without end. */
const mostKnown = 99;

const isAnswer = ({ phase }: LadderDraft) => phase === 'committed' || phase === 'dismissed';

/** Makes the guide of one page. Touches neither memory nor clock before it has started. */
export function createGuide(ladder: Ladder, host: GuideHost): Guide {
  const notes = createNotes(ladder, host.memory);
  const spots = new Map<string, Spot>();
  const listeners = new Set<() => void>();
  let senses: Senses = {};
  let variants: Readonly<Record<string, string>> = {};
  let offset = 0;
  let sessions = 0;
  let settled = 0;
  let pending: Remembered | undefined;
  let isStarted = false;
  let isBusy = false;
  let isStale = false;
  /** Counts the moments in which spots came or went. */
  let moment = 1;
  /** What comes after the latest event, until anything changes. */
  let follower: { key?: string; until?: number | undefined; next?: string | undefined } = {};
  let wake: number | undefined;
  let print = '';
  let state: GuideState = {
    showings: new Map(),
    decision: { queue: [], isDone: false },
    history: notes.history(),
    view: 0,
  };

  /** The spots where the open ask can be. */
  const free = () => [...spots.values()].filter(({ isPassed }) => !isPassed);
  const now = () => Date.now() + offset;
  const visit = () => visitNumber(notes.history(), sessions, now());
  const experiments = () => ({ ...notes.history().exposed, ...variants });
  const situationOf = (group?: readonly Spot[]): Situation => ({
    ...senses,
    now: now(),
    visit: visit(),
    segments: [...new Set([...host.visit.segments(), ...segmentsOf(notes.history())])],
    variants: experiments(),
    ...(group && placeOf(group)),
    isReply: group?.some(isReply),
    // What was left behind is still to be answered before anything larger.
    spots: group && groupSpots(spots.values()).map(placeOf),
    passed: [...spots.values()].flatMap(({ ask, isPassed }) => (isPassed && ask) || []),
    current: free().find(({ ask }) => ask)?.ask,
  });

  /** Draws what follows from what has changed: at once where somebody looks, else when somebody asks. */
  const update = (coming?: number) => {
    isStale = isStarted;
    follower = {};
    if (spots.size + listeners.size) refresh(coming);
  };
  const refresh = (coming?: number) => {
    if (!isStale) return;
    isStale = false;
    notes.load();
    const history = notes.history();
    // A clock that is set back makes no wait longer.
    settled = Math.min(settled, now() + settling);
    const { decision, wake: next } = fillSpots(free(), ladder, history, situationOf, settled, coming);
    wake = next;
    const showings = new Map<string, Showing>();
    // A spot that has gone may be out of sight alone (`Activity`, `Suspense`): what stood there still stands.
    for (const [key, one] of [...state.showings].slice(-mostKnown))
      if (one.ask ?? one.answered) showings.set(key, { ...one, isPassed: true });
    for (const [key, { ask, answered, isPassed }] of spots) showings.set(key, { ask, answered, isPassed });
    const text = JSON.stringify([...showings, decision, state.view]);
    if (text === print && history === state.history) return;
    print = text;
    state = { ...state, showings, decision, history };
    for (const listener of [...listeners]) listener();
  };

  /**
   * The same where spots come or go. A page brings them one by one: until all of a moment are there, what has come with one of
   * them may still go to another that comes before it.
   */
  const move = () => {
    for (const spot of spots.values()) if (spot.moment === moment) spot.ask = undefined;
    update(moment);
    Promise.resolve().then(() => moment++);
  };

  /** Changes the history, and draws what follows from it. */
  const change = (act: (time: number) => void, isHere = false) => {
    if (isBusy || !ladder.rungs.length) return;
    // The visit tells of what is done to it here, too.
    isBusy = true;
    listen();
    const counted = sessions;
    sessions = host.visit.session().n;
    notes.load();
    const before = notes.history();
    if (pending) notes.join(pending.notes[ladder.id], now());
    pending = undefined;
    act(now());
    const after = notes.history();
    // Most events are steps on the way, and change nothing.
    const isSame = isHere && isStarted && after === before && sessions === counted;
    if (!isSame) {
      if (!isStarted) state = { ...state, view: 1 };
      isStarted = true;
      closeAnswered(ladder, [...spots.values()], before, after, isHere);
      if (after.since !== before.since) clear();
      const [was, is, known] = [segmentsOf(before), segmentsOf(after), host.visit.segments()];
      const come = is.filter((one) => !was.includes(one));
      const gone = was.filter((one) => !is.includes(one) && known.includes(one));
      if (come.length + gone.length) host.visit.setSegments(come, gone);
    }
    isBusy = false;
    if (!isSame) update();
  };
  /** Listens to the visit, from the first call on. */
  let listen = () => {
    listen = () => {};
    host.visit.subscribe(() => change(notes.follow));
  };
  const clear = () => {
    state = { ...state, showings: new Map() };
    for (const [key, { slot }] of spots)
      if (slot.isPainted) spots.delete(key);
      else spots.set(key, { slot });
  };
  /** What comes after an event, wherever it may be shown; as before for one of the same ask, while nothing has changed. */
  const nextAfter = (draft: LadderDraft): string | undefined => {
    const { id, moment } = draft.ask;
    const key = JSON.stringify([id, moment, isAnswer(draft)]);
    if (follower.key !== key || now() >= (follower.until ?? Infinity)) {
      const place = { moment, isReply: isAnswer(draft), current: undefined, passed: [] };
      const situation = { ...situationOf(), ...place };
      const { next, queue, waiting, wake: until } = decide(ladder, notes.history(), situation);
      follower = { key, until, next: [next, ...queue, waiting].find((ask) => ask && ask !== id) };
    }
    return follower.next;
  };

  /** A trigger that always stands in the page's head is no showing of what it opens, unless it is what a spot shows. */
  const isBystander = ({ phase, kind, ask: { id } }: LadderDraft) =>
    phase === 'seen' &&
    (rungOf(ladder, id)?.kind ?? kind) !== kind &&
    ![...spots.values()].some(({ ask }) => ask === id);

  const guide: Guide = {
    ladder,
    take(draft) {
      if (process.env.NODE_ENV !== 'production' && draft.phase === 'committed') {
        const { kind, ask } = draft;
        const wanted = rungOf(ladder, ask.id)?.kind ?? kind;
        if (wanted.split('.')[0] !== kind.split('.')[0]) tell(1216, ladder.id, ask.id, kind, wanted);
      }
      change((time) => {
        if (isBystander(draft)) return;
        const here = visit();
        const isNews = notes.save((history) => note(history, ladder, draft, time, here), time);
        if (isNews && isAnswer(draft)) settled = time + settling;
      }, true);
      const rung = rungNumber(ladder, draft.ask.id);
      const next = rung ? nextAfter(draft) : undefined;
      const all = experiments();
      return {
        ...(rung && { ladder: { id: ladder.id, rung, of: ladder.rungs.length, ...(next && { next }) } }),
        ...(Object.keys(all).length && { experiments: all }),
      };
    },
    settle(id) {
      const rung = rungOf(ladder, id);
      const isHere = [...spots.values()].some(({ ask }) => ask === id);
      if (rung && isHere) guide.take({ kind: rung.kind, phase: 'committed', ask: { id } });
    },
    state() {
      refresh();
      return state;
    },
    subscribe(listener) {
      listen();
      // Not later, when it would be told while it asks.
      refresh();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      if (!isStarted) change(() => {});
    },
    sense(news) {
      const scroll = Math.max(senses.scroll ?? 0, news.scroll ?? 0);
      senses = { ...senses, ...news, ...(scroll && { scroll }) };
      update();
    },
    turn(path) {
      senses = { device: senses.device, path };
      settled = 0;
      state = { ...state, view: state.view + 1 };
      clear();
      // The new page's own spots may come before this, or after.
      move();
    },
    offer(slot) {
      listen();
      const spot = spots.get(slot.key);
      // In a later page view, or after an answer, what a server has put there once says nothing any more.
      const { ask: shows, answered } =
        state.showings.get(slot.key) ?? (settled || state.view > 1 ? {} : { ask: slot.shows });
      if (spot) spot.slot = slot;
      // One that comes back has again what it had.
      else spots.set(slot.key, { slot, shows, answered });
      move();
      return () => {
        spots.delete(slot.key);
        move();
      };
    },
    pass(keys) {
      for (const [key, spot] of spots) if (keys.includes(key)) spot.isPassed = true;
      update();
    },
    explain(ask) {
      refresh();
      const groups = groupSpots(free());
      const group =
        groups.find((one) => one.some((spot) => spot.ask === ask)) ??
        groups.find((one) => one.some((spot) => canShow(spot, ask)));
      const situation = situationOf(group ?? groups[0]);
      const told = explain(ladder, notes.history(), situation, ask);
      const until = settled > situation.now ? settled : undefined;
      const other = until ? undefined : state.decision.waiting;
      if (!told.isNext || situation.current || !group || !(other ?? until)) return told;
      // Another spot waits for a smaller ask, or a success view may still come with a spot of its own.
      const held = other ? 'order' : 'cooldown';
      const why = { holds: false, found: 'waits', other, until };
      return {
        ...told,
        isNext: false,
        rules: told.rules.map((one) => (one.rule === held ? { ...one, ...why } : one)),
      };
    },
    remember(remembered) {
      pending = remembered;
      if (isStarted) change(() => {});
    },
    reload: () => change(notes.follow),
    forget: () =>
      change((time) => {
        const { since, site } = notes.history();
        // Another clock may have been ahead: nothing that is remembered may be as late.
        const last = Object.values(site).map((act) => act.time);
        notes.save(() => emptyHistory(Math.max(time, since, ...last)), time, true);
      }),
    get wake() {
      refresh();
      return wake;
    },
    now,
    travel(by) {
      offset = by;
      settled = 0;
      // What was just said lies long back.
      for (const spot of spots.values()) spot.isReplied = false;
      update();
    },
    setVariants(next) {
      variants = next;
      update();
    },
    expose(experiment, variant) {
      let isFirst = false;
      change((time) => {
        notes.follow(time);
        isFirst = notes.history().exposed[experiment] !== variant;
        if (isFirst)
          notes.save(
            (history) => ({ ...history, exposed: { ...history.exposed, [experiment]: variant } }),
            time,
          );
      });
      return isFirst;
    },
  };
  return guide;
}
