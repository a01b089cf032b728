import { createFormControl, type FieldValues } from 'react-hook-form';
import type { RawValues } from '../form/form-values.ts';
import { checkGroups } from './form-check.ts';
import type { FormConfig } from './form-config.ts';
import { flatErrors } from './form-errors.ts';
import type { FormStore } from './form-store.ts';

/** What react-hook-form knows of a form. It is checked by the kit's own rules; `beside` holds the values of controls of one's own. */
export function createControl(store: FormStore, read: () => FormConfig, beside: () => RawValues) {
  // Only a try to go on says that something is missing: whoever tabs through a form has not left anything out yet.
  let isDeciding = false;
  let decidesOn: readonly string[] | undefined;

  const control = createFormControl<FieldValues>({
    mode: 'onTouched',
    shouldFocusError: false,
    async resolver(raw, _context, options) {
      // A try to go on concerns what the ask says; react-hook-form knows of native controls alone.
      const isStrict = isDeciding;
      const names = isStrict ? decidesOn : options.names;
      const isSpared = (name: string) => !isStrict && !store.error(name);
      return checkGroups(read().groups(), names, { ...raw, ...beside() }, read(), isSpared);
    },
  });
  control.subscribe({
    formState: { errors: true },
    callback: ({ errors }) => store.setErrors(flatErrors(errors ?? {})),
  });

  return {
    control,
    /** Checks as a try to go on does, which concerns these fields, or all. */
    async decide<T>(names: readonly string[] | undefined, check: () => Promise<T>): Promise<T> {
      isDeciding = true;
      decidesOn = names;
      try {
        return await check();
      } finally {
        isDeciding = false;
      }
    },
  };
}
