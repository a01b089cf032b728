'use client';
import { type FormEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { dropSecondClick } from '../internal/double-click.ts';
import { hasFailed } from '../internal/has-failed.ts';
import type { Settled } from '../internal/submission.ts';
import type { Ask } from './ask.ts';
import { useHub } from './context.ts';
import { useAskRoot } from './use-ask-root.ts';
import { type Sending, type SendingProps, useSending } from './use-sending.ts';

/** Does what changes the pressed button: once the browser has read it, where it is the one to carry it, else at once. */
type Later = (change: () => void) => void;

/** One press, which the screen shows before the server has it. */
export interface Act<Values> {
  /** For `onSubmit`. */
  readonly values: Values;
  /** For a server action: what the pressed button is called in the form, and its value. */
  readonly field: readonly [name: string, value: string];
  /** For a `failed` event. */
  readonly data: unknown;
  /** Shows what was pressed. */
  show(): void;
  /** It has succeeded: record it, and what follows. */
  succeed(end: Settled): void;
  /** It has not: takes back what was shown. */
  undo(): void;
}

/** What {@link useButtons} gives besides what `useSending` does. */
export interface Buttons<Values extends object> extends Omit<Sending<Values>, 'send'> {
  /** Handlers and ref of the root element. `onReset` is yours. */
  readonly root: ReturnType<typeof useAskRoot>;
  readonly handlers: {
    onClick(event: MouseEvent): void;
    onSubmit(event: FormEvent): void;
  };
}

/**
 * An ask that is answered by the buttons of its form (`renderAskForm`): submit buttons, so that they work before the page
 * comes alive, by any key, and with a veto of the page. `press` gets value and name of the button and says what it means; the
 * screen goes ahead, the events wait for the server, and a failure takes the screen back. What `succeed` changes of the button goes
 * through `later`. The second click of a double click counts for nothing, nor does Enter that is held, or a button that is pressed
 * again while its press is under way. Another button waits until then, and is given up where that press fails: the visitor is told
 * to try again.
 */
export function useButtons<Values extends object>(
  ask: Ask,
  component: string,
  props: SendingProps,
  press: (value: string, name: string, later: Later) => Act<Values>,
): Buttons<Values> {
  const hub = useHub();
  const root = useAskRoot(ask);
  const { send, clear, ...sending } = useSending<Act<Values>['values']>(ask, component, props, () => {
    const data = root.fields();
    data.append(...field);
    return data;
  });
  let field: Act<Values>['field'];
  const { isNative, isPending, settled } = sending;
  // What was pressed while another press was under way.
  const [line] = useState(() => new Set<HTMLButtonElement>());
  const now = useRef<HTMLButtonElement>(null);
  // After each render, because a press that is answered at once is never seen to be under way; and before any other press.
  useLayoutEffect(() => {
    if (isPending) return;
    if (hasFailed(settled)) line.clear();
    const [next] = line;
    if (!next) return;
    line.delete(next);
    // Not by a click: the page has heard that already.
    if (next.matches(':enabled')) next.form?.requestSubmit(next);
  });
  return {
    ...sending,
    clear() {
      line.clear();
      clear();
    },
    root,
    handlers: {
      onClick: root.ours<MouseEvent>(dropSecondClick),
      onSubmit: root.ours((event) => {
        const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
        // The page has sent the form itself: there is no answer in it.
        if (!button) return event.preventDefault();
        if (!isNative || isPending) event.preventDefault();
        if (isPending) {
          if (button !== now.current) line.add(button);
          return;
        }
        now.current = button;
        // The browser reads the pressed button after this handler, so it must stay as it is.
        const later: Later = isNative ? setTimeout : (change) => change();
        const act = press(button.value, button.name, later);
        field = act.field;
        ask.record('started');
        later(act.show);
        send(act.values, act.data, act.succeed, act.undo);
        if (isNative) hub.flush();
      }),
    },
  };
}
