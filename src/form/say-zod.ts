import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { DateFieldSpec } from './field-spec.ts';
import { dayOf } from './limits-of.ts';

interface ZodDef {
  readonly type?: string;
  readonly coerce?: boolean;
  readonly format?: string;
  readonly local?: boolean;
  readonly precision?: number | null;
  readonly in?: ZodSchema;
  readonly out?: ZodSchema;
}

interface ZodSchema {
  readonly _zod?: { readonly def?: ZodDef };
  readonly minDate?: Date | null;
  readonly maxDate?: Date | null;
  readonly '~standard': StandardSchemaV1.Props;
}

interface ZodContext {
  readonly zodSchema?: ZodSchema;
  readonly jsonSchema: Record<string, unknown>;
}

/** Writes into the JSON Schema of a part what zod leaves out of it: of days, of moments, and of texts that mean yes or no. */
export function sayZod({ zodSchema, jsonSchema }: ZodContext): void {
  const def = zodSchema?._zod?.def;
  if (def?.type === 'date')
    Object.assign(jsonSchema, {
      type: 'string',
      format: 'date',
      says: {
        // One that takes no text.
        asDate: !def.coerce,
        min: dayOf(zodSchema?.minDate, Math.ceil),
        max: dayOf(zodSchema?.maxDate, Math.floor),
      },
    });
  if (def?.format === 'datetime')
    Object.assign(jsonSchema, { format: 'date', says: { time: true, ...endingOf(def) } });
  const asText = zodSchema && def?.type === 'pipe' && wordsOf(zodSchema, def);
  if (asText) Object.assign(jsonSchema, { type: 'boolean', says: { asText } });
}

/** What zod wants behind `2026-11-21T10:30`: the time by a clock as it is, a moment in UTC. */
function endingOf({ local, precision }: ZodDef): Partial<DateFieldSpec> {
  const digits = precision ?? (local ? -1 : 0);
  const ending = digits > 0 ? ':00.'.padEnd(digits + 4, '0') : digits < 0 ? '' : ':00';
  // A control takes no moment.
  return local ? { ending } : { ending: `${ending}Z`, defaultValue: undefined };
}

/** The texts for yes and no of a `z.stringbool()`, which says in its refusal what it takes. */
function wordsOf({ '~standard': standard }: ZodSchema, { in: from, out: to }: ZodDef) {
  if (from?._zod?.def?.type !== 'string' || to?._zod?.def?.type !== 'boolean') return undefined;
  const answer = (text: string) =>
    standard.validate(text) as {
      readonly value?: unknown;
      readonly issues?: readonly { readonly expected?: string; readonly values?: readonly string[] }[];
    };
  const { expected, values = [] } = answer('\0').issues?.[0] ?? {};
  // Those for yes come first; one that knows no words for no is a text like any other.
  const [yes, no = ''] = [values[0], values.at(-1)];
  return expected === 'stringbool' && answer(no).value !== true && [yes, no];
}
