import { findTwin } from '../../internal/list-problems.ts';
import { show } from '../../internal/messages.ts';
import type { CalculatorInput, CalculatorResults } from './calculator-types.ts';

/** What is wrong with the inputs and results of a calculator, if anything; untyped code may hand in anything. */
export function findInputProblem(
  inputs: readonly CalculatorInput[],
  result: CalculatorResults | undefined,
): string | undefined {
  if (!Array.isArray(inputs) || inputs.length === 0) return 'there are no inputs';
  if (inputs.some((one) => !one?.name)) return 'an input has no name';
  const names = inputs.map(({ name }) => name);
  const results = Array.isArray(result) ? result.map((one) => one?.name as string) : [];
  for (const list of [names, results]) {
    const twice = findTwin(list);
    if (twice !== undefined) return `two of them have the name "${twice}"`;
  }
  for (const input of inputs as readonly CalculatorInput[]) {
    const is = (problem: string) => `"${input.name}" ${problem}`;
    switch (input.type) {
      case 'number':
      case 'range': {
        const {
          min = -Infinity,
          max = Infinity,
          step = 1,
          defaultValue = Math.max(min, Math.min(max, 0)),
        } = input;
        if (!(min < max)) return is(`has min ${show(min)} and max ${show(max)}`);
        if (input.type === 'range' && !(max - min < Infinity)) return is('is a range without min and max');
        if (step !== 'any' && !(step > 0)) return is(`has step ${show(step)}`);
        if (!(defaultValue >= min && defaultValue <= max))
          return is(`has the default ${show(defaultValue)}, outside its bounds`);
        break;
      }
      case 'choice':
        if (!Array.isArray(input.options) || input.options.length === 0) return is('has no options');
        break;
      case 'toggle':
        break;
      default:
        return is(`has the type ${show((input as { type?: unknown }).type)}`);
    }
  }
  return undefined;
}
