import { askName } from '../../internal/ask-name.ts';
import { tell } from '../../internal/messages.ts';
import { formatLabel, type OwnLabels } from '../../provider/labels.ts';
import { findInputProblem } from './calculator-check.ts';
import type { CalculatorLabels } from './calculator-labels.ts';
import { allLabels, findProblem, readInput } from './calculator-reading.ts';
import type {
  CalculatorDefinition,
  CalculatorInput,
  CalculatorLine,
  CalculatorResult,
  CalculatorResultSpec,
  CalculatorResults,
  CalculatorValues,
} from './calculator-types.ts';
import { type CalculatorEntries, typedOf } from './calculator-values.ts';
import { workOut } from './work-out.ts';

export type { LabelText, PluralLabel } from '../../provider/labels.ts';
export type { CalculatorLabels } from './calculator-labels.ts';
export type {
  CalculatorAmount,
  CalculatorChoiceInput,
  CalculatorDefinition,
  CalculatorFormat,
  CalculatorInput,
  CalculatorLine,
  CalculatorNamedResult,
  CalculatorNumberInput,
  CalculatorOption,
  CalculatorRangeInput,
  CalculatorResult,
  CalculatorResultSpec,
  CalculatorResults,
  CalculatorToggleInput,
  CalculatorValues,
} from './calculator-types.ts';
export type { CalculatorEntries } from './calculator-values.ts';

/** What messages call it. */
const calculator = 'A calculator';

/** What {@link calculate} found. Plain data, for the `posted` of the calculator on the page that answers. */
export type Calculation<
  Inputs extends readonly CalculatorInput[] = readonly CalculatorInput[],
  Results extends CalculatorResults = CalculatorResultSpec,
> = {
  /** Id of the calculator that the post comes from. */
  readonly ask: string | undefined;
  /** What was typed, by name, for the page that shows it again. */
  readonly typed: Readonly<Record<string, string>>;
} & (
  | {
      readonly status: 'ready';
      readonly values: CalculatorValues<Inputs>;
      readonly result: CalculatorResult<Results>;
      /** The result as the visitor reads it. */
      readonly lines: readonly CalculatorLine[];
    }
  /** Fields need another look: what, in words, by name. */
  | {
      readonly status: 'incomplete';
      /** Values that could be read. */
      readonly values: Partial<CalculatorValues<Inputs>>;
      readonly problems: Readonly<Record<string, string>>;
    }
  /** For these values the formula has no result. */
  | { readonly status: 'unworkable'; readonly values: CalculatorValues<Inputs> }
);

/**
 * Defines a calculator once for the page and the server: `<Calculator id="savings" {...savings} />` and
 * `calculate(savings, formData)`. The values of the formula have the types of the inputs.
 *
 * ```ts
 * export const savings = defineCalculator({
 *   inputs: [
 *     { type: 'number', name: 'orders', label: 'Orders a month', min: 0, defaultValue: 400 },
 *     { type: 'range', name: 'returned', label: 'Returned', min: 0, max: 60, unit: 'percent', defaultValue: 20 },
 *   ],
 *   formula: ({ orders, returned }) => orders * (returned / 100) * 8.5,
 *   result: { currency: 'EUR' },
 * });
 * ```
 */
export function defineCalculator<
  const Inputs extends readonly CalculatorInput[],
  const Results extends CalculatorResults = CalculatorResultSpec,
>(definition: CalculatorDefinition<Inputs, Results>): CalculatorDefinition<Inputs, Results> {
  if (process.env.NODE_ENV !== 'production') {
    const problem = findInputProblem(definition.inputs, definition.result);
    if (problem) tell(1511, calculator, problem);
  }
  return definition;
}

/**
 * Works out a form post on a server, for browsers without JavaScript: reads the fields as the page does, in the language of
 * the visitor, and runs the formula. Never throws. Show the page again with `posted={calculation}`.
 *
 * ```ts
 * const calculation = calculate(savings, await request.formData(), { locale: 'de' });
 * ```
 */
export function calculate<
  const Inputs extends readonly CalculatorInput[],
  const Results extends CalculatorResults = CalculatorResultSpec,
>(
  definition: CalculatorDefinition<Inputs, Results>,
  entries: CalculatorEntries,
  options: {
    /** BCP 47 tag of the page: numbers are read and written as it does. Default `'en'`. */
    readonly locale?: string | undefined;
    /** Texts of the page. Default: the English ones. */
    readonly labels?: OwnLabels<CalculatorLabels> | undefined;
  } = {},
): Calculation<Inputs, Results> {
  const { locale = 'en' } = options;
  const label = (key: keyof CalculatorLabels) => options.labels?.[key] ?? allLabels[key];
  const [ask] = entries.getAll(askName);
  const typed = typedOf(definition.inputs, entries);
  const words = {
    locale,
    result: formatLabel(label('result'), locale),
    range: (from: string, to: string) => formatLabel(label('range'), locale, { from, to }),
  };
  const read: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const input of definition.inputs) {
    const text = typed[input.name] ?? '';
    const value = readInput(input, text, locale, calculator);
    if (value !== undefined) read[input.name] = value;
    else {
      const { key, values } = findProblem(input, text, locale, calculator);
      problems[input.name] = formatLabel(label(key), locale, values);
    }
  }
  return {
    ask: typeof ask === 'string' ? ask : undefined,
    typed,
    ...workOut(definition, read, words, calculator),
    problems,
  } as unknown as Calculation<Inputs, Results>;
}
