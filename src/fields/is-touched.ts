/** Whether a control says something else than it said at the start. What no visitor fills in never does. */
export function isTouched(one: Element): boolean {
  if (is(one, 'textarea')) return one.value !== one.defaultValue;
  if (is(one, 'input'))
    return /^(checkbox|radio)$/.test(one.type)
      ? one.checked !== one.defaultChecked
      : // Half a date, or a minus without its figures, is no value yet.
        one.type !== 'hidden' && (one.value !== one.defaultValue || one.validity.badInput);
  if (!is(one, 'select')) return false;
  const options = [...one.options];
  if (one.multiple) return options.some((option) => option.selected !== option.defaultSelected);
  // Of several defaults the last one counts; without any, a drop-down shows the first that can be picked.
  const first =
    options.findLast(({ defaultSelected }) => defaultSelected) ??
    (one.size > 1 ? undefined : options.find((option) => option.matches(':enabled')));
  return one.selectedOptions[0] !== first;
}

/** By its name: what stands in a frame is no instance of this window's classes. */
function is<Name extends keyof HTMLElementTagNameMap>(
  one: Element,
  name: Name,
): one is HTMLElementTagNameMap[Name] {
  return one.localName === name;
}
