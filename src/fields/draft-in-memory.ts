import type { VisitorMemory } from '../provider/memory.ts';
import type { FormDraft } from './form-config.ts';

/** A draft that the provider's memory keeps, by component and id of its ask: `step-form|quote`. */
export function draftInMemory(
  memory: VisitorMemory,
  ask: string,
  draft: Omit<FormDraft, 'memory' | 'key'>,
): FormDraft {
  return { ...draft, memory, key: `draft:${ask}` };
}
