import type { CalculatorResultData } from '../../events/index.ts';
import type {
  CalculatorAmount,
  CalculatorFormat,
  CalculatorResults,
  CalculatorWorked,
} from './calculator-types.ts';
import type { WorkedOut } from './work-out.ts';

/** A result that the visitor took. */
export interface Taken {
  readonly worked: CalculatorWorked;
  /** What events say of it. */
  readonly data: CalculatorResultData;
}

/** Takes a result. What it comes to stays out of events, unless the developer has said that it is no secret. */
export function takeResult(
  { values, result, lines }: WorkedOut,
  specs: CalculatorResults | undefined,
  isTracked: boolean,
): Taken {
  const [spec = {}] = [specs].flat() as readonly (CalculatorFormat & { readonly name?: string })[];
  const { name, currency, unit = currency } = spec;
  const amount = (
    name ? (result as Readonly<Record<string, unknown>>)[name] : result
  ) as CalculatorAmount | null;
  const figures =
    typeof amount === 'number' ? { result: amount } : amount && { result: amount.from, to: amount.to };
  return {
    worked: { values, result, lines } as unknown as CalculatorWorked,
    data: { ...(isTracked && figures), ...(unit && { unit }) },
  };
}

/** Whether two notes say the same. */
export function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
