import type { LabelText } from '../../provider/labels.ts';

/** How a number is written, by `Intl.NumberFormat` of the visitor's language. Give one of currency, unit and suffix, or none. */
export interface CalculatorFormat {
  /** ISO 4217 code, such as `'EUR'`. */
  readonly currency?: string | undefined;
  /** A unit that `Intl` knows (ECMA-402, table 2), such as `'kilometer'`, `'kilogram-per-second'`; `'percent'` writes 20 as 20%. */
  readonly unit?: string | undefined;
  /** `'long'` writes "12 kilometers". Default `'short'`: "12 km". */
  readonly unitDisplay?: 'short' | 'long' | 'narrow' | undefined;
  /** Words of your own behind the number, such as `{ one: 'tree', other: 'trees' }`. */
  readonly suffix?: LabelText | undefined;
  /** Decimal places, 0 to 15. Default: as money is written, else two at most. */
  readonly decimals?: number | undefined;
}

interface InputBase<Type extends string, Name extends string> {
  readonly type: Type;
  /** Name of the value in the formula, and of the field in a plain form post. */
  readonly name: Name;
  /** What is asked, above the field. */
  readonly label: string;
  /** A sentence of help below it. */
  readonly description?: string | undefined;
}

/** A number to type. */
export interface CalculatorNumberInput<Name extends string = string>
  extends InputBase<'number', Name>,
    CalculatorFormat {
  /** Least value. Default none. */
  readonly min?: number | undefined;
  /** Greatest value. Default none. */
  readonly max?: number | undefined;
  /**
   * How fine it is: a typed number has no more decimal places than this has (1 and 100: whole numbers; 0.1: one place), and may
   * lie between two steps; `'any'` takes every number. Default 1.
   */
  readonly step?: number | 'any' | undefined;
  /** At the start. Default: empty, and no result yet. */
  readonly defaultValue?: number | undefined;
}

/** A number to slide, with the same number beside it to type. */
export interface CalculatorRangeInput<Name extends string = string>
  extends InputBase<'range', Name>,
    CalculatorFormat {
  readonly min: number;
  readonly max: number;
  /** Width of a step of the slider; for the typed number as in {@link CalculatorNumberInput}. Default 1. */
  readonly step?: number | 'any' | undefined;
  /** At the start. Default: `min`. */
  readonly defaultValue?: number | undefined;
}

/** An answer to pick: a text or number is both value and label. */
export type CalculatorOption<Value extends string | number = string | number> =
  | Value
  | { readonly value: Value; readonly label: string };

/** One of several answers. */
export interface CalculatorChoiceInput<
  Name extends string = string,
  Value extends string | number = string | number,
> extends InputBase<'choice', Name> {
  readonly options: readonly CalculatorOption<Value>[];
  /** Default: nothing is picked, and there is no result yet. */
  readonly defaultValue?: Value | undefined;
  /** How it looks. Default: `'radio'` up to four options, else `'select'`. */
  readonly as?: 'radio' | 'select' | undefined;
}

/** Yes or no. */
export interface CalculatorToggleInput<Name extends string = string> extends InputBase<'toggle', Name> {
  /** Default false. */
  readonly defaultValue?: boolean | undefined;
}

/** One input of a calculator, as plain data. */
export type CalculatorInput =
  | CalculatorNumberInput
  | CalculatorRangeInput
  | CalculatorChoiceInput
  | CalculatorToggleInput;

type ValueOf<Input> = Input extends { readonly type: 'toggle' }
  ? boolean
  : Input extends { readonly type: 'choice'; readonly options: readonly (infer Option)[] }
    ? Option extends { readonly value: infer Value }
      ? Value
      : Option
    : number;

/** What the formula gets, by name. */
export type CalculatorValues<Inputs extends readonly CalculatorInput[] = readonly CalculatorInput[]> = {
  readonly [Input in Inputs[number] as Input['name']]: ValueOf<Input>;
};

/** A number, or an honest range where one number would say too much. */
export type CalculatorAmount = number | { readonly from: number; readonly to: number };

/** How the one result is shown. */
export interface CalculatorResultSpec extends CalculatorFormat {
  /** What it is, above it. Default: "Your result". */
  readonly label?: string | undefined;
}

/** How one of several results is shown. */
export interface CalculatorNamedResult<Name extends string = string> extends CalculatorFormat {
  /** What the formula calls it. */
  readonly name: Name;
  /** What it is. */
  readonly label: string;
}

/** How results are shown: the one, or several by name, of which the first stands out. */
export type CalculatorResults = CalculatorResultSpec | readonly CalculatorNamedResult[];

/** What the formula gives back. `null` says honestly that there is none: of several, that row is left out. */
export type CalculatorResult<Results extends CalculatorResults = CalculatorResults> =
  Results extends readonly { readonly name: infer Name extends string }[]
    ? { readonly [One in Name]: CalculatorAmount | null }
    : CalculatorAmount | null;

/** A calculator as plain data and one pure function, for the page and the server alike. */
export interface CalculatorDefinition<
  Inputs extends readonly CalculatorInput[] = readonly CalculatorInput[],
  Results extends CalculatorResults = CalculatorResultSpec,
> {
  /** What is asked, in the order shown. */
  readonly inputs: Inputs;
  /**
   * Works the result out from the values, which are all there and within their bounds. Pure and at once: it runs while
   * rendering, also on the server. Where it throws, or gives anything but finite numbers, the visitor is told that there is
   * no result for these values, and you are told why.
   */
  readonly formula: (values: CalculatorValues<NoInfer<Inputs>>) => CalculatorResult<NoInfer<Results>>;
  /** How the result is written: one, or a list of several. Default: a plain number. */
  readonly result?: Results | undefined;
}

/** One line of the result, in words. */
export interface CalculatorLine {
  /** What the formula calls it; absent where there is one result. */
  readonly name?: string | undefined;
  readonly label: string;
  /** Such as `'€1,240'` or `'€95 to €105'`. */
  readonly text: string;
}

/** A result that was worked out. */
export interface CalculatorWorked<
  Inputs extends readonly CalculatorInput[] = readonly CalculatorInput[],
  Results extends CalculatorResults = CalculatorResultSpec,
> {
  readonly values: CalculatorValues<Inputs>;
  readonly result: CalculatorResult<Results>;
  /** The result as the visitor reads it. */
  readonly lines: readonly CalculatorLine[];
}
