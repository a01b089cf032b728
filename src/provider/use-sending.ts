'use client';
import { useState } from 'react';
import { uuid } from '../events/index.ts';
import { hasFailed } from '../internal/has-failed.ts';
import { tell } from '../internal/messages.ts';
import {
  createSubmission,
  type Settled,
  type SubmissionState,
  type SubmitHandler,
  type SubmitResult,
} from '../internal/submission.ts';
import { useLatest } from '../internal/use-latest.ts';
import type { Ask } from './ask.ts';
import { readAction } from './use-ask-root.ts';

type Action = string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;

/** Props of an ask that is sent; read anew each time. */
export interface SendingProps {
  readonly id: string;
  readonly onSubmit?: SubmitHandler<never> | undefined;
  readonly action?: Action;
}

/** How an answer without fields to type in gets to the developer's server. */
export interface Sending<Values> {
  /** Where the form goes, if anywhere safe. */
  readonly action: Action;
  /** The browser itself carries the form there: nothing else takes the answer, and the page is about to go. */
  readonly isNative: boolean;
  readonly isPending: boolean;
  /** How the last try ended. */
  readonly settled: Settled | undefined;
  /**
   * Sends, one at a time; false while another one is under way. What a yes means is yours to record, in `then`. A failure
   * is recorded with `data` and told to the developer; `undo` takes back what the screen has shown by then. Without a
   * handler, or with one that answers at once, this runs before `send` returns.
   */
  send(values: Values, data: unknown, then: (end: Settled) => void, undo?: (end: Settled) => void): boolean;
  /** Forgets how the last try ended, and does not hear the one under way. */
  clear(): void;
}

/**
 * Sends the answers of an ask to its `onSubmit`, else to its server action, which gets `fields(values)`. For an ask that is a form
 * to fill in, see `useForm`.
 */
export function useSending<Values>(
  ask: Ask,
  component: string,
  props: SendingProps,
  fields: (values: Values) => FormData,
): Sending<Values> {
  const { id, onSubmit } = props;
  const action = readAction(`${component} "${id}"`, props.action);
  const latest = useLatest({
    onSubmit:
      (onSubmit as SubmitHandler<Values> | undefined) ??
      (typeof action === 'function' ? (values: Values) => action(fields(values)) : undefined),
    createKey: uuid,
    ask,
  });
  const [state, setState] = useState<SubmissionState>();
  const [{ send, clear }] = useState(() => createSubmission<Values>(() => latest.current, setState));
  const isPending = state === 'sending';
  return {
    action,
    isNative: typeof action === 'string' && !onSubmit,
    isPending,
    settled: isPending ? undefined : state,
    send: (values, data, then, undo) =>
      send(values, (end) => {
        if (!hasFailed(end)) return then(end);
        undo?.(end);
        ask.record('failed', data);
        // What onSubmit says itself is no news to the developer.
        if (process.env.NODE_ENV !== 'production' && end.error) tell(401, id, String(end.error));
      }),
    clear,
  };
}
