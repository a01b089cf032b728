import type { CatalogueKind, CommitmentData, Grade, Kind } from '../events/index.ts';
import type { Clocks, Conditions, LearnedPlace } from './rung.ts';

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
