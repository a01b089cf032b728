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
    return {
      note: () => part.get()?.note(root.current),
      drop: () => part.get()?.drop(),
      restore: () => void part.load().then(() => part.get()?.restore(root.current)),
    };
  });
  return draft;
}
