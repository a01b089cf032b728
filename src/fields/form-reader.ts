import { type Control, isOf } from './form-sent.ts';
import type { FormStore } from './form-store.ts';
import { isTouched } from './is-touched.ts';

/** Reads the form that is on the page, and holds what react-hook-form does not. */
export function createReader(store: FormStore, form: () => HTMLFormElement | null) {
  const files = new Map<string, FileList>();
  const controls = (name?: string) =>
    ([...(form()?.elements ?? [])] as Control[]).filter(
      (one) => !!one.name && (name === undefined || isOf({ name }, one.name)),
    );
  /** The button that was pressed; none where it has left the form meanwhile, or sends nothing any more: browsers throw at it. */
  const senderOf = (submitter: HTMLElement | null | undefined) => {
    const button = submitter as HTMLButtonElement | null | undefined;
    return button && button.form === form() && /^(submit|image)$/.test(button.type) ? button : undefined;
  };
  return {
    controls,
    isTouched: () =>
      store.specs().some(({ name }) => store.own(name) !== undefined) ||
      [...(form()?.elements ?? [])].some(isTouched),
    formData: (submitter: HTMLElement | null | undefined) =>
      new FormData(form() ?? undefined, senderOf(submitter)),
    senderOf,
    /** The first control that is wrong, among the fields named; one of the developer's own has no name. */
    firstWrong(names: readonly string[] | undefined): HTMLElement | null | undefined {
      const isWrong = ({ name }: Control) =>
        store.error(name) !== undefined || store.error(name.split('.')[0] ?? '') !== undefined;
      return (
        controls().find(
          (one) => isWrong(one) && (!names || names.some((name) => isOf({ name }, one.name))),
        ) ?? form()?.querySelector<HTMLElement>('[aria-invalid=true]')
      );
    },
    /** Files, unseen values, controls that are no native ones; and where there is something that nobody can read, unless it is to be kept. */
    beside(isKept?: boolean): Record<string, unknown> {
      const found: Record<string, unknown> = {};
      // A browser says "" of what it cannot read: half a date, letters where a number belongs. In one pass: a form may have
      // hundreds of controls.
      const unread = isKept ? [] : controls().filter(({ validity }) => validity?.badInput);
      for (const spec of store.specs()) {
        const own = store.own(spec.name);
        if (own !== undefined) found[spec.name] = own;
        else if (spec.type === 'file') found[spec.name] = files.get(spec.name);
        else if (spec.type === 'hidden')
          found[spec.name] = controls(spec.name)[0]?.value ?? spec.defaultValue;
        else if (unread.some((one) => isOf(spec, one.name))) found[spec.name] = '?';
      }
      return found;
    },
    holdFiles({ name, files: picked }: HTMLInputElement) {
      if (picked) files.set(name, picked);
    },
    /** A file control that comes back is empty, but takes the list of the one that went. */
    takeFiles(input: HTMLInputElement) {
      const held = files.get(input.name);
      if (input.files?.length) files.set(input.name, input.files);
      else if (held?.length) {
        input.files = held;
        // No browser tells of files that a script has put there, and the list beside the control has to hear of them.
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    },
  };
}
