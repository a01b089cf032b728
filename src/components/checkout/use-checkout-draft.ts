'use client';
import { type RefObject, useState } from 'react';
import { late } from '../../internal/late.ts';
import { useHub } from '../../provider/context.ts';

/** What was typed into the plain steps. What keeps it comes after the first paint. */
export function useCheckoutDraft(id: string, root: RefObject<Element | null>) {
  const { memory } = useHub().site;
  const [draft] = useState(() => {
    const part = late(async () => {
      const { createCheckoutDraft } = await import('./checkout-draft.ts');
      return createCheckoutDraft(memory, `draft:checkout|${id}`);
    });
    // What the visitor has used since the page came: what the page renders anew looks like its start.
    const used = new Set<unknown>();
    const restore = (event?: unknown) => part.load(event).then(() => part.get()?.restore(root.current, used));
    let isDue = false;
    return {
      used,
      note() {
        isDue = !part.get();
        if (!isDue) return part.get()?.note(root.current, used);
        // The network has lost it, and the visitor goes on: what an earlier page has kept must not go with what is kept now.
        return void restore(true).then(() => isDue && part.get()?.note(root.current, used));
      },
      drop() {
        isDue = false;
        part.get()?.drop();
      },
      restore: () => void restore(),
    };
  });
  return draft;
}
