import type { FieldSpec, FormSchema, ValuesOf } from '../../form/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';

/** Where a step leads: to a step by its id, or to an ending. */
export type StepTarget<Id extends string = string, Ending extends string = string> =
  | Id
  | { readonly end: Ending };

/** Answers that a branch asks for: each one equal to this, or to one of these. */
export type StepWhen<Values = Readonly<Record<string, unknown>>> = {
  readonly [Name in keyof Values]?: Values[Name] | readonly Values[Name][] | undefined;
};

/** A branch as plain data: the first one whose `when` holds is taken; without `when` it always holds. */
export interface StepBranch<
  Id extends string = string,
  Ending extends string = string,
  Values = Readonly<Record<string, unknown>>,
> {
  readonly when?: StepWhen<Values> | undefined;
  readonly to: StepTarget<Id, Ending>;
}

/** What an answer gets at once: a text, or an object with a `text` and data of your own for `renderReply`. */
export type StepReply = string | { readonly text: string };

/** What a step says, whatever it asks. */
export interface StepTexts {
  /**
   * The heading. `{name}` puts in the earlier answer to the field of that name, `{name|there}` says what stands there
   * without one. Default, for the review alone: a label.
   */
  readonly title?: string | undefined;
  /** A sentence below it, with places for earlier answers as well. */
  readonly description?: string | undefined;
}

/** One step, whatever it asks. */
export interface BranchingStep<Id extends string, Ending extends string, Values, All, Reply>
  extends StepTexts {
  /** Lists the answers so far, each with a way back to it, instead of asking. Default false. */
  readonly review?: boolean | undefined;
  /**
   * Where it goes on: a step, an ending, a list of branches, or a function of the answers so far, which runs also
   * before all of them are there, to tell how many steps are left. Default: the next step of the list, after the last one
   * the first ending.
   */
  readonly next?:
    | StepTarget<Id, Ending>
    | readonly StepBranch<Id, Ending, All>[]
    | ((values: Values) => StepTarget<Id, Ending>)
    | undefined;
  /** Runs as soon as the answers of this step hold, with them and the earlier ones. What it returns is shown at once. */
  readonly reply?: ((values: Values) => Reply | undefined | Promise<Reply | undefined>) | undefined;
}

/** What a visitor reads at the end. */
export interface StepEnding {
  /** The heading, with places for answers. */
  readonly title: string;
  /** A sentence below it: what happens next. */
  readonly text?: string | undefined;
  /** Sends the answers on the way here. Default true; false turns a visitor away kindly, and sends nothing. */
  readonly send?: boolean | undefined;
  /** The next ask. Default: that of the form. */
  readonly next?: NextProp<object> | undefined;
}

/** Fields and schemas by step, as they are inferred. */
export type StepQuestions<Fields, Schemas> = {
  readonly [Id in keyof Fields]: {
    /** What it asks, as plain data. */
    readonly fields?: (Fields[Id] & readonly FieldSpec[]) | undefined;
  };
} & {
  readonly [Id in keyof Schemas]: {
    /** Checks this step alone, and yields its fields if there are none as data. */
    // biome-ignore lint/suspicious/noExplicitAny: a schema of any input
    readonly schema?: (Schemas[Id] & FormSchema<any, any>) | undefined;
  };
};

/**
 * The same type, but not fresh: TypeScript 5.9 infers the fields as literals just written, looks for properties too many
 * in them, and then takes no field for one of its type.
 */
type Plain<T> = { readonly [Key in keyof T]: Plain<T[Key]> };

/** The answers of one step. */
type OwnValues<Fields, Schema> =
  // biome-ignore lint/suspicious/noExplicitAny: a schema of any input
  Schema extends FormSchema<any, infer Output>
    ? Output
    : Plain<Fields> extends infer Specs extends readonly FieldSpec[]
      ? ValuesOf<Specs>
      : Readonly<Record<never, never>>;

type Flat<T> = { readonly [Name in keyof T]: T[Name] };
type Get<T, Id> = Id extends keyof T ? T[Id] : unknown;
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (one: infer All) => void
  ? All
  : never;

/** The answers of all steps. */
export type AllValues<Id extends string, Fields, Schemas> = Flat<
  Together<{ [One in Id]: OwnValues<Get<Fields, One>, Get<Schemas, One>> }[Id]>
>;

/** Takes any type and is inferred as it: a compiler looks for `T` in both branches, and checks nothing by it. */
type Noticed<T> = T extends never ? T : unknown;

/** Where each step leads, as it is inferred: what may stand there is said elsewhere. */
export type StepWays<Ways> = { readonly [Id in keyof Ways]: { readonly next?: Noticed<Ways[Id]> } };

/** The answers that are sent: perhaps not all, where a step leads elsewhere than on. */
export type SentValues<All, Ways> = {
  [Id in keyof Ways]: unknown extends Ways[Id] ? never : Id;
}[keyof Ways] extends never
  ? All
  : Partial<All>;

/** What is known at one step: its own answers, and perhaps those of the others. */
export type KnownValues<One, Id extends string, Fields, Schemas> = Flat<
  OwnValues<Get<Fields, One>, Get<Schemas, One>> &
    Omit<Partial<AllValues<Id, Fields, Schemas>>, keyof OwnValues<Get<Fields, One>, Get<Schemas, One>>>
>;

/** One step, ready for use. */
export interface FormStep extends StepTexts {
  readonly id: string;
  /** What it asks; none in a review. */
  readonly fields: readonly FieldSpec[];
  readonly schema?: FormSchema | undefined;
  readonly review?: boolean | undefined;
  readonly next?: unknown;
  readonly reply?: unknown;
}

/** A form of several steps, made by `defineStepForm`. */
export interface StepFormDefinition<
  Id extends string = string,
  Ending extends string = string,
  Values = Readonly<Record<string, unknown>>,
  Reply = StepReply,
> {
  /** In the order of the definition. */
  readonly steps: readonly FormStep[];
  readonly endings: Readonly<Record<Ending, StepEnding>>;
  /** Exists for the compiler alone. */
  readonly types?: { readonly id: Id; readonly values: Values; readonly reply: Reply } | undefined;
}
