import type { FormSentData } from '../events/index.ts';
import type { RawValues } from '../form/form-values.ts';
import type { FieldSpec, FormSchema } from '../form/index.ts';
import type { FormSpeaker } from '../form/validate-form.ts';
import type { Attempted, Settled, SubmitContext, SubmitResult } from '../internal/submission.ts';
import type { Hub } from '../provider/hub.ts';
import type { VisitorMemory } from '../provider/memory.ts';

/** What hints at a program instead of a person. Signals, never a verdict: the form itself refuses nobody. */
export interface SpamSignals {
  /** The field that people do not see was filled in: a program, or an over-eager password manager. */
  readonly isTrapFilled: boolean;
  /** Milliseconds from the first touch of the form to this try. Below 2,000 hardly anybody types an address. */
  readonly elapsed: number;
}

/** What a box to tick said, and how it was worded on the screen: the record of a consent. */
export interface ConsentRecord {
  readonly name: string;
  readonly given: boolean;
  /** The words beside the box as the visitor saw them. */
  readonly wording: string;
}

/** What `onSubmit` of a form gets besides the values. */
export interface FormSubmitContext extends SubmitContext {
  readonly signals: SpamSignals;
  readonly consents: readonly ConsentRecord[];
  /** Everything in the form as a plain post would send it, tokens of a challenge (Turnstile, hCaptcha, ALTCHA) included. */
  readonly formData: FormData;
}

/** Takes what a visitor entered to your server. Throwing or rejecting counts as `failed`. */
export type FormSubmitHandler<Values> = (
  values: Values,
  context: FormSubmitContext,
) => SubmitResult | Promise<SubmitResult>;

/** Where the form goes without JavaScript, and with it when there is no `onSubmit`: an address or a server action. */
export type FormAction = string | ((data: FormData) => SubmitResult | Promise<SubmitResult>);

/** What is said of a try in events: never what was typed, but for fields marked `trackable`. */
export interface FormSent<Values = Record<string, unknown>> {
  readonly values: Values;
  /** Empty where the code of the form could not be had, which alone can tell. */
  readonly data: FormSentData;
}

/** Where typed values outlive a reload. Plain notes: the memory decides where they are kept, and whether. */
export interface FormDraft {
  readonly memory: Pick<VisitorMemory, 'get' | 'stored' | 'set'>;
  readonly key: string;
  /** Milliseconds until a draft is forgotten. */
  readonly maxAge: number;
  /** Leaves out what must not be kept. Files, hidden fields, boxes to tick, and what autofill knows as a card, a password or a
   * code, or is named like one, are never kept. */
  readonly scrub?: ((values: RawValues) => RawValues) | undefined;
  /** Knows when the visitor allows storage. */
  readonly hub?: Pick<Hub, 'site'>;
  /** Something of the ask's own that is kept along, such as the step. */
  more?(): unknown;
  onRestore?(more: unknown): void;
}

/** Fields that one schema checks together: all of a form, or those of one step. */
export interface FormGroup {
  readonly specs: readonly FieldSpec[];
  readonly schema?: FormSchema | undefined;
  /** Some of the schema's fields are not asked for yet. */
  readonly isHalf?: boolean;
}

/** What the machine of a form works with; read anew whenever something happens. */
export interface FormConfig {
  /** Which ask, for messages: `ContactDialog "talk"`. */
  readonly name: string;
  /** What is checked and sent. */
  groups(): readonly FormGroup[];
  /** Every field there may be, also in parts that do not count yet: their values are held and kept. Default: of the groups. */
  fields?(): readonly FieldSpec[];
  readonly speak: FormSpeaker;
  readonly onSubmit?: FormSubmitHandler<never> | undefined;
  readonly action?: FormAction | undefined;
  /** Milliseconds until a silent server counts as failed. Default 30,000. */
  readonly timeout?: number | undefined;
  readonly createKey: () => string;
  /** Whose attempt this is. */
  readonly ask: Attempted;
  readonly draft?: FormDraft | undefined;
  /** When the visitor first touched the form, by the clock of `performance.now()`; 0 before. */
  since(): number;
  /** A try ended. Runs before the screen shows it. */
  onSettle(end: Settled, sent: FormSent): void;
  /** The form is about to leave the page by itself. */
  onLeave?(): void;
  /** Values changed. Runs on each key: keep it cheap. */
  onValues?(): void;
}

/** What drives a form once the visitor turns to it. Arrives late, and takes the running form over. */
export interface FormMachine {
  /**
   * Checks these fields, or all, as if the visitor wanted to go on: shows what is wrong and goes there, unless that is not
   * wanted any more by then.
   */
  check(names?: readonly string[], isWanted?: () => boolean): Promise<boolean>;
  /** Checks everything and sends it. */
  submit(submitter?: HTMLElement | null): Promise<void>;
  /** What the controls hold now, also those of a part that is not on the page at the moment. */
  raw(): RawValues;
  /** Whether something stands in the form that was not there at the start. */
  isTouched(): boolean;
  /** Shows what a server, or other code, refuses: at its fields, and what concerns no field with the form. */
  refuse(errors: Readonly<Record<string, string>>): void;
  /** Keeps the draft up to date when something of the ask's own has changed. */
  note(): void;
  /** Puts values into the controls. */
  fill(values: RawValues): void;
  /** Takes over the form element that is on the page now, and new controls in it. */
  attach(): void;
  /** Fills in what a draft has kept, where the form stands and nobody has begun; with `isOnce` unless it has looked before. */
  bringBack(isOnce?: true): void;
  /** Lets go of the form element; the values stay. */
  detach(): void;
  /** Ends: gives up a try under way, and forgets the draft. The controls stay as they are. */
  end(): void;
  /** The native post that this machine itself has started may pass. */
  readonly isLeaving: boolean;
}
