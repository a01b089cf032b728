import type { FormStore } from '../../fields/form-store.ts';

/** Whether something stands in the form that was not there at the start. */
export function isDirty(layer: HTMLElement | null, store: FormStore): boolean {
  const { elements = [] } = layer?.querySelector('form') ?? {};
  return (
    store.specs().some(({ name }) => store.own(name) !== undefined) ||
    [...elements].some(
      (one) =>
        (one instanceof HTMLInputElement &&
          (/^(checkbox|radio)$/.test(one.type)
            ? one.checked !== one.defaultChecked
            : one.type !== 'hidden' && one.value !== one.defaultValue)) ||
        (one instanceof HTMLTextAreaElement && one.value !== one.defaultValue) ||
        (one instanceof HTMLSelectElement &&
          [...one.options].some(
            (option, place) => option.selected !== (option.defaultSelected || (!place && !hasDefault(one))),
          )),
    )
  );
}

function hasDefault(select: HTMLSelectElement): boolean {
  return select.multiple || [...select.options].some(({ defaultSelected }) => defaultSelected);
}
