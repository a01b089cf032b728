import { createFormControl, type FieldValues } from 'react-hook-form';
import { trapName } from '../form/form-names.ts';
import { isLeftOut, type RawValues, readValue } from '../form/form-values.ts';
import { tell } from '../internal/messages.ts';
import { createSubmission, type Settled } from '../internal/submission.ts';
import { createAdopter } from './form-adopt.ts';
import { checkGroups, sayProblem } from './form-check.ts';
import type { FormConfig, FormMachine } from './form-config.ts';
import { countIn } from './form-count.ts';
import { createDraftKeeper } from './form-draft.ts';
import { flatErrors } from './form-errors.ts';
import { createPress } from './form-press.ts';
import { type Control, circumstancesOf, isOf, isUntouched, keepableOf, sentOf } from './form-sent.ts';
import type { FormStore } from './form-store.ts';

export type { FormMachine } from './form-config.ts';

/**
 * Takes a form over without re-mounting a control: react-hook-form registers the elements that are there and reads what
 * they hold, so that no character, focus or selection is lost. One pair of listeners serves the whole form.
 */
export function createFormMachine(
  store: FormStore,
  read: () => FormConfig,
  element: () => HTMLFormElement | null,
): FormMachine {
  let attached: HTMLFormElement | null = null;
  let firstTouch = 0;
  // Only a try to go on says that something is missing: whoever tabs through a form has not left anything out yet.
  let isDeciding = false;
  let decidesOn: readonly string[] | undefined;
  let isBusy = false;
  let isLeaving = false;
  let onChange: ((event: { type: string; target: Control }) => unknown) | undefined;
  const files = new Map<string, FileList>();

  const control = createFormControl<FieldValues>({
    mode: 'onTouched',
    shouldFocusError: false,
    async resolver(raw, _context, options) {
      // A try to go on concerns what the ask says; react-hook-form knows of native controls alone.
      const names = isDeciding ? decidesOn : options.names;
      const groups = read()
        .groups()
        .filter(({ specs }) => !names || specs.some((spec) => names.some((name) => isOf(spec, name))));
      return checkGroups(
        groups,
        { ...raw, ...beside() },
        read(),
        (name) => !isDeciding && !store.error(name),
      );
    },
  });
  control.subscribe({
    formState: { errors: true },
    callback: ({ errors }) => store.setErrors(flatErrors(errors ?? {})),
  });

  const adopt = createAdopter(control);
  const press = createPress();
  const submission = createSubmission<Record<string, unknown>>(() => {
    const { onSubmit, action, createKey, timeout } = read();
    const send = onSubmit ?? (typeof action === 'function' ? () => action(formData()) : undefined);
    return {
      createKey,
      timeout,
      onSubmit: send && ((values, context) => send(values as never, { ...context, ...circumstances() })),
    };
  }, store.settle);
  const draft = createDraftKeeper(
    () => read().draft,
    () => keepableOf(allSpecs(), raw()),
  );

  const formData = () => new FormData(attached ?? undefined);
  const controls = (name?: string) =>
    ([...(attached?.elements ?? [])] as Control[]).filter(
      (one) => !!one.name && (name === undefined || isOf({ name }, one.name)),
    );
  const specs = () =>
    read()
      .groups()
      .flatMap((group) => group.specs);
  const allSpecs = () => read().fields?.() ?? specs();
  /** What react-hook-form does not hold: files, unseen values, controls that are no native ones. */
  const beside = (): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    for (const spec of store.specs()) {
      const own = store.own(spec.name);
      if (own !== undefined) found[spec.name] = own;
      else if (spec.type === 'file') found[spec.name] = files.get(spec.name);
      else if (spec.type === 'hidden') found[spec.name] = controls(spec.name)[0]?.value ?? spec.defaultValue;
      // A browser says "" of what it cannot read: half a date, letters where a number belongs.
      else if (controls(spec.name).some((one) => one.validity.badInput)) found[spec.name] = '?';
    }
    return found;
  };
  const raw = (): RawValues => ({ ...control.getValues(), ...beside() });

  const count = (one: Control) =>
    countIn(
      one,
      store.specs().find(({ name }) => name === one.name),
      sayProblem(read().speak),
    );

  /** A file control that comes back is empty, but takes the list of the one that went. */
  function takeFiles(input: HTMLInputElement) {
    const held = files.get(input.name);
    if (input.files?.length) files.set(input.name, input.files);
    else if (held) input.files = held;
  }

  const circumstances = () =>
    circumstancesOf(
      specs(),
      raw(),
      controls(),
      formData(),
      firstTouch && Math.round(performance.now() - firstTouch),
    );

  const onInput = (event: Event) => {
    const target = event.target as Control;
    if (!target.name || target.name === trapName || target.form !== attached) return;
    firstTouch ||= performance.now();
    count(target);
    if (target.type === 'file') files.set(target.name, (target as HTMLInputElement).files as FileList);
    // A text reports each key as `input` and leaving it as `change`; radios, boxes and lists report both at once.
    else if (event.type === 'input') void onChange?.({ type: 'change', target });
    if (store.error(target.name) && (target.type === 'file' || !control.getFieldState(target.name).isTouched))
      void control.trigger(target.name);
    if (event.type === 'input' || target.type === 'file') {
      read().onValues?.();
      draft.note();
    }
  };
  const onLeave = (event: FocusEvent) => {
    const target = event.target as Control;
    if (!target.name || target.type === 'file' || target.form !== attached) return;
    // The whole group is left, not one of its radios.
    const next = event.relatedTarget as Partial<Control> | null;
    if (next?.name !== target.name) press.after(() => void onChange?.({ type: 'blur', target }));
  };

  const machine: FormMachine = {
    get isLeaving() {
      return isLeaving;
    },
    raw,
    attach() {
      const form = element();
      if (form !== attached) {
        machine.detach();
        attached = form;
        if (form) press.start();
        form?.addEventListener('input', onInput);
        form?.addEventListener('change', onInput);
        form?.addEventListener('focusout', onLeave);
      }
      if (!form) return;
      // From here on the kit speaks; until now the browser did.
      form.noValidate = true;
      const known = allSpecs();
      for (const name of new Set(controls().map((one) => one.name))) {
        const spec = known.find((each) => isOf(each, name));
        if (!spec || spec.type === 'hidden') continue;
        const elements = controls(name).filter((one) => one.name === name);
        if (spec.type === 'file') takeFiles(elements[0] as HTMLInputElement);
        else onChange = adopt(name, elements, spec.type === 'choices');
        if (elements[0]) count(elements[0]);
      }
      // A control of one's own that comes after its value was brought back.
      for (const { name } of store.specs())
        if (store.isOwn(name) && store.own(name) === undefined && control.getValues(name) !== undefined)
          store.setOwn(name, control.getValues(name));
    },
    detach() {
      press.stop();
      attached?.removeEventListener('input', onInput);
      attached?.removeEventListener('change', onInput);
      attached?.removeEventListener('focusout', onLeave);
      attached = null;
    },
    fill(values) {
      for (const [name, value] of Object.entries(values)) {
        if (store.isOwn(name)) store.setOwn(name, value);
        else if (typeof value === 'object' && value && !Array.isArray(value))
          for (const [part, text] of Object.entries(value)) control.setValue(`${name}.${part}`, text);
        else control.setValue(name, value);
      }
      for (const one of controls()) count(one);
      read().onValues?.();
    },
    refuse(errors) {
      for (const [name, message] of Object.entries(errors)) {
        const isKnown = allSpecs().some((spec) => isOf(spec, name));
        control.setError(isKnown ? name : 'root', { type: 'server', message: String(message) });
      }
    },
    note: draft.note,
    async check(names) {
      const isFine = await decide(names, () => control.trigger(names && [...names, 'root']));
      if (isFine) store.settle(undefined);
      else focusFirst(names);
      return isFine;
    },
    async submit(submitter) {
      // Sent is sent: a second press of Enter, before the screen says so, must not send again.
      if (isBusy || isDone(store.view().settled)) return;
      isBusy = true;
      machine.attach();
      firstTouch ||= performance.now();
      let values: Record<string, unknown> | undefined;
      await decide(undefined, () =>
        control.handleSubmit((entered) => {
          values = entered;
        })(),
      );
      if (!values) {
        isBusy = false;
        return focusFirst();
      }
      const { action, onSubmit } = read();
      const isNative = typeof action === 'string' && !onSubmit;
      // While a press is being handled browsers ignore a second one, and what is awaited here may all be done by then.
      if (isNative) await new Promise((resolve) => setTimeout(resolve));
      const sent = sentOf(specs(), values, raw());
      submission.send(values, (end) => {
        isBusy = false;
        if (process.env.NODE_ENV !== 'production' && end.error) tell(401, read().name, String(end.error));
        machine.refuse(end.errors ?? {});
        if (isDone(end)) draft.drop();
        read().onSettle(end, sent);
        if (end.status === 'invalid') queueMicrotask(focusFirst);
      });
      if (isNative && attached) {
        read().onLeave?.();
        isLeaving = true;
        attached.requestSubmit(submitter);
        isLeaving = false;
      }
    },
    end() {
      for (const one of controls()) countIn(one, undefined, read().speak);
      store.onFields(undefined);
      machine.detach();
      submission.clear();
      draft.drop();
    },
  };

  async function decide<T>(names: readonly string[] | undefined, act: () => Promise<T>): Promise<T> {
    isDeciding = true;
    decidesOn = names;
    try {
      return await act();
    } finally {
      isDeciding = false;
    }
  }

  function focusFirst(names?: readonly string[]) {
    store.settle({ ...store.view().settled, status: 'invalid' });
    const isWrong = ({ name }: Control) =>
      store.error(name) !== undefined || store.error(name.split('.')[0] ?? '') !== undefined;
    const first = controls().find(
      (one) => isWrong(one) && (!names || names.some((name) => isOf({ name }, one.name))),
    );
    first?.focus();
  }

  store.onFields((own) =>
    queueMicrotask(() => {
      machine.attach();
      if (own !== undefined) {
        firstTouch ||= performance.now();
        draft.note();
        if (store.error(own)) void control.trigger(own);
      }
      read().onValues?.();
    }),
  );
  machine.attach();
  // What was typed since the page came is newer than a draft.
  const kept = Object.entries(draft.restore() ?? {}).filter(([name]) => {
    const spec = allSpecs().find((each) => each.name === name);
    return (
      spec &&
      (isLeftOut(spec, readValue(spec, raw()[name])) || controls(name).every((one) => isUntouched(one)))
    );
  });
  if (kept.length) machine.fill(Object.fromEntries(kept));
  return machine;
}

function isDone(end: Settled | undefined): boolean {
  return !!end && end.status !== 'failed' && end.status !== 'invalid';
}
