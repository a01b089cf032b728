import { affixOf, decimalMark, typedNumber, writeAmount } from './calculator-format.ts';
import { calculatorLabels } from './calculator-labels.ts';
import type { CalculatorInput } from './calculator-types.ts';
import type { CalculatorEntries } from './calculator-values.ts';
import { type AnyValues, listOptions, type TypedTexts, typedOf, valueFor } from './calculator-values.ts';
import { type CalculatorProblemLabels, problemLabels } from './problem-labels.ts';
import { readNumber } from './read-number.ts';

export type { CalculatorEntries };

/** What a field needs, by the key of its text. */
export interface InputProblem {
  readonly key: keyof CalculatorProblemLabels;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** All English texts. */
export const allLabels = { ...calculatorLabels, ...problemLabels };

/** The value of a field, as people write it in their language; undefined where it needs another look. */
export function readInput(input: CalculatorInput, text: string, locale: string, ask: string): unknown {
  const value = numberIn(input, text, locale, ask);
  const fitting = valueFor(input, value === undefined ? text : value);
  return fitting === value && typeof value === 'number' && isTooFine(input, value) ? undefined : fitting;
}

function numberIn(input: CalculatorInput, text: string, locale: string, ask: string): number | undefined {
  return input.type === 'number' || input.type === 'range'
    ? readNumber(text, decimalMark(locale), affixOf(input, locale, ask)?.text)
    : undefined;
}

/** What a field needs that could not be read. */
export function findProblem(input: CalculatorInput, text: string, locale: string, ask: string): InputProblem {
  if (input.type === 'choice' || input.type === 'toggle') return { key: 'choose' };
  const value = numberIn(input, text, locale, ask) as number;
  const { min = -Infinity, max = Infinity } = input;
  if (!Number.isFinite(value)) return { key: 'number' };
  if (value < min || value > max) {
    const write = (bound: number) =>
      writeAmount(bound, { ...input, decimals: undefined }, locale, ask, String);
    if (max === Infinity) return { key: 'atLeast', values: { min: write(min) } };
    if (min === -Infinity) return { key: 'atMost', values: { max: write(max) } };
    return { key: 'between', values: { min: write(min), max: write(max) } };
  }
  const places = finest(input);
  return places ? { key: 'decimals', values: { count: places } } : { key: 'whole' };
}

function isTooFine(input: CalculatorInput, value: number): boolean {
  return placesOf(value) > finest(input);
}

/** Most decimal places. A bound that is itself finer than the steps, such as a price, may be kept. */
function finest(input: CalculatorInput): number {
  const { step = 1, min = 0 } = input as { readonly step?: number | 'any'; readonly min?: number };
  return step === 'any' ? Infinity : Math.max(placesOf(step), placesOf(min));
}

/** Decimal places of a number, as it is written: `1e-7` has seven. */
function placesOf(value: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+\.?(\d*)(?:e(.+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** What the fields of a form hold, those of one that is closed as well. */
function heldIn(form: HTMLFormElement | undefined): CalculatorEntries {
  const fields = [...(form?.elements ?? [])] as HTMLInputElement[];
  return {
    getAll: (of) =>
      fields.flatMap(({ name, type, checked, value }) =>
        name === of && (checked || !/^(checkbox|radio)$/.test(type)) ? value : [],
      ),
  };
}

/** Writes texts into the fields of a form. Gives what all of them hold then. */
export function drawFields(
  form: HTMLFormElement,
  inputs: readonly CalculatorInput[],
  texts: TypedTexts,
): TypedTexts {
  for (const field of [...form.elements] as HTMLInputElement[]) {
    const text = texts[field.name];
    if (text === undefined) continue;
    if (field.type === 'checkbox') field.checked = text !== '';
    else if (field.type === 'radio') field.checked = field.value === text;
    else field.value = text;
  }
  return typedOf(inputs, heldIn(form));
}

/** What the fields of a page say that speaks another language now, and notes the one in which they are written then. */
export function translate(
  inputs: readonly CalculatorInput[],
  now: { readonly form?: HTMLFormElement; locale: string },
  to: string,
  ask: string,
): TypedTexts {
  const from = now.locale;
  now.locale = to;
  return translated(inputs, typedOf(inputs, heldIn(now.form)), from, to, ask);
}

/**
 * What fields say in one language, as it is written in another. What is no number stays as it is; one that a field does not take is
 * written anew as well, or it could mean one that it takes.
 */
function translated(
  inputs: readonly CalculatorInput[],
  texts: TypedTexts,
  from: string,
  to: string,
  ask: string,
): TypedTexts {
  return Object.fromEntries(
    inputs.map((input) => {
      const text = texts[input.name] ?? '';
      const value = from === to ? undefined : numberIn(input, text, from, ask);
      return [input.name, Number.isFinite(value) ? typedNumber(value as number, to) : text];
    }),
  );
}

/** Moves the focus to the first field that needs another look. */
export function focusMissing(
  form: HTMLFormElement | undefined,
  inputs: readonly CalculatorInput[],
  values: AnyValues,
): void {
  const missing = inputs.find(({ name }) => !(name in values))?.name;
  ([...(form?.elements ?? [])] as HTMLInputElement[]).find(({ name }) => name === missing)?.focus();
}

/**
 * What a note of an earlier visit says of these inputs, in the language of this page, but for what the page knows itself. By an
 * empty name, which no input has, it says the language that it was written in. Storage may hold anything.
 */
export function draftOf(
  note: string,
  inputs: readonly CalculatorInput[],
  known: AnyValues,
  locale: string,
  ask: string,
): TypedTexts {
  let texts: Readonly<Record<string, unknown>> | null = null;
  try {
    texts = JSON.parse(note);
  } catch {
    // Nobody's note.
  }
  const kept = inputs.filter((input) => {
    const text = texts?.[input.name];
    return (
      typeof text === 'string' &&
      known[input.name] === undefined &&
      (input.type !== 'choice' || listOptions(input).some(({ value }) => String(value) === text))
    );
  });
  const from = texts?.[''];
  return translated(kept, texts as TypedTexts, typeof from === 'string' ? from : locale, locale, ask);
}
