'use client';
import { type SyntheticEvent, useState } from 'react';
import { focusIn } from '../internal/focus-in.ts';
import { dropHeldEnter } from '../internal/held-enter.ts';
import { tell } from '../internal/messages.ts';
import { isSafeUrl } from '../internal/safe-url.ts';
import type { Ask } from './ask.ts';

/** What an ask puts around its form: see {@link useAskRoot}. Stable for the component's lifetime. */
export interface AskRoot {
  /** For the root element. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /** Makes a handler of the root deaf to what happens outside the ask's own form, such as in the next ask. */
  ours<E extends SyntheticEvent>(handle: (event: E) => void): (event: E) => void;
  /** What its fields hold now. */
  fields(): FormData;
  /** Sends the form as if its button was pressed, with this radio checked: Enter decides on one that is not yet. */
  submit(radio: EventTarget | null): void;
  /** Moves the focus to the first of these that is there, if it stands in the form: call it before what has it goes. */
  keepFocus(...selectors: string[]): void;
}

/**
 * The root element of an ask whose controls stand in one form. Give it the ask, and what must look at the form as
 * soon as it is there (`useChoiceGroup` takes over what was picked before hydration). Spread the ref and the wrapped
 * handlers on the element that has `data-sy-ask`; the form is the first one inside it:
 *
 * ```tsx
 * const root = useAskRoot(ask, choice.group.ref);
 * <div data-sy-ask="poll" ref={root.ref} onSubmit={root.ours(send)} onReset={root.ours(restart)}>
 *   <form method="post">…</form>
 *   <NextSlot … />
 * </div>
 * ```
 *
 * The element gets `reset()`, which resets the form: begin a new attempt in `onReset`. Enter that is held presses once.
 */
export function useAskRoot(ask: Ask, adopt?: (form: Element) => void): AskRoot {
  const [root] = useState(() => createAskRoot(ask, adopt));
  return root;
}

function createAskRoot(ask: Ask, adopt: ((form: Element) => void) | undefined): AskRoot {
  let form: HTMLFormElement | null = null;
  return {
    ref(element) {
      form = element?.querySelector('form') ?? null;
      if (form) adopt?.(form);
      if (element) (element as HTMLFormElement).reset = () => form?.reset();
      (element as HTMLElement | null)?.addEventListener('keydown', dropHeldEnter);
      return ask.ref(element);
    },
    ours: (handle) => (event) => {
      if (form?.contains(event.target as Element)) handle(event);
    },
    fields: () => new FormData(form ?? undefined),
    submit(radio) {
      (radio as HTMLInputElement).checked = true;
      form?.requestSubmit();
    },
    keepFocus(...selectors) {
      if (focusIn(form))
        for (const selector of selectors) {
          const next = form?.querySelector<HTMLElement>(selector);
          if (next) return next.focus({ preventScroll: true });
        }
    },
  };
}

/**
 * Where a form may go: its own `action`, or undefined when that is an address which could run code, of which the
 * developer of `ask` is told. React refuses such addresses too, but would leave a form that leads nowhere.
 */
export function readAction<Action>(ask: string, action: Action): Action | undefined {
  if (typeof action !== 'string' || isSafeUrl(action)) return action;
  if (process.env.NODE_ENV !== 'production') tell(110, ask, action);
  return undefined;
}
