'use client';
import { type Context, createContext } from 'react';
import type { Speaker } from '../../provider/use-labels.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';
import type * as Phones from './phone-number.ts';

/** What the number and its country need of the form around them. */
export interface CallbackScope {
  readonly speak: Speaker<CallbackRequestLabels>;
  readonly country: string;
  /** The countries that the developer offers; undefined for all. */
  readonly offered: readonly string[] | undefined;
  /** What is known of the world's numbers, once the visitor has turned to the form. */
  readonly phones: typeof Phones | undefined;
}

export const CallbackContext: Context<CallbackScope | null> = createContext<CallbackScope | null>(null);
