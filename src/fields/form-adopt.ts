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
    // What comes back to the page takes the value that it had.
    const held = known.has(name) ? control.getValues(name) : heldBy(elements as HTMLInputElement[], isList);
    const registered = control.register(name);
    for (const one of elements) {
      registered.ref(one);
      adopted.add(one);
    }
    if (isGroup && isNew) control.setValue(name, held);
    known.add(name);
    return registered.onChange;
  };
}

function heldBy(boxes: readonly HTMLInputElement[], isList: boolean): unknown {
  const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  if (isList) return ticked;
  return boxes[0]?.type === 'radio' ? (ticked[0] ?? null) : ticked.length > 0;
}
