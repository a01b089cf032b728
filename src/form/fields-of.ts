import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { tell } from '../internal/messages.ts';
import type { AddressFieldSpec, AddressPart, FieldOption, FieldSpec } from './field-spec.ts';
import { limitsOf } from './limits-of.ts';
import { sayZod } from './say-zod.ts';

/** A schema of any library that keeps to Standard Schema: zod, Valibot, ArkType and others. */
export type FormSchema<Input = unknown, Output = Input> = StandardSchemaV1<Input, Output>;

interface JsonSchema {
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  /** Ours: what a schema of zod says of its field. */
  readonly says?: Partial<FieldSpec> | undefined;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly contentMediaType?: string;
  /** What the schema's own metadata says of the field: any part of a {@link FieldSpec}. */
  readonly field?: Partial<FieldSpec>;
}

/**
 * The fields that a schema describes, from the JSON Schema it yields (Standard JSON Schema; zod from 4.2, ArkType, Valibot
 * through its adapter). Types, formats, limits, `title` and `description` carry over, regular expressions do not: their
 * flags are lost on the way, and the schema tests them itself. Names give the rest: `email` asks
 * for an e-mail address, `message` for several lines. Metadata under `field` has the last word:
 *
 * ```ts
 * z.object({
 *   email: z.email().meta({ title: 'Work e-mail' }),
 *   size: z.enum(['1-10', '11-50', '51+']).meta({ title: 'How many are you?', field: { as: 'select' } }),
 *   message: z.string().max(2000).optional(),
 * })
 * ```
 *
 * A schema without JSON Schema (zod/mini) yields none: say the fields as data beside it.
 */
export function fieldsOf(schema: FormSchema): readonly FieldSpec[] {
  const json = jsonSchemaOf(schema);
  const required = new Set(json?.required);
  return Object.entries(json?.properties ?? {}).flatMap(([name, property]) => {
    const spec = fieldOf(name, property, required.has(name), json as JsonSchema);
    if (!spec && process.env.NODE_ENV !== 'production')
      tell(
        502,
        `its "${name}" is nothing that a field can ask for${required.has(name) ? ', but required, so nobody can send the form' : ''}`,
      );
    return spec ? [spec] : [];
  });
}

function jsonSchemaOf(schema: FormSchema): JsonSchema | undefined {
  const standard = (schema as Partial<FormSchema> | undefined)?.['~standard'] as
    | (StandardSchemaV1.Props & Partial<StandardJSONSchemaV1.Props>)
    | undefined;
  let problem = 'it describes no object';
  try {
    if (!standard) problem = 'it is no Standard Schema';
    else if (!standard.jsonSchema) problem = `its library (${standard.vendor}) yields no JSON Schema`;
    else {
      const given = standard.jsonSchema.input({
        target: 'draft-2020-12',
        // Of zod: what JSON Schema cannot say is left open, but for what we know of.
        libraryOptions: { unrepresentable: 'any', override: sayZod },
      }) as JsonSchema;
      const json = gather(given, given);
      if (json.properties) return { ...given, ...json };
    }
  } catch (error) {
    problem = String(error);
  }
  if (process.env.NODE_ENV !== 'production') tell(502, problem);
  return undefined;
}

/** A part of a schema with all that it takes from elsewhere: what it refers to, and what it is put together of. */
function gather(part: unknown, root: JsonSchema, depth = 0): JsonSchema {
  // Deeper is a circle.
  if (typeof part !== 'object' || !part || depth > 5) return {};
  const { $ref, allOf, ...own } = part as JsonSchema;
  const parts = [$ref ? lookUp($ref, root) : [], Array.isArray(allOf) ? allOf : []].flat();
  const all: JsonSchema[] = [...parts.map((one) => gather(one, root, depth + 1)), own];
  const properties = Object.assign({}, ...all.map((one) => one.properties)) as JsonSchema['properties'];
  return Object.assign(
    {},
    ...all,
    all.some((one) => one.properties) && {
      properties,
      required: all.flatMap(({ required = [] }) => required),
    },
  ) as JsonSchema;
}

function lookUp(ref: string, root: JsonSchema): unknown {
  let found: unknown = root;
  for (const step of ref.split('/').slice(1))
    found = Object(found) === found ? (found as Readonly<Record<string, unknown>>)[step] : undefined;
  return ref.startsWith('#') ? found : undefined;
}

function fieldOf(
  name: string,
  property: JsonSchema,
  isListed: boolean,
  root: JsonSchema,
): FieldSpec | undefined {
  const outer = gather(property, root);
  // `nullable()` is a choice between the value and nothing, `or(z.literal(''))` one between it and an empty text.
  const some = outer.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const values = some.filter((one) => one.const !== '');
  const isBlank = some.length !== values.length || !!outer.enum?.includes('');
  const shape = values.length === 1 ? { ...gather(values[0], root), ...outer, anyOf: undefined } : outer;
  const { title, description, field, items } = shape;
  const isNullable =
    some.length !== (outer.anyOf?.length ?? 0) ||
    [outer.type].flat().includes('null') ||
    !!outer.enum?.includes(null);
  const required = isListed && shape.default === undefined && !isNullable && !isBlank;
  const spec = shapeOf(name, { ...shape, items: gather(items, root) }, required, root);
  if (!spec && !field?.type) return undefined;
  return {
    name,
    required,
    ...(isNullable && { nullable: true }),
    ...(isBlank && { blank: true }),
    ...(title && { label: title }),
    ...(description && { description }),
    ...spec,
    ...field,
  } as FieldSpec;
}

type Shape = Partial<FieldSpec> & Pick<FieldSpec, 'type'>;

function shapeOf(name: string, json: JsonSchema, required: boolean, root: JsonSchema): Shape | undefined {
  const options = optionsOf(json);
  if (options) return { type: 'choice', ...options, ...textDefault(json) } as Shape;
  switch ([json.type].flat().find((type) => type !== 'null')) {
    case 'string':
      return textShape(name, json);
    case 'number':
    case 'integer': {
      const { multipleOf } = json;
      const step = multipleOf ?? (String(json.type).startsWith('integer') ? 1 : 'any');
      return {
        type: 'number',
        step,
        ...limitsOf(json, step),
        ...(typeof json.default === 'number' && { defaultValue: json.default }),
      };
    }
    case 'boolean':
      return {
        type: 'consent',
        required: json.const === true,
        label: json.title ?? name,
        ...json.says,
      } as Shape;
    case 'array':
      return listShape(json, required);
    case 'object':
      return addressShape(json, root);
    default:
      return undefined;
  }
}

function textShape(name: string, json: JsonSchema): Shape {
  const { format, minLength, maxLength } = json;
  if (format === 'binary') return fileShape(json);
  const sized = { ...(minLength && { minLength }), ...(maxLength && { maxLength }), ...textDefault(json) };
  const byFormat = { email: 'email', uri: 'url', date: 'date', e164: 'phone' } as const;
  const type =
    (byFormat as Readonly<Record<string, Shape['type']>>)[format ?? ''] ?? typeOfName(name, maxLength);
  if (type !== 'text' && type !== 'long-text') return { type, ...textDefault(json), ...json.says } as Shape;
  return { type, ...sized } as Shape;
}

function typeOfName(name: string, maxLength = 0): 'text' | 'long-text' | 'email' | 'phone' | 'url' {
  if (/e-?mail/i.test(name)) return 'email';
  if (/phone|mobile|^tel$/i.test(name)) return 'phone';
  if (/website|homepage|^url$/i.test(name)) return 'url';
  return maxLength > 250 || /message|comment|note|question|description|details|feedback/i.test(name)
    ? 'long-text'
    : 'text';
}

function listShape(json: JsonSchema, required: boolean): Shape | undefined {
  const { items = {}, minItems, maxItems } = json;
  const options = optionsOf(items);
  const isAsked = required && !!minItems;
  if (options)
    return {
      type: 'choices',
      ...options,
      required: isAsked,
      ...(minItems && { min: minItems }),
      ...(maxItems && { max: maxItems }),
    };
  if (items.format !== 'binary') return undefined;
  return {
    ...fileShape(items),
    multiple: true,
    required: isAsked,
    ...(maxItems && { maxFiles: maxItems }),
  } as Shape;
}

function fileShape(json: JsonSchema): Shape {
  const kinds = [json, ...(json.anyOf ?? [])].flatMap(({ contentMediaType }) => contentMediaType ?? []);
  return {
    type: 'file',
    ...(kinds.length && { accept: kinds.join(',') }),
    ...(json.maxLength && { maxSize: json.maxLength }),
  };
}

const allParts: readonly string[] = [
  'street',
  'line2',
  'postalCode',
  'city',
  'region',
  'country',
] satisfies AddressPart[];

function addressShape({ properties = {}, required = [] }: JsonSchema, root: JsonSchema): Shape | undefined {
  const parts = Object.keys(properties);
  if (!parts.length || !parts.every((part) => allParts.includes(part))) return undefined;
  const leftOut = Object.fromEntries(
    parts.flatMap((part) => {
      const spec = fieldOf(part, properties[part] as JsonSchema, required.includes(part), root);
      if (!spec || spec.required) return [];
      return [[part, spec.nullable ? 'null' : spec.blank ? 'empty' : 'missing']];
    }),
  ) as AddressFieldSpec['leftOut'];
  return { type: 'address', parts: parts as AddressPart[], leftOut };
}

/** Options are texts; those of numbers are handed over as such. */
function optionsOf(json: JsonSchema): { options: readonly FieldOption[]; asNumber?: true } | undefined {
  const values = (
    json.enum ??
    json.anyOf?.map(({ const: value }) => value) ??
    (json.const === undefined ? [] : [json.const])
  ).filter((value) => value !== null && value !== '');
  const type = typeof values[0];
  return /string|number/.test(type) && values.every((value) => typeof value === type)
    ? { options: values.map(String), ...(type === 'number' && { asNumber: true }) }
    : undefined;
}

function textDefault(json: JsonSchema): { defaultValue?: string } {
  return /string|number/.test(typeof json.default) ? { defaultValue: String(json.default) } : {};
}
