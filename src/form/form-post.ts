import { askName, trapName } from './form-names.ts';
import type { FormEntries } from './form-values.ts';

/** What a post says besides the values. */
export interface FormPost {
  /** Id of the ask that the post comes from. */
  readonly ask: string | undefined;
  /** True when the field that people do not see was filled in: a program, or an over-eager password manager. */
  readonly isTrapFilled: boolean;
}

/** Reads which ask a post is for, and whether it looks like one of a program. */
export function readPost(entries: FormEntries): FormPost {
  const ask = entries.getAll(askName)[0];
  return {
    ask: typeof ask === 'string' ? ask : undefined,
    isTrapFilled: entries.getAll(trapName).some(Boolean),
  };
}
