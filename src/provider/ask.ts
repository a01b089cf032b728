import { type Attempt, advance, createAttempt, stand } from '../events/attempt.ts';
import {
  type AskInfo,
  type CatalogueKind,
  type Commitment,
  type CommitmentData,
  type CommitmentEvent,
  type CommitmentStep,
  type Exchange,
  type Grade,
  type GradeOf,
  type Kind,
  type Moment,
  type Money,
  type Phase,
  uuid,
} from '../events/index.ts';
import { tell } from '../internal/messages.ts';
import { watchSeen } from '../internal/watch-seen.ts';
import { checkHonesty, noteCheck } from './check-honesty.ts';
import type { EventCallbacks, Hub } from './hub.ts';

/** Props that every ask has. */
export interface AskProps<K extends Kind = Kind, Data = CommitmentData[K]> {
  /**
   * Stable name of this ask, your choice, the same on every visit. It stands in events, not in the page: an anchor is an `id` on an
   * element around the ask.
   */
  id: string;
  /** Where on the page, when the same ask stands in several spots. */
  placement?: string | undefined;
  /** The visitor's intent at this spot. */
  moment?: Moment | undefined;
  /** How large this yes is, when it is not the kind's usual grade. */
  grade?: Grade | undefined;
  /** What is given and what is got in return; carried in events. */
  exchange?: Exchange | undefined;
  /** What the yes that completes the ask is worth to you; carried in its events. A step on the way carries none. */
  worth?: Money | undefined;
  /** Hears this ask's commitments, synchronously, once they have succeeded. */
  onCommit?: ((event: Commitment<K, Data>) => void) | undefined;
  /** Hears this ask's events of every phase, synchronously. */
  onEvent?: ((event: Commitment<K, Data> | CommitmentStep<K, Data>) => void) | undefined;
}

/** What an ask is, read anew each time something happens. */
export interface AskConfig {
  /** Kinds in the order they can happen, with their usual grades, which are the catalogue's. The first is what `seen` carries. */
  readonly kinds: { readonly [K in Kind]?: K extends CatalogueKind ? GradeOf<K> : Grade };
  /** Kind whose yes completes the ask. Default: the first. */
  readonly last?: Kind | undefined;
  /** The component's name, for messages and as a stand-in for a missing id. */
  readonly component: string;
  // biome-ignore lint/suspicious/noExplicitAny: callbacks are narrowed by each ask's own props
  readonly props: AskProps<any, any>;
  /** No yes is to be had: the ask is answered, or `'closed'`, whoever comes. Showing it is no exposure. */
  readonly settled?: boolean | 'closed' | undefined;
  /** Several elements of the page stand for it, such as triggers of one dialog. Default false: SY-103 tells. */
  readonly isShared?: boolean | undefined;
  /** What `abandoned` says, such as the last step; `false` where to leave is no abandoning, since it goes on another day. */
  readonly leaving?: (() => unknown) | undefined;
  /** Called when the visitor has seen it, to bring what comes next. */
  readonly onSeen?: (() => void) | undefined;
}

/** One ask that stands on the page, or stood there in this page view. */
export interface AskEntry {
  /** Which ask: the same for all its events, even when the component's props have moved on to another. */
  readonly ask: AskInfo;
  attempt?: Attempt | undefined;
  /** What each kind's yes said that stands, of this page view or an earlier one. */
  readonly yes: Map<Kind, unknown>;
  /** The components that are mounted under this name. */
  readonly mounted: Set<AskPart>;
  /** The one of them that came last; the last that was there, where none is. */
  latest: AskPart;
}

/** What one component knows of its ask. */
export interface AskPart {
  /** Records for the entry that the visitor leaves it, with what the component says of that, where a yes is still to be had. */
  record(phase: Phase, entry: AskEntry): void;
  /** Waits anew for the visitor to see it. */
  watch(): void;
  /** Whether it stands inside a part of the page: several may go by one id. */
  isIn(place: Element): boolean;
  /** Whether it shows an answer, which may be a no or on its way still, or is `'closed'`: no yes is to be had there. */
  isSettled(): boolean | 'closed' | undefined;
}

/** The events of one ask. Stable for the component's lifetime. */
export interface Ask {
  /** For the root element: tells when the visitor has seen it. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /**
   * Records a phase, and the ones it implies. Returns its event, or undefined when it would double one. `grade` goes
   * before that of the props; `part` names the part of a kind whose yes comes once for each of several.
   */
  record(
    phase: Phase,
    data?: unknown,
    kind?: Kind,
    grade?: Grade,
    part?: string,
  ): CommitmentEvent | undefined;
  /** What the yes to `kind` said that stands; undefined when none does. */
  standing(kind: Kind): unknown;
  /** Says that an earlier yes to `kind`, or to one `part` of it, stands, which was not recorded here: it can be withdrawn now. */
  stand(kind: Kind, data: unknown, part?: string): void;
  /** The attempt under way, as a key for what belongs to it and outlives the component. */
  attempt(): Attempt;
  /**
   * Goes on with an attempt of an earlier page view, whose yes to `kind` was recorded there: what it passed is not recorded
   * again, and `confirmed` or `withdrawn` carries its id.
   */
  resume(attempt: string, kind: Kind): void;
  /** Ends the attempt; the next event begins a new one. */
  reset(): void;
  /** Counts this component as mounted; returns how to take that back. */
  mount(): () => void;
}

let nameless = 0;

/** For the developer panel: the id of the ask that an element stands for. Filled in development alone. */
export const askOfElement: WeakMap<Element, () => string> = /* @__PURE__ */ new WeakMap();

/** Makes the events of an ask. Reads its configuration at emit time, so it never goes stale. */
export function createAsk(hub: Hub, config: () => AskConfig): Ask {
  let element: Element | null = null;
  let stopWatching: (() => void) | undefined;
  let isMounted = false;
  let spareId: string | undefined;

  const entry = (): AskEntry => {
    const { props, component } = config();
    // An ask that got no id is still told apart from its neighbours.
    const ask = askInfo(props, props.id || (spareId ??= component + ++nameless));
    const key = [component, ask.id, ask.placement].join('|');
    let known = hub.site.asks.get(key);
    if (!known) hub.site.asks.set(key, (known = { ask, yes: new Map(), mounted: new Set(), latest: self }));
    return known;
  };
  const attemptOf = (one: AskEntry): Attempt => {
    if (!one.attempt) {
      const { kinds, last } = config();
      one.attempt = createAttempt(uuid(), Object.keys(kinds) as [Kind, ...Kind[]], last);
      for (const kind of one.yes.keys()) stand(one.attempt, kind);
    }
    return one.attempt;
  };
  const see = (): boolean => {
    const { settled, onSeen } = config();
    onSeen?.();
    if (!settled && hub.isOff()) return false;
    if (!settled) record(entry(), 'seen');
    else hub.get('ladder')?.guide(hub.site).settle(entry().ask.id);
    return true;
  };
  const check = () => checkHonesty(config(), element);
  const watch = () => {
    stopWatching?.();
    stopWatching = element ? watchSeen(element, see) : undefined;
  };
  const self: AskPart = {
    watch,
    isIn: (place) => place.contains(element),
    isSettled: () => config().settled,
    record(phase, one) {
      const { settled, leaving } = config();
      // A yes that was known already, or is on its way, is not given up.
      const data = settled ? false : leaving?.();
      if (data !== false) record(one, phase, data);
    },
  };
  const record = (one: AskEntry, phase: Phase, data?: unknown, kind?: Kind, grade?: Grade, part?: string) => {
    if (hub.isOff()) return undefined;
    const attempt = attemptOf(one);
    const { props, kinds } = config();
    let last: CommitmentEvent | undefined;
    for (const due of advance(attempt, phase, kind ?? attempt.first, part)) {
      if (due.phase === 'committed') one.yes.set(due.kind, data);
      if (due.phase === 'withdrawn') one.yes.delete(due.kind);
      last = hub.emit(
        {
          ...due,
          grade:
            (due.kind === attempt.last && gradeOf(grade ?? props.grade, one.ask.id)) || kinds[due.kind] || 1,
          ask: one.ask,
          attempt: attempt.id,
          exchange: props.exchange,
          value: (due.kind === attempt.last && props.worth) || undefined,
          // Phases that this one implies know nothing yet of its data.
          data: due.phase === phase ? data : undefined,
        },
        props as EventCallbacks,
      );
    }
    if (process.env.NODE_ENV !== 'production' && last) check();
    return last;
  };

  const ask: Ask = {
    record: (phase, data, kind, grade, part) => record(entry(), phase, data, kind, grade, part),
    standing: (kind) => entry().yes.get(kind),
    attempt: () => attemptOf(entry()),
    resume(id, kind) {
      const one = entry();
      if (one.attempt?.id === id) return;
      one.attempt = undefined;
      one.yes.set(kind, {});
      advance((one.attempt = { ...attemptOf(one), id }), 'committed', kind);
    },
    stand(kind, data, part) {
      const one = entry();
      one.yes.set(kind, data);
      stand(attemptOf(one), kind, part);
    },
    ref(node) {
      if (process.env.NODE_ENV !== 'production' && node) askOfElement.set(node, () => entry().ask.id);
      if (element !== node) {
        element = node;
        if (isMounted) watch();
      }
      return () => {
        // A ref that the page writes inline goes and comes with each render; the element stays.
        queueMicrotask(() => {
          if (element !== node || node?.isConnected) return;
          element = null;
          watch();
        });
      };
    },
    reset() {
      const one = entry();
      one.attempt = undefined;
      one.yes.clear();
      watch();
    },
    mount() {
      const one = entry();
      one.latest = self;
      one.mounted.add(self);
      if (process.env.NODE_ENV !== 'production') {
        const { props, component, isShared } = config();
        if (!props.id) tell(102, component);
        if (one.mounted.size > 1 && !isShared) tell(103, `<${component} id="${one.ask.id}">`);
        check();
      }
      // Under a new id or placement the same element is another ask, to be seen anew.
      isMounted = true;
      watch();
      return () => {
        one.mounted.delete(self);
        for (const last of one.mounted) one.latest = last;
        isMounted = false;
      };
    },
  };
  if (process.env.NODE_ENV !== 'production') noteCheck(ask, check);
  return ask;
}

/** Which ask it is, as its events say it. */
export function askInfo(
  { id: own, placement, moment }: Pick<AskProps, 'id' | 'placement' | 'moment'>,
  id: string = own,
): AskInfo {
  return {
    id: String(id).slice(0, 128),
    ...(placement && { placement: String(placement).slice(0, 128) }),
    ...(moment && { moment }),
  };
}

function gradeOf(grade: Grade | undefined, id: string): Grade | undefined {
  if (grade === undefined || grade === 1 || grade === 2 || grade === 3) return grade;
  if (process.env.NODE_ENV !== 'production') tell(107, `"${id}"`, String(grade));
  return 1;
}
