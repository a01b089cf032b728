import { type FormPost, readPost } from '../../form/form-post.ts';
import {
  type FieldSpec,
  type FormEntries,
  type FormErrors,
  type FormLabels,
  fieldsOf,
} from '../../form/index.ts';
import { createFormSpeaker, validatePost } from '../../form/validate-form.ts';
import { fault, tell } from '../../internal/messages.ts';
import type { OwnLabels } from '../../provider/labels.ts';
import { findDeadPart, findStepFormProblem } from './step-form-check.ts';
import { type Answers, lookAhead, stepOf, stepsWithoutExit, targetOf } from './step-form-path.ts';
import type {
  AllValues,
  BranchingStep,
  FormStep,
  KnownValues,
  SentValues,
  StepEnding,
  StepFormDefinition,
  StepQuestions,
  StepReply,
  StepWays,
} from './step-form-types.ts';

export type {
  FormStep,
  StepBranch,
  StepEnding,
  StepFormDefinition,
  StepReply,
  StepTarget,
  StepTexts,
  StepWhen,
} from './step-form-types.ts';

/** The values that a form of several steps hands to `onSubmit`. */
export type StepFormValues<Form> =
  Form extends StepFormDefinition<string, string, infer Values, StepReply> ? Values : never;

/**
 * Defines a form of several steps: what each asks, where each leads, how it ends. Steps have their ids as keys, and come
 * in the order in which they stand. A definition that cannot work throws in development; in production it goes through
 * the steps in order.
 *
 * ```ts
 * export const quoteForm = defineStepForm({
 *   steps: {
 *     need: {
 *       title: 'What do you need?',
 *       fields: [{ type: 'choice', name: 'service', options: ['Audit', 'Build'], required: true }],
 *       next: [{ when: { service: 'Audit' }, to: 'size' }, { to: 'review' }],
 *     },
 *     size: { title: 'How large are you?', schema: z.object({ size: z.coerce.number() }) },
 *     review: { review: true },
 *   },
 *   endings: { sent: { title: 'Thank you' } },
 * });
 * ```
 */
export function defineStepForm<
  Id extends string,
  const Fields,
  Schemas,
  Ways,
  Ending extends string,
  Reply extends StepReply = StepReply,
>(definition: {
  steps: StepQuestions<Fields, Schemas> &
    StepWays<Ways> & {
      readonly [One in Id]: BranchingStep<
        NoInfer<Id>,
        NoInfer<Ending>,
        KnownValues<One, Id, Fields, Schemas>,
        AllValues<Id, Fields, Schemas>,
        Reply
      >;
    };
  endings: Readonly<Record<Ending, StepEnding>>;
}): StepFormDefinition<Id, Ending, SentValues<AllValues<Id, Fields, Schemas>, Ways>, Reply>;
export function defineStepForm(definition: {
  steps: Readonly<Record<string, object>>;
  endings: Readonly<Record<string, StepEnding>>;
}): StepFormDefinition {
  const { endings = {}, steps: wanted = {} } = definition;
  if (process.env.NODE_ENV !== 'production' && Array.isArray(wanted))
    throw fault(901, 'its steps are a list; give an object with ids as keys');
  const steps = Object.entries(wanted).map(([id, step]) => readStep(id, step));
  const route = { steps, endings };
  if (process.env.NODE_ENV !== 'production') {
    const problem = findStepFormProblem(route);
    if (problem) throw fault(901, problem);
    const dead = findDeadPart(route);
    if (dead) tell(906, dead);
  }
  const isEndless = stepsWithoutExit(route).length > 0;
  return {
    steps: steps
      // Nothing to ask is no step.
      .filter(({ fields, review }) => review || fields.length > 0)
      .map((step) => (isEndless ? { ...step, next: undefined } : step)),
    endings,
  };
}

function readStep(id: string, step: object): FormStep {
  const { fields, schema, review, ...rest } = step as Partial<FormStep>;
  const asked: readonly FieldSpec[] = fields ?? (schema ? fieldsOf(schema) : []);
  return { ...rest, id, schema, review, fields: review ? [] : asked };
}

/** What a form of several steps said in a plain post. */
export type StepFormPost<Id extends string, Ending extends string, Values> = FormPost & {
  /** The steps that count, by what was answered. */
  readonly steps: readonly Id[];
} & (
    | { readonly ok: true; readonly values: Values; readonly ending: Ending }
    | { readonly ok: false; readonly errors: FormErrors }
  );

/**
 * Reads and checks the post of a form of several steps on a server: for a server action, and for browsers without
 * JavaScript, which show all steps on one page. It goes the way that the answers lead, and checks and returns what was
 * answered on that way alone. Rejects with what the schema of a step throws: nothing passes unchecked.
 */
export async function readStepForm<Id extends string, Ending extends string, Values, Reply>(
  form: StepFormDefinition<Id, Ending, Values, Reply>,
  entries: FormEntries,
  options: {
    /** Texts of problems other than the English ones: `form` of a catalogue of `smallyes/locales/…`, or your own. */
    readonly labels?: OwnLabels<FormLabels> | undefined;
    /** The language of the texts, for their dates and numbers. Default `'en'`. */
    readonly locale?: string | undefined;
  } = {},
): Promise<StepFormPost<Id, Ending, Values>> {
  const speak = createFormSpeaker(options.labels, options.locale);
  const taken: string[] = [];
  let answers: Answers = {};
  let errors: FormErrors = {};
  let ending: string | undefined;
  for (let id = form.steps[0]?.id; id !== undefined && ending === undefined; ) {
    taken.push(id);
    const { fields, schema } = stepOf(form, id) as FormStep;
    const result = await validatePost(fields, schema, entries, speak);
    if (result.ok) answers = { ...answers, ...result.values };
    else errors = { ...errors, ...result.errors };
    const target = targetOf(form, id, answers);
    // A loop that was walked by hand cannot be told from a plain post: each step counts once.
    if (typeof target !== 'string') ending = target.end;
    else if (taken.includes(target))
      ending = lookAhead(form, id, answers).ending ?? Object.keys(form.endings)[0];
    else id = target;
  }
  const isRight = Object.keys(errors).length === 0;
  return {
    ...readPost(entries),
    steps: taken as Id[],
    ...(isRight ? { ok: true, values: answers as Values, ending: ending as Ending } : { ok: false, errors }),
  };
}
