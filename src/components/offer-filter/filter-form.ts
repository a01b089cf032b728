/** Writes a filter into the fields of its form, whatever stood there. */
export function fillForm(form: HTMLFormElement, params: URLSearchParams): void {
  for (const field of form.elements as Iterable<Element> as Iterable<HTMLInputElement | HTMLSelectElement>) {
    const { name, type } = field;
    if (!name || type === 'submit') continue;
    const all = params.getAll(name);
    if (type === 'checkbox' || type === 'radio')
      // The answer "any" has no value, and stands for none.
      (field as HTMLInputElement).checked = all.includes(field.value) || (field.value === '' && !all[0]);
    else field.value = all[0] ?? ('options' in field ? (field.options[0]?.value ?? '') : '');
  }
  for (const range of form.querySelectorAll<HTMLElement>('[data-range]')) alignRange(range);
}

/**
 * Makes the handles of a range and its two number fields say the same: the fields follow the handle that was moved, else the
 * handles follow the fields. A handle does not pass the other.
 */
export function alignRange(range: HTMLElement, moved?: Element): void {
  const [low, high] = range.querySelectorAll<HTMLInputElement>('[type=range]');
  const [from, to] = range.querySelectorAll<HTMLInputElement>('[type=number]');
  if (!low || !high || !from || !to) return;
  const { min, max } = low;
  if (moved === low || moved === high) {
    if (moved === low) low.value = String(Math.min(+low.value, +high.value));
    else high.value = String(Math.max(+low.value, +high.value));
    // A handle at its end sets no limit.
    const field = moved === low ? from : to;
    const end = moved === low ? min : max;
    field.value = (moved as HTMLInputElement).value === end ? '' : (moved as HTMLInputElement).value;
  } else {
    low.value = from.value || min;
    high.value = to.value || max;
  }
  const share = (handle: HTMLInputElement) => ((+handle.value - +min) / (+max - +min)) * 100;
  const fill = range.querySelector('rect');
  fill?.setAttribute('x', `${Math.min(share(low), share(high))}%`);
  fill?.setAttribute('width', `${Math.abs(share(high) - share(low))}%`);
}
