import type { FieldSpec } from './field-spec.ts';
import { isLeftOut } from './form-values.ts';
import { momentOf } from './moment.ts';

/** What a schema is handed for a field's value; undefined where it gets nothing at all. */
export function schemaInputOf(spec: FieldSpec, value: unknown): unknown {
  if (isLeftOut(spec, value)) {
    // To a schema, an optional text that was left out is missing, not empty.
    if (spec.nullable) return null;
    if (spec.blank) return '';
    if (spec.type === 'choices' ? !spec.required && spec.min : !spec.required && spec.type !== 'consent')
      return undefined;
  }
  switch (spec.type) {
    case 'choice':
      return spec.asNumber && value !== undefined ? Number(value) : value;
    case 'choices':
      return spec.asNumber ? (value as string[]).map(Number) : value;
    case 'consent':
      return spec.asText ? spec.asText[value ? 0 : 1] : value;
    case 'address': {
      const { leftOut = {} } = spec;
      return Object.fromEntries(
        Object.entries(value as Readonly<Record<string, string>>).flatMap(([part, text]) => {
          const way = text === '' && leftOut[part as keyof typeof leftOut];
          return way === 'missing' ? [] : [[part, way === 'null' ? null : text]];
        }),
      );
    }
    case 'date':
      if (spec.asDate && value) return new Date(value as string);
      return spec.time && value ? momentOf(value as string, spec.ending ?? '') : value;
    default:
      return value;
  }
}
