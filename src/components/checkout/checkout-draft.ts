import { freshNote } from '../../fields/fresh-note.ts';
import { isSecret } from '../../fields/is-secret.ts';
import { isTouched } from '../../fields/is-touched.ts';
import { focusIn } from '../../internal/focus-in.ts';
import type { VisitorMemory } from '../../provider/memory.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const day = 86_400_000;
// What is secret, what nobody has typed, and boxes, which are never ticked for a visitor.
const unkept = /^(password|hidden|file|submit|button|image|reset|checkbox)$/;

/**
 * Each step is a form of its own: a street of the delivery is none of the bill. Several fields of one name, such as of guests, are
 * told apart by their order; radios are one field.
 */
function keyOf(field: Field): string {
  const form = field.closest('form');
  const step = form?.querySelector<HTMLInputElement>('[name=step]')?.value ?? '';
  const same = ([...(form?.elements ?? [])] as Field[]).filter(({ name }) => name === field.name);
  const at = field.type === 'radio' ? 0 : same.indexOf(field);
  return `${step}|${field.name}${at > 0 ? `|${at}` : ''}`;
}

/**
 * Keeps what was typed into the plain steps, so that a way to the payment service and back loses nothing. It waits for the visitor's
 * consent as all memory does, and forgets after a week.
 */
export function createCheckoutDraft(memory: VisitorMemory, key: string) {
  const fieldsOf = (root: Element) =>
    [...root.querySelectorAll<Field>('.sy-checkout-form :is(input, select, textarea)[name]')].filter(
      ({ type, autocomplete, name }) => !unkept.test(type) && !isSecret(autocomplete, name),
    );
  return {
    /** Nothing is kept where nobody has typed: it would take the place of what an earlier page has kept. */
    note(root: Element | null, used: ReadonlySet<unknown>) {
      const fields = root ? fieldsOf(root) : [];
      if (!used.size && !fields.some(isTouched)) return;
      const typed: Record<string, string> = {};
      for (const field of fields)
        if (field.value && (field.type !== 'radio' || (field as HTMLInputElement).checked))
          typed[keyOf(field)] = field.value;
      memory.set(key, JSON.stringify({ v: 1, t: Date.now(), typed }));
    },
    /** What the visitor has used since the page came is newer than any draft. */
    restore(root: Element | null, used: ReadonlySet<unknown>) {
      const typed = read(freshNote(memory, key, (note) => !read(note)));
      if (!root || !typed) return;
      const fields = fieldsOf(root);
      // Before the page came alive as well. A select that React controls says something else than its markup from the start.
      const newer = new Set([...used].map((field) => keyOf(field as Field)));
      for (const field of fields)
        if (!field.type.startsWith('select') && isTouched(field)) newer.add(keyOf(field));
      for (const field of fields) {
        const key = keyOf(field);
        const value = Object.hasOwn(typed, key) ? typed[key] : undefined;
        // One that the page has taken away since is in no form, and may have stood in any.
        const isNewer = newer.has(key) || newer.has(`|${field.name}`);
        if (typeof value !== 'string' || isNewer || focusIn(field)) continue;
        if (field.type === 'radio') {
          if (field.value === value && !(field as HTMLInputElement).checked) field.click();
        } else if (field.value !== value) {
          // Past the wrapper that React puts around it, or the page's own state would not hear of it.
          Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
          field.dispatchEvent(new Event('input', { bubbles: true }));
          if (field.type.startsWith('select')) field.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }
    },
    drop: () => memory.set(key, ''),
  };
}

/** Storage may hold anything. */
function read(text: string | null): Readonly<Record<string, unknown>> | undefined {
  try {
    const { v, t, typed } = JSON.parse(text || '{}');
    return v === 1 && Math.abs(Date.now() - t) < 7 * day && typeof typed === 'object' && typed
      ? typed
      : undefined;
  } catch {
    return undefined;
  }
}
