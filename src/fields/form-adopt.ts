import type { Control } from './form-sent.ts';

/** What is needed of react-hook-form. */
interface Registry {
  register(name: string): {
    ref(element: Control): void;
    onChange(event: { type: string; target: Control }): unknown;
  };
  getValues(name: string): unknown;
  setValue(name: string, value: unknown): void;
}

/**
 * Hands the controls of a name over to react-hook-form, as they stand. A group is handed over as one: member by member,
 * react-hook-form takes the first one's answer for the whole and unticks what the visitor has picked.
 */
export function createAdopter(control: Registry) {
  const known = new Set<string>();
  const adopted = new WeakSet<Control>();
  return (name: string, elements: readonly Control[], isList: boolean) => {
    const isGroup = /^(radio|checkbox)$/.test(elements[0]?.type ?? '');
    const isNew = elements.some((one) => !adopted.has(one));
    // What comes back to the page takes the value that it had. Of what has stayed the page has the last word: password
    // managers and browsers fill in without telling, and a control makes nothing of a value that it cannot show.
    const before = control.getValues(name);
    const held = known.has(name) && isNew ? before : heldBy(elements as HTMLInputElement[], isList);
    const isOff = known.has(name) && String(held ?? '') !== String(before ?? '');
    const registered = control.register(name);
    for (const one of elements) {
      registered.ref(one);
      adopted.add(one);
    }
    if ((isGroup && isNew) || isOff) control.setValue(name, held);
    known.add(name);
    return registered.onChange;
  };
}

function heldBy(boxes: readonly HTMLInputElement[], isList: boolean): unknown {
  const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  if (isList) return ticked;
  if (boxes[0]?.type === 'radio') return ticked[0] ?? null;
  return boxes[0]?.type === 'checkbox' ? ticked.length > 0 : boxes[0]?.value;
}
