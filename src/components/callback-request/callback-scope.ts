'use client';
import { type Context, createContext } from 'react';
import type { Speaker } from '../../provider/use-labels.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';
import type { WindowDay } from './window-words.ts';

/** What the fields of a request need of the form around them. */
export interface CallbackScope {
  readonly speak: Speaker<CallbackRequestLabels>;
  readonly country: string;
  /** Code, name, and what stands before its numbers, once that is known. */
  readonly countries: readonly { readonly code: string; readonly name: string; readonly prefix: string }[];
  /** undefined: not known yet. */
  readonly days: readonly WindowDay[] | undefined;
  readonly taken: ReadonlySet<string>;
  readonly zoneWords: string;
  readonly max: number;
}

export const CallbackContext: Context<CallbackScope | null> = createContext<CallbackScope | null>(null);
