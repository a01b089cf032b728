import { isPromise } from '../../internal/is-promise.ts';
import { show, tell } from '../../internal/messages.ts';
import { writeAmount } from './calculator-format.ts';
import type {
  CalculatorAmount,
  CalculatorInput,
  CalculatorLine,
  CalculatorResultSpec,
  CalculatorResults,
} from './calculator-types.ts';
import type { AnyValues } from './calculator-values.ts';

/** A definition as the code inside reads it. */
interface AnyDefinition {
  readonly inputs: readonly CalculatorInput[];
  // biome-ignore lint/suspicious/noExplicitAny: each definition has its own values
  readonly formula: (values: any) => unknown;
  readonly result?: CalculatorResults | undefined;
}

/** Where a calculation stands. */
export interface WorkedOut {
  /** A result; a field that needs another look; or values for which there is none. */
  readonly status: 'ready' | 'incomplete' | 'unworkable';
  /** Values that could be read. */
  readonly values: AnyValues;
  readonly result?: unknown;
  readonly lines: readonly CalculatorLine[];
}

/** Words that the pure part needs. */
export interface WorkingWords {
  readonly locale: string;
  readonly result: string;
  /** Two bounds, joined. */
  range(from: string, to: string): string;
}

/** Runs the formula on what could be read. Never throws. `ask` names it in messages. */
export function workOut(
  { inputs, formula, result: specs = {} }: AnyDefinition,
  read: AnyValues,
  { locale, result: heading, range }: WorkingWords,
  ask: string,
): WorkedOut {
  const values = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  const lines: CalculatorLine[] = [];
  const result: Record<string, CalculatorAmount | null> = {};
  const several = Array.isArray(specs);
  let status: WorkedOut['status'] = 'incomplete';
  if (inputs.every(({ name }) => name in values))
    try {
      status = 'unworkable';
      const given: unknown = formula(values);
      if (isPromise(given)) {
        // Nobody else hears how it ends.
        given.then(undefined, () => {});
        throw process.env.NODE_ENV !== 'production' && 'it gave a promise';
      }
      for (const spec of [specs].flat() as readonly (CalculatorResultSpec & { readonly name?: string })[]) {
        const { name = '', label = heading } = spec;
        const one = several ? (given as AnyValues)[name] : given;
        const amount = readAmount(one);
        if (amount === undefined)
          throw (
            process.env.NODE_ENV !== 'production' &&
            `${name || 'it'} is ${typeof one === 'number' ? String(one) : show(one)}`
          );
        result[name] = amount;
        if (amount !== null)
          lines.push({ ...(name && { name }), label, text: writeAmount(amount, spec, locale, ask, range) });
      }
      if (lines.length > 0) status = 'ready';
    } catch (error) {
      if (process.env.NODE_ENV !== 'production') tell(1513, ask, String(error));
    }
  return status === 'ready'
    ? { status, values, result: several ? result : result[''], lines }
    : { status, values, lines: [] };
}

/** A finite number, or a range from the smaller to the larger one; undefined for what is neither. */
function readAmount(given: unknown): CalculatorAmount | null | undefined {
  if (given === null) return null;
  // No minus before a zero.
  if (Number.isFinite(given)) return (given as number) + 0;
  const { from, to } = (given ?? {}) as Readonly<Record<string, number>>;
  return Number.isFinite(from) && Number.isFinite(to)
    ? { from: Math.min(from as number, to as number), to: Math.max(from as number, to as number) }
    : undefined;
}
