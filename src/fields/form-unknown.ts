import { askName, trapName } from '../form/form-names.ts';
import { tell } from '../internal/messages.ts';
import { type Control, isOf } from './form-sent.ts';
import type { FormStore } from './form-store.ts';

/** Tells of controls whose values nobody would get: no field of the form stands for them. For development only. */
export function tellUnknown(
  form: string,
  store: FormStore,
  known: readonly { readonly name: string }[],
  controls: readonly Control[],
): void {
  const own = store.specs().filter(({ name }) => store.isOwn(name));
  for (const one of controls) {
    const { name } = one;
    if (
      !one.matches('input:not([type=hidden], [type=submit], [type=button], [type=reset]), select, textarea')
    )
      continue;
    if (name === askName || name === trapName || known.some((spec) => isOf(spec, name))) continue;
    // A field of the kit that React has not reached yet comes as markup before it says its name.
    if (one.matches(':disabled, .sy-form-challenge *, .sy-field *')) continue;
    // The control of a `useField` may have any name: its value travels by `setValue`.
    const describedBy = one.getAttribute('aria-describedby') ?? '';
    if (!own.some((spec) => describedBy.includes(`-${spec.name}-error`))) tell(504, form, name);
  }
}
