import type { Hub } from '../provider/hub.ts';
import type { FormDraft } from './form-config.ts';

/** How much of what a visitor has typed outlives the page, and for how long. */
export interface DraftOptions {
  /** Days until it is forgotten; a part of one will do. Default: that of the ask. */
  readonly days?: number | undefined;
  /**
   * Leaves out what must not be kept. Files, hidden fields, boxes to tick, and what is a card, a password or a code by its
   * `autocomplete`, its name or its `type="password"` are never kept.
   */
  readonly scrub?:
    | ((values: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>)
    | undefined;
}

/** A draft that the provider's memory keeps, by component and id of its ask: `step-form|quote`. None where none is wanted. */
export function draftInMemory(
  hub: Pick<Hub, 'site'>,
  ask: string,
  draft: boolean | DraftOptions | undefined,
  usualDays: number,
  own?: Pick<FormDraft, 'more' | 'onRestore'>,
): FormDraft | undefined {
  if (draft === false) return undefined;
  // Of true and of undefined an object without either.
  const { days = usualDays, scrub }: DraftOptions = Object(draft);
  return {
    ...own,
    memory: hub.site.memory,
    hub,
    key: `draft:${ask}`,
    maxAge: days * 86_400_000,
    scrub,
  };
}
