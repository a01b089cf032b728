import type { ComponentProps, ReactNode, Ref } from 'react';
import type { Campaign, Commitment, CommitmentStep, FormSentData, StepData } from '../../events/index.ts';
import type { DraftOptions } from '../../fields/draft-in-memory.ts';
import type { FormAction, FormSubmitContext } from '../../fields/form-config.ts';
import type { FieldComponents } from '../../fields/form-field.tsx';
import type { FormLabels } from '../../form/form-labels.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { StepFormLabels } from './step-form-labels.ts';
import type { StepFormDefinition, StepReply, StepTarget } from './step-form-types.ts';

/** What is told of a finished step. */
export type StepFormStepData<Id extends string = string> = Omit<StepData, 'step'> & {
  /** The step's own id. */
  step: Id;
  /** Values of the fields of this step that are marked `trackable`, by name. */
  answers?: FormSentData['answers'];
};

/** What is told of the sending. */
export type StepFormSubmitData<Ending extends string = string> = FormSentData & {
  /** The ending that it led to. */
  ending?: Ending;
};

/** A commitment of the form: a finished step, or the sending. */
export type StepFormCommitment<Id extends string = string, Ending extends string = string> =
  | Commitment<'step-form.step', StepFormStepData<Id>>
  | Commitment<'step-form.submit', StepFormSubmitData<Ending>>;

/** An event of the form, of any phase. */
export type StepFormEvent<Id extends string = string, Ending extends string = string> =
  | StepFormCommitment<Id, Ending>
  | CommitmentStep<'step-form.step', StepFormStepData<Id>>
  | CommitmentStep<'step-form.submit', StepFormSubmitData<Ending>>;

/** What `onSubmit` gets besides the values. */
export interface StepFormSubmitContext<Id extends string = string, Ending extends string = string>
  extends FormSubmitContext {
  /** The ending that the answers lead to. */
  readonly ending: Ending;
  /** The steps taken, in their order. */
  readonly steps: readonly Id[];
  /** Campaign parameters (`utm_…`) of the visitor's first and latest arrival. */
  readonly campaign: Campaign | undefined;
}

/** What a gate is asked. */
export interface StepGateRequest<
  Id extends string = string,
  Ending extends string = string,
  Values = Readonly<Record<string, unknown>>,
> {
  /** The step that the visitor wants to leave. */
  readonly from: Id;
  readonly to: StepTarget<Id, Ending>;
  /** The answers so far. */
  readonly values: Partial<Values>;
  /** Aborted when the visitor goes back or away. Pass it to `fetch`. */
  readonly signal: AbortSignal;
}

/** Whether it goes on; or what is wrong, by field name. */
export type StepGateAnswer = boolean | { readonly errors: Readonly<Record<string, string>> };

/** State of a form of several steps, for `render`. */
export interface StepFormRenderState<Id extends string = string, Ending extends string = string> {
  /** Id of the step on the screen. */
  readonly step: Id;
  /** Id of the ending, once there. */
  readonly ending: Ending | undefined;
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface StepFormElement extends HTMLDivElement {
  /** Begins a new attempt: forgets the answers, and the draft, and goes to the first step. */
  reset(): void;
}

/** Props of {@link StepForm}. What is not listed goes to the root element. */
export interface StepFormProps<
  Id extends string = string,
  Ending extends string = string,
  Values = Readonly<Record<string, unknown>>,
  Reply = StepReply,
> extends Omit<AskProps<'step-form.submit'>, 'onCommit' | 'onEvent'>,
    AskLook<StepFormRenderState<NoInfer<Id>, NoInfer<Ending>>, StepFormLabels & FormLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref'> {
  /** The form, from `defineStepForm`. Define it outside the component. */
  form: StepFormDefinition<Id, Ending, Values, Reply>;
  /** Hears each finished step and the sending, synchronously, once they have succeeded. */
  onCommit?: ((event: StepFormCommitment<NoInfer<Id>, NoInfer<Ending>>) => void) | undefined;
  /** Hears this ask's events of every phase, synchronously. */
  onEvent?: ((event: StepFormEvent<NoInfer<Id>, NoInfer<Ending>>) => void) | undefined;
  /** Takes the answers of the steps taken to your server. The commitment is recorded when it has succeeded. */
  onSubmit?:
    | ((
        values: NoInfer<Values>,
        context: StepFormSubmitContext<NoInfer<Id>, NoInfer<Ending>>,
      ) => SubmitResult | Promise<SubmitResult>)
    | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action, which reads it with `readStepForm`. With no
   * `onSubmit` it goes there with JavaScript as well. Default none.
   */
  action?: FormAction | undefined;
  /**
   * `'conversation'` asks one question at a time, and a click on an answer goes on. It may change until the form is sent, with the
   * width of the window for one: what a `draft` keeps of the visitor's answers goes along. Default `'steps'`.
   */
  mode?: 'steps' | 'conversation' | undefined;
  /** What is known of the visitor, by field; they see it and can change it. Read once. */
  prefill?: { readonly [Name in keyof Values]?: Values[Name] | undefined } | undefined;
  /**
   * Keeps the answers on the visitor's device, with functional consent, until they are sent: a reload or a crash loses
   * nothing. They are forgotten after 7 days unless `days` says otherwise. Default true.
   */
  draft?: boolean | DraftOptions | undefined;
  /** Asked each time the visitor goes on, once the answers of the step hold; may be slow, and is cancelled by Back. */
  gate?:
    | ((
        request: StepGateRequest<NoInfer<Id>, NoInfer<Ending>, NoInfer<Values>>,
      ) => StepGateAnswer | Promise<StepGateAnswer>)
    | undefined;
  /** Shows a reply with more than its text. */
  renderReply?: ((reply: NoInfer<Reply>) => ReactNode) | undefined;
  /** Makes the browser's Back and Forward go from step to step. Default true. */
  history?: boolean | undefined;
  /** Controls of your own, by field name. */
  components?: FieldComponents | undefined;
  /** Place for Turnstile, hCaptcha, ALTCHA and the like, above the button. */
  challenge?: ReactNode;
  /** Level of the headings. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** Milliseconds until a silent server counts as failed. Default 30,000. */
  timeout?: number | undefined;
  /** The next ask, at the end. An ending's own goes before. */
  next?: NextProp<StepFormSubmitData<NoInfer<Ending>>> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<StepFormElement> | undefined;
}

/** Props as the inside sees them: of any form. */
export type AnyStepFormProps = StepFormProps<string, string, Readonly<Record<string, unknown>>, StepReply> & {
  /** The mode in which a form was sent, by its id. What is on its way or sent is no draft that goes along into another. */
  readonly held: Record<string, StepFormProps['mode']>;
};
