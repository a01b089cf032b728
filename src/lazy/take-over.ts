type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Gives what a visitor entered, and the focus, from elements to others of the same make, and gives back what tells which became
 * which. Where a control has another name or type in the other, the two are not the same any more, and it is left alone.
 */
export function takeOver(
  from: readonly Element[],
  to: readonly Element[],
  focused: Element | null | undefined,
): (element: Element) => Element | undefined {
  const [originals, twins] = [allOf(from), allOf(to)];
  const twinOf = (element: Element) => {
    const twin = twins[originals.indexOf(element)];
    return twin?.tagName === element.tagName ? twin : undefined;
  };
  for (const one of originals) {
    const other = twinOf(one);
    if (other && isControl(one) && isControl(other) && one.name === other.name && one.type === other.type)
      copyValue(one, other);
  }
  if (focused && document.activeElement === document.body) {
    const twin = twinOf(focused) as HTMLElement | undefined;
    twin?.focus({ preventScroll: true });
    copyCaret(focused as HTMLInputElement, twin as HTMLInputElement | undefined);
  }
  return twinOf;
}

function copyValue(one: Control, other: Control) {
  const key =
    one.type === 'radio' || one.type === 'checkbox' ? 'checked' : one.type === 'file' ? 'files' : 'value';
  if (one.type === 'select-multiple')
    for (const [at, { selected }] of [...(one as HTMLSelectElement).options].entries()) {
      const option = (other as HTMLSelectElement).options[at];
      if (option) option.selected = selected;
    }
  else if (Reflect.get(one, key) === Reflect.get(other, key)) return;
  // By the setter of the platform: React remembers what is set on the element itself, and would not hear of it.
  else Reflect.set(Object.getPrototypeOf(other), key, Reflect.get(one, key), other);
  other.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Fields of some types, such as an e-mail address, do not tell where it is. */
function copyCaret(one: HTMLInputElement, other: HTMLInputElement | undefined) {
  const { selectionStart, selectionEnd } = one;
  if (selectionStart !== null && one.value === other?.value)
    other.setSelectionRange?.(selectionStart, selectionEnd);
}

function allOf(roots: readonly Element[]): Element[] {
  return roots.flatMap((root) => [root, ...root.querySelectorAll('*')]);
}

function isControl(element: Element): element is Control {
  return /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
}
