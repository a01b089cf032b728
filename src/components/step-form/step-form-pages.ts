import type { FieldSpec } from '../../form/field-spec.ts';
import { writtenOut } from '../../form/read-spec.ts';
import type { Answers } from './step-form-path.ts';
import type { FormStep, StepFormDefinition } from './step-form-types.ts';

/** What the visitor sees at a time: a step, or in a conversation one question of it. */
export interface StepPage {
  /** Unique within the form. */
  readonly key: string;
  readonly step: FormStep;
  readonly specs: readonly FieldSpec[];
  /** Place among the pages of the step, from 0. */
  readonly turn: number;
  readonly isLast: boolean;
  /** What stands above, with places for earlier answers; of a review perhaps nothing. */
  readonly heading: string | undefined;
  /** The step it belongs to, where the heading is a question of its own. */
  readonly topic: string | undefined;
  readonly description: string | undefined;
  /** The heading is the question of the one field, whose own label is then for ears alone. */
  readonly isSolo: boolean;
}

export type StepFormMode = 'steps' | 'conversation';

/** All pages, in the order of the definition, with what is known from the start in their fields. */
export function pagesOf(
  { steps }: Pick<StepFormDefinition, 'steps'>,
  mode: StepFormMode | undefined,
  prefill: Answers | undefined,
): readonly StepPage[] {
  return steps.flatMap((step) => {
    const specs = step.fields.map((spec) => filled(spec, prefill));
    const shown = specs.filter(({ type }) => type !== 'hidden');
    const isTalk = mode === 'conversation';
    const turns = isTalk && shown.length > 1 ? shown.map((spec) => [spec]) : [shown];
    return turns.map((some, turn) => {
      const texts = textsOf(step, some, isTalk, turns.length > 1);
      const asked = texts.isSolo
        ? some.map((spec) => ({ ...spec, label: texts.heading }) as FieldSpec)
        : some;
      return {
        ...texts,
        key: turn ? `${step.id}.${turn}` : step.id,
        step,
        turn,
        isLast: turn === turns.length - 1,
        specs: turn ? asked : [...asked, ...specs.filter(({ type }) => type === 'hidden')],
        description: turn ? undefined : step.description,
      };
    });
  });
}

/** A question that is alone on its page stands in the heading. The title of a step that is asked in parts is nobody's question. */
function textsOf(
  { id, title, review }: FormStep,
  shown: readonly FieldSpec[],
  isTalk: boolean,
  isPart: boolean,
) {
  const name = title ?? (review ? undefined : writtenOut(id));
  const [only] = shown.length === 1 ? shown : [];
  const question =
    only && (only.label ?? (isPart || (isTalk && title === undefined) ? writtenOut(only.name) : undefined));
  const isSolo = !!only && only.type !== 'consent' && (isTalk || !title || !question || question === title);
  const heading = isSolo && question && (isTalk || !title) ? question : name;
  return { isSolo, heading, topic: isTalk && title !== heading ? title : undefined };
}

/** A box is never ticked for the visitor, and no page can fill in a file. */
function filled(spec: FieldSpec, prefill: Answers | undefined): FieldSpec {
  const value = prefill?.[spec.name];
  if (value === undefined || value === null || spec.type === 'consent' || spec.type === 'file') return spec;
  return { ...spec, defaultValue: value } as FieldSpec;
}

/** What is known before the visitor answers. */
export function answersOf(pages: readonly StepPage[]): Answers {
  const known = pages.flatMap(({ specs }) =>
    specs.flatMap((spec) => {
      const value = 'defaultValue' in spec ? spec.defaultValue : undefined;
      return value === undefined ? [] : [[spec.name, value] as const];
    }),
  );
  return Object.fromEntries(known);
}

/**
 * Puts earlier answers into a text: `{name}`, or `{name|what stands there without one}`. Only text comes out, whatever was
 * typed.
 */
export function recall(text: string, answers: Readonly<Record<string, string>>): string;
export function recall(
  text: string | undefined,
  answers: Readonly<Record<string, string>>,
): string | undefined;
export function recall(
  text: string | undefined,
  answers: Readonly<Record<string, string>>,
): string | undefined {
  if (!text?.includes('{')) return text;
  return (
    text
      .replace(/\{([\w-]+)(?:\|([^}]*))?\}/g, (_, name: string, instead = '') =>
        Object.hasOwn(answers, name) ? (answers[name] as string) : instead,
      )
      // What is missing leaves no empty brackets, and no hole before a sign.
      .replace(/\(\s*\)|\[\s*\]|“\s*”|"\s*"/g, '')
      // Spaces first, or many of them in an answer would take the square of their number.
      .replace(/\s{2,}/g, ' ')
      .replace(/\s([,.!?;:])/g, '$1')
      .trim()
  );
}
