import { typedNumber } from './calculator-format.ts';
import type { CalculatorChoiceInput, CalculatorInput } from './calculator-types.ts';

/** What the fields hold, as texts by name: a toggle `'on'` or empty. */
export type TypedTexts = Readonly<Record<string, string>>;

/** Values by name. */
export type AnyValues = Readonly<Record<string, unknown>>;

/** What can be asked for the entries of a form: `FormData` of a browser or a server. */
export interface CalculatorEntries {
  getAll(name: string): readonly unknown[];
}

/** What the fields of a form hold. */
export function typedOf(inputs: readonly CalculatorInput[], entries: CalculatorEntries): TypedTexts {
  return Object.fromEntries(
    inputs.map(({ name, type }) => {
      const [entry] = entries.getAll(name);
      return [name, type === 'toggle' ? (entry ? 'on' : '') : typeof entry === 'string' ? entry : ''];
    }),
  );
}

/** The values that inputs begin with: those given, else their own; undefined for what none of them can be. */
export function startOf(inputs: readonly CalculatorInput[], given: AnyValues): AnyValues {
  return Object.fromEntries(
    inputs.map((input) => {
      const { name, type, defaultValue = type === 'range' ? input.min : undefined } = input;
      return [name, valueFor(input, given[name] ?? defaultValue)];
    }),
  );
}

/** A value as its field holds it. */
export function textOf({ type }: CalculatorInput, value: unknown, locale: string): string {
  if (type === 'toggle') return value ? 'on' : '';
  if (value === undefined) return '';
  return type === 'choice' ? String(value) : typedNumber(value as number, locale);
}

/** Value and label of an option. */
export function listOptions({ options }: CalculatorChoiceInput) {
  return options.map((one) => (typeof one === 'object' ? one : { value: one, label: String(one) }));
}

/** The value, if the input can have it. A choice is found by its text as well. */
export function valueFor(input: CalculatorInput, value: unknown): unknown {
  if (input.type === 'toggle') return !!value;
  if (input.type === 'choice')
    return listOptions(input).find((option) => String(option.value) === String(value))?.value;
  const { min = -Infinity, max = Infinity } = input;
  return Number.isFinite(value) && (value as number) >= min && (value as number) <= max ? value : undefined;
}

/** Reads a field as far as there are no two ways to: plain digits. The rest comes with the part that reads all. */
export function readPlain(input: CalculatorInput, text: string): unknown {
  const isNumber = input.type === 'number' || input.type === 'range';
  return valueFor(input, isNumber ? (/^\d+$/.test(text) ? +text : undefined) : text);
}
