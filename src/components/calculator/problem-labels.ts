import type { LabelText } from '../../provider/labels.ts';

/** What a field needs: texts of the calculator. */
export interface CalculatorProblemLabels {
  /** At a field: what it needs. `{min}` and `{max}` are written with their unit. */
  number: LabelText;
  between: LabelText;
  atLeast: LabelText;
  atMost: LabelText;
  whole: LabelText;
  decimals: LabelText;
  choose: LabelText;
}

/** The English texts. */
export const problemLabels: CalculatorProblemLabels = {
  number: 'Write a number.',
  between: 'Write a number from {min} to {max}.',
  atLeast: 'Write {min} or more.',
  atMost: 'Write {max} or less.',
  whole: 'Write a whole number.',
  decimals: {
    one: 'Write at most {count} decimal place.',
    other: 'Write at most {count} decimal places.',
  },
  choose: 'Choose one of these.',
};
