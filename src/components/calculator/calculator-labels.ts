import type { LabelText } from '../../provider/labels.ts';
import type { CalculatorProblemLabels } from './problem-labels.ts';

/** Every text of the calculator that a visitor reads or hears. */
export interface CalculatorLabels extends CalculatorProblemLabels {
  /** Stands above the one result that has no label of its own. */
  result: LabelText;
  /** A result between two amounts, written as the language does. */
  range: LabelText;
  /** The yes, where the result is shown as one types. */
  submit: LabelText;
  /** The yes, where the result waits for it. */
  reveal: LabelText;
  /** While the yes is on its way. */
  sending: LabelText;
  /** After the yes. */
  taken: LabelText;
  /** Opens what `explanation` says. */
  how: LabelText;
  /** In place of a result, while something is missing. */
  incomplete: LabelText;
  /** In place of a result, where the formula has none. */
  unworkable: LabelText;
  /** When the server did not take it. */
  failed: LabelText;
}

/** The English texts of the first paint; in a browser the others come on intent. */
export const calculatorLabels: Omit<CalculatorLabels, keyof CalculatorProblemLabels> = {
  result: 'Your result',
  range: '{from} to {to}',
  submit: 'Use this result',
  reveal: 'Show my result',
  sending: 'One moment …',
  taken: 'That is your result. Change your answers whenever you like.',
  how: 'How this is worked out',
  incomplete: 'Fill in the fields to see your result.',
  unworkable: 'This cannot be worked out with these values.',
  failed: 'That did not get through. Your answers are still here: please try again.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    calculator: CalculatorLabels;
  }
}
