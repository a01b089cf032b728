import type { Form } from '../../fields/use-form.ts';
import type { FormSpeaker } from '../../form/validate-form.ts';
import type { Settled } from '../../internal/submission.ts';
import type { Ask } from '../../provider/ask.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { Cell } from './step-form-cell.ts';
import type { StepFormLabels } from './step-form-labels.ts';
import type { StepPage } from './step-form-pages.ts';
import { type Answers, lookAhead, type Route } from './step-form-path.ts';
import { currentStep, type StepFormState, visitedSteps } from './step-form-place.ts';
import type { AnyStepFormProps } from './step-form-props.ts';
import type { StepReply } from './step-form-types.ts';

/** What the form shows. Changes once for each step. */
export interface StepFormView {
  readonly state: StepFormState;
  /** Which question of the step, in a conversation. */
  readonly turn: number;
  /** Answers so far, as they are sent. */
  readonly known: Answers;
  /** The same in words, by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** Replies so far, by step. */
  readonly replies: Readonly<Record<string, StepReply>>;
  /** The visitor has gone on or back: from here on, parts that do not count are left out of what is sent. */
  readonly isUnderWay: boolean;
  /** Answers of an earlier visit are back. */
  readonly isKept: boolean;
  /** What takes the focus once this is on the screen. */
  readonly focus: { readonly on: 'heading' | 'problem' } | undefined;
  /** What is shown later than the first step; arrives with the driver. */
  readonly later: typeof import('./step-form-later.tsx') | undefined;
  /** How the sending ended. */
  readonly settled: Settled | undefined;
}

/** What changes while a step is on the screen. */
export interface StepFormLive {
  readonly reply: StepReply | undefined;
  /** The reply is still on its way. */
  readonly isThinking: boolean;
  /** It is checked whether the visitor can go on. */
  readonly isChecking: boolean;
  /** Why the visitor cannot go on, when no field is to blame. */
  readonly problem: string | undefined;
  /** The step leads to an ending that sends. */
  readonly isEnd: boolean;
}

/** What the late part of the form works with. */
export interface StepFormModel {
  readonly form: Form;
  readonly view: Cell<StepFormView>;
  readonly live: Cell<StepFormLive>;
  readonly ask: Ask;
  /** What the last finished render was given. */
  read(): {
    readonly props: AnyStepFormProps;
    readonly pages: readonly StepPage[];
    readonly speak: Speaker<StepFormLabels>;
    readonly formSpeak: FormSpeaker;
  };
  /** The ending that a try to send leads to. */
  ending: string | undefined;
}

/** The page on the screen. */
export function pageAt(
  pages: readonly StepPage[],
  { state, turn }: Pick<StepFormView, 'state' | 'turn'>,
): StepPage {
  const own = pages.filter(({ step }) => step.id === currentStep(state));
  return (own[turn] ?? own.at(-1)) as StepPage;
}

/** What counts so far: the fields of each step taken, with its schema; of a step half answered, the questions so far, each with what the schema says of it alone. */
export function groupsOf(pages: readonly StepPage[], { state, turn }: StepFormView) {
  const current = pageAt(pages, { state, turn });
  return visitedSteps(state).map((id) => {
    const own = pages.filter(({ step }) => step.id === id);
    const isHalf = id === current.step.id && !current.isLast && !state.done.includes(id);
    const asked = isHalf ? own.slice(0, current.turn + 1) : own;
    return {
      id,
      specs: asked.flatMap(({ specs }) => specs),
      schema: own[0]?.step.schema,
      isHalf,
    };
  });
}

/** Where the visitor is on the likely way. */
export function progressOf(route: Route, { state, known }: StepFormView) {
  const ahead = lookAhead(route, currentStep(state), known);
  return { position: state.at + 1, of: state.at + ahead.steps.length, ahead: ahead.steps.slice(1) };
}

/** What events say of the step on the screen. */
export function stepDataOf(route: Route, view: StepFormView) {
  const { position, of } = progressOf(route, view);
  return { step: currentStep(view.state), position, of };
}
