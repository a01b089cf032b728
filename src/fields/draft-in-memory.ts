import type { VisitorMemory } from '../provider/memory.ts';
import type { FormDraft } from './form-config.ts';

/** A draft that the provider's memory keeps, by component and id of its ask: `step-form|quote`. */
export function draftInMemory(
  memory: VisitorMemory,
  ask: string,
  draft: Omit<FormDraft, 'read' | 'write'>,
): FormDraft {
  const key = `draft:${ask}`;
  return { ...draft, read: () => memory.get(key), write: (note) => memory.set(key, note) };
}
