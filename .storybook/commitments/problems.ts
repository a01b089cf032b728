interface Schema {
  safeParse(value: unknown): {
    readonly error?: {
      readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
    };
  };
}

/** What a schema finds wrong with a value, one line each: where, and what. */
export function problemsOf(schema: Schema, value: unknown): readonly string[] {
  const { error } = schema.safeParse(value);
  return (
    error?.issues.map(({ path, message }) => `${path.map(String).join('.') || 'event'}: ${message}`) ?? []
  );
}
