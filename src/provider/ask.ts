import type { CommitmentData } from '../events/index.ts';
import {
  type AskInfo,
  type Attempt,
  advance,
  type Commitment,
  type CommitmentEvent,
  type CommitmentStep,
  createAttempt,
  type Exchange,
  type Grade,
  type Kind,
  type Moment,
  type Money,
  type Phase,
  uuid,
} from '../events/index.ts';
import { tell } from '../internal/messages.ts';
import { watchSeen } from '../internal/watch-seen.ts';
import type { AskEntry, EventCallbacks, Hub } from './hub.ts';

/** Props that every ask has. */
export interface AskProps<K extends Kind = Kind, Data = CommitmentData[K]> {
  /** Stable name of this ask, your choice, the same on every visit. */
  id: string;
  /** Where on the page, when the same ask stands in several spots. */
  placement?: string | undefined;
  /** The visitor's intent at this spot. */
  moment?: Moment | undefined;
  /** How large this yes is, when it is not the kind's usual grade. */
  grade?: Grade | undefined;
  /** What is given and what is got in return; carried in events. */
  exchange?: Exchange | undefined;
  /** What a yes is worth to you; carried in events. */
  worth?: Money | undefined;
  /** Hears this ask's commitments, synchronously, once they have succeeded. */
  onCommit?: ((event: Commitment<K, Data>) => void) | undefined;
  /** Hears this ask's events of every phase, synchronously. */
  onEvent?: ((event: Commitment<K, Data> | CommitmentStep<K, Data>) => void) | undefined;
}

/** What an ask is, read anew each time something happens. */
export interface AskConfig {
  /** Kinds in the order they can happen, with their usual grades. The first is what `seen` carries. */
  readonly kinds: Readonly<Partial<Record<Kind, Grade>>>;
  /** Kind whose yes completes the ask. Default: the first. */
  readonly last?: Kind | undefined;
  /** The component's name, for messages and as a stand-in for a missing id. */
  readonly component: string;
  // biome-ignore lint/suspicious/noExplicitAny: callbacks are narrowed by each ask's own props
  readonly props: AskProps<any, any>;
  /** Unique stand-in when the developer gave no id. */
  readonly spareId: string;
  /** The ask is already answered: showing it is no exposure. */
  readonly settled?: boolean | undefined;
}

/** The events of one ask. Stable for the component's lifetime. */
export interface Ask {
  /** For the root element: tells when the visitor has seen it. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /** Records a phase, and the ones it implies. Returns its event, or undefined when it would double one. */
  record(phase: Phase, data?: unknown, kind?: Kind): CommitmentEvent | undefined;
  /** The attempt under way. */
  attempt(): Attempt;
  /** Ends the attempt; the next event begins a new one. */
  reset(): void;
  /** Counts this component as mounted; returns how to take that back. */
  mount(): () => void;
}

/** Makes the events of an ask. Reads its configuration at emit time, so it never goes stale. */
export function createAsk(hub: Hub, config: () => AskConfig): Ask {
  let element: Element | null = null;
  let stopWatching: (() => void) | undefined;
  let isMounted = false;

  const info = (): AskInfo => {
    const { props, spareId } = config();
    const { id, placement, moment } = props;
    return {
      id: String(id || spareId).slice(0, 128),
      ...(placement && { placement: placement.slice(0, 128) }),
      ...(moment && { moment }),
    };
  };
  const entry = (): AskEntry => {
    const { id, placement } = info();
    const key = [config().component, id, placement].join('|');
    let known = hub.site.asks.get(key);
    if (!known) hub.site.asks.set(key, (known = { mounted: 0, record, watch }));
    return known;
  };
  const attempt = (): Attempt => {
    const { kinds, last } = config();
    return (entry().attempt ??= createAttempt(uuid(), Object.keys(kinds) as [Kind, ...Kind[]], last));
  };
  const watch = () => {
    stopWatching?.();
    stopWatching = element ? watchSeen(element, () => config().settled || record('seen')) : undefined;
  };
  const record: Ask['record'] = (phase, data, kind) => {
    if (hub.isOff()) return undefined;
    const current = attempt();
    const { props, kinds } = config();
    let last: CommitmentEvent | undefined;
    for (const due of advance(current, phase, kind ?? current.first)) {
      const ask = info();
      last = hub.emit(
        {
          ...due,
          grade: (due.kind === current.last && gradeOf(props.grade, ask.id)) || kinds[due.kind] || 1,
          ask,
          attempt: current.id,
          exchange: props.exchange,
          value: props.worth,
          // Phases that this one implies know nothing yet of its data.
          data: due.phase === phase ? data : undefined,
        },
        props as EventCallbacks,
      );
    }
    return last;
  };

  return {
    record,
    attempt,
    ref(node) {
      element = node;
      if (isMounted) watch();
      return () => {
        element = null;
        watch();
      };
    },
    reset() {
      entry().attempt = undefined;
      watch();
    },
    mount() {
      const one = entry();
      one.mounted++;
      one.record = record;
      one.watch = watch;
      if (process.env.NODE_ENV !== 'production') {
        const { props, component } = config();
        if (!props.id) tell(102, component);
        if (one.mounted > 1) tell(103, `<${component} id="${info().id}">`);
      }
      // Under a new id or placement the same element is another ask, to be seen anew.
      isMounted = true;
      watch();
      return () => {
        one.mounted--;
        isMounted = false;
      };
    },
  };
}

function gradeOf(grade: Grade | undefined, id: string): Grade | undefined {
  if (grade === undefined || grade === 1 || grade === 2 || grade === 3) return grade;
  if (process.env.NODE_ENV !== 'production') tell(107, `"${id}"`, String(grade));
  return 1;
}
