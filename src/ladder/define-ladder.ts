import type { CatalogueKind, CommitmentData, Grade, Kind } from '../events/index.ts';
import { tell } from '../internal/messages.ts';
import { alternativesOf, gradeOf, isUsable } from './check-ladder.ts';
import { parseDuration } from './duration.ts';
import { createGuide, type Guide, type GuideHost } from './guide.ts';
import { answerOf, answerText } from './history.ts';
import type { Clocks, Conditions, Ladder, LearnedPlace, Rung } from './ladder.ts';
import { findFault } from './ladder-faults.ts';

type MainKey = 'choice' | 'choices' | 'value' | 'outcome' | 'reaction' | 'ending' | 'target';

/** What a commitment of this data says in one word or number, where it does. */
type MainAnswer<Data> = OneOf<Data[keyof Data & MainKey]>;
type OneOf<Value> = Extract<Value extends readonly (infer One)[] ? One : Value, string | number>;

/**
 * Whom an answer puts into a segment: a function of the commitment's data, or the main answer (`choice`, `choices`, `value`,
 * `outcome`, `reaction`, `ending` or `target`); of a list, any one.
 */
export type SegmentRule<K extends Kind = Kind> =
  | ((data: Readonly<CommitmentData[K]>) => boolean)
  | MainAnswer<CommitmentData[K]>
  | readonly MainAnswer<CommitmentData[K]>[];

interface RungBase<K extends Kind, Id extends string, Segment extends string> {
  /** Id of the ask, as its component has it. */
  readonly ask: Id;
  /** Kind of the yes that passes the rung: a dialog that was opened is not yet one that was sent. */
  readonly kind: K;
  /** What must hold for it to be offered. Default nothing. */
  readonly when?: Conditions<NoInfer<Id>, NoInfer<Segment>> | undefined;
  /** How long it rests. Default one day after it was shown, 14 days after the first no, for ever after a yes. */
  readonly rest?: Clocks | undefined;
  /** In how many visits it may be seen without an answer, before it rests as after a no. Default 4. */
  readonly showings?: number | undefined;
  /** Segments that a yes puts the visitor into, by name. At most 60 characters each. */
  readonly segments?: { readonly [S in Segment]?: SegmentRule<K> } | undefined;
  /** Earlier ids of the ask: what visitors did under them counts. */
  readonly formerly?: readonly string[] | undefined;
  /** By which figures it stands where it does; `orderRungs` writes it, and `explain` tells of it. Default none. */
  readonly learned?: LearnedPlace | undefined;
}

/** A kind of the kit has its grade; one's own needs it said. */
type Graded<K extends Kind> = K extends CatalogueKind
  ? {
      /** How large a yes it is. Default: the kind's. */
      readonly grade?: Grade | undefined;
    }
  : {
      /** How large a yes it is. */
      readonly grade: Grade;
    };

/** A smaller ask that may come after a refusal of its rung. */
export type AlternativeDefinition<Id extends string = string, Segment extends string = string> = {
  [K in Kind]: RungBase<K, Id, Segment> & Graded<K>;
}[Kind];

/** One rung as it is written: an ask, what it takes, and what it tells of the visitor. */
export type RungDefinition<Id extends string = string, Segment extends string = string> = {
  [K in Kind]: RungBase<K, Id, Segment> &
    Graded<K> & {
      /** What is offered while the ask rests after a no: smaller, or as small. */
      readonly otherwise?:
        | AlternativeDefinition<Id, Segment>
        | readonly AlternativeDefinition<Id, Segment>[]
        | undefined;
    };
}[Kind];

/** A ladder as it is written. */
export interface LadderDefinition<Id extends string = string, Segment extends string = string> {
  /** Name of the ladder, 1 to 60 characters. What is remembered of a visitor is kept under it. */
  readonly id: string;
  /** The ask whose yes the path leads to: the last rung. */
  readonly goal: NoInfer<Id>;
  /** From the smallest yes to the goal: grades never fall, and none is jumped over. */
  readonly rungs: readonly RungDefinition<Id, Segment>[];
  /** Rest of the whole site between asks. Default none after a showing or a yes, one hour after a no. */
  readonly cooldown?: Clocks | undefined;
  /** Address of the handler of `createLadderMemory`. Default none: the memory is the browser's storage. */
  readonly remember?: string | undefined;
}

const hour = 3_600_000;
const usualRest = { shown: 24 * hour, dismissed: 14 * 24 * hour, committed: Infinity };
const usualCooldown = { shown: 0, dismissed: hour, committed: 0 };

/**
 * Defines a path of asks towards a goal. Throws SY-1201 to SY-1210 and SY-1220 in development where it cannot be meant so; in
 * production an unusable ladder guides nobody.
 *
 * ```ts
 * export const b2b = defineLadder({
 *   id: 'b2b',
 *   goal: 'quote',
 *   rungs: [
 *     { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
 *     { ask: 'checklist', kind: 'lead-gate.unlock', when: { segment: 'trust' } },
 *     { ask: 'quote', kind: 'step-form.submit' },
 *   ],
 * });
 * ```
 */
export function defineLadder<Id extends string, Segment extends string = never>(
  definition: LadderDefinition<Id, Segment>,
): Ladder<Id, Segment> {
  const written = Object(definition) as LadderDefinition;
  const fault = process.env.NODE_ENV !== 'production' && findFault(written);
  if (fault) throw fault;
  const { id, goal, remember } = written;
  const { rungs, cooldown } = isUsable(written) ? written : { rungs: [], cooldown: {} };
  const guides = new WeakMap<GuideHost, Guide>();
  const ladder: Ladder = {
    id,
    goal,
    rungs: rungs.map(readRung),
    cooldown: readClocks(cooldown, usualCooldown),
    remember,
    guide(host) {
      const guide = guides.get(host) ?? createGuide(ladder, host);
      guides.set(host, guide);
      return guide;
    },
  };
  return ladder as Ladder<Id, Segment>;
}

function readRung(rung: RungDefinition): Rung {
  const { ask, kind, when = {}, rest, showings = 4, segments = {}, formerly = [], learned } = rung;
  return {
    ask,
    kind,
    grade: gradeOf(rung),
    when,
    rest: readClocks(rest, usualRest),
    showings,
    otherwise: alternativesOf(rung).map(readRung),
    segments: Object.entries(segments).map(([name, rule]) => ({ name, holds: readRule(name, rule) })),
    formerly,
    learned,
  };
}

function readClocks(clocks: Clocks = {}, usual: Rung['rest']): Rung['rest'] {
  const read = (clock: keyof Clocks) => parseDuration(clocks[clock]) ?? usual[clock];
  return { shown: read('shown'), dismissed: read('dismissed'), committed: read('committed') };
}

function readRule(name: string, rule: unknown): (data: Readonly<Record<string, unknown>>) => boolean {
  if (typeof rule !== 'function') {
    const wanted = [rule].flat().map(answerText);
    return (data) => answerOf(data).some((one) => wanted.includes(one));
  }
  return (data) => {
    try {
      return !!rule(data);
    } catch (error) {
      if (process.env.NODE_ENV !== 'production') tell(1221, name, String(error));
      return false;
    }
  };
}
