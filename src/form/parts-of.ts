import type { FormSchema } from './fields-of.ts';

/** What a schema of an object tells of its entries: zod's `shape`, Valibot's `entries`. */
interface Parts {
  readonly shape?: Readonly<Record<string, FormSchema>>;
  readonly entries?: Readonly<Record<string, FormSchema>>;
}

/**
 * What a schema says of some answers, each by itself, where its library tells: what compares answers waits until all are there. So
 * does an answer that was left out, since whether it may be missing is a rule of the whole.
 */
export function partsOf(
  schema: FormSchema | undefined,
  isAsked: (name: string) => boolean,
): FormSchema | undefined {
  const { shape, entries } = (schema ?? {}) as Parts;
  const parts = shape ?? entries;
  // Elsewhere, as in yup, the same word is a method.
  if (typeof parts !== 'object') return undefined;
  return {
    '~standard': {
      version: 1,
      vendor: 'smallyes',
      async validate(input) {
        const results = Object.entries(input as object).map(async ([name, value]) => {
          if (!isAsked(name) || !Object.hasOwn(parts, name)) return [];
          const { issues = [] } = (await parts[name]?.['~standard'].validate(value)) ?? {};
          return issues.map((issue) => ({ ...issue, path: [name, ...(issue.path ?? [])] }));
        });
        const issues = (await Promise.all(results)).flat();
        return issues.length ? { issues } : { value: input };
      },
    },
  };
}
