/** A calculator: a few answers, and a result that follows them. */

export type { CalculatorResultData, Kind } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';
export type { Calculation, CalculatorEntries } from './calculate.ts';
export { calculate, defineCalculator } from './calculate.ts';
export { Calculator } from './calculator.tsx';
export type { CalculatorLabels } from './calculator-labels.ts';
export type {
  CalculatorChange,
  CalculatorElement,
  CalculatorProps,
  CalculatorState,
} from './calculator-props.ts';
export type * from './calculator-types.ts';
