import { trapName } from '../form/form-names.ts';
import type { RawValues } from '../form/form-values.ts';
import { isSeen } from '../form/validate-form.ts';
import { focused } from '../internal/focused.ts';
import { hasFailed } from '../internal/has-failed.ts';
import { dropHeldEnter } from '../internal/held-enter.ts';
import { tell } from '../internal/messages.ts';
import { createSubmission } from '../internal/submission.ts';
import { offerMeant } from './email-meant.ts';
import { createAdopter } from './form-adopt.ts';
import { sayProblem } from './form-check.ts';
import type { FormConfig, FormMachine } from './form-config.ts';
import { createControl } from './form-control.ts';
import { countIn } from './form-count.ts';
import { createDraftKeeper } from './form-draft.ts';
import { gather } from './form-gather.ts';
import { createPress } from './form-press.ts';
import { createReader } from './form-reader.ts';
import { byName, type Control, circumstancesOf, comingBack, isOf, keepableOf, sentOf } from './form-sent.ts';
import type { FormStore } from './form-store.ts';
import { tellUnknown } from './form-unknown.ts';
import { sayFile } from './say-file.ts';
import { sayOffsets } from './say-offsets.ts';

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
  let isBusy = false;
  let isLeaving = false;
  let hasLeft = false;
  let isOver = false;
  /** Fields whose control hides what is typed, as the page has drawn it. */
  const veiled = new Set<string>();
  /** What a try is about: the form as it stood when the visitor pressed the button. */
  let about = {} as ReturnType<typeof circumstancesOf>;
  /** Where the focus was then. */
  let pressedAt: Element | null;
  let onChange: ((event: { type: string; target: Control }) => unknown) | undefined;

  const reader = createReader(store, () => attached);
  const { controls, isTouched, formData, senderOf, beside, firstWrong, holdFiles, takeFiles } = reader;
  const { control, decide } = createControl(store, read, beside);
  const adopt = createAdopter(control);
  const press = createPress();
  const submission = createSubmission<Record<string, unknown>>(() => {
    const { onSubmit, action, createKey, ask, timeout } = read();
    const send = onSubmit ?? (typeof action === 'function' ? () => action(about.formData) : undefined);
    return {
      createKey,
      ask,
      timeout,
      replacer: sayFile,
      onSubmit: send && ((values, context) => send(values as never, { ...context, ...about })),
    };
  }, store.settle);
  const draft = createDraftKeeper(
    () => read().draft,
    () => keepableOf(allSpecs(), { ...control.getValues(), ...beside(true) }, veiled),
  );

  const groups = () => read().groups();
  const specs = () => groups().flatMap((group) => group.specs);
  const allSpecs = () => read().fields?.() ?? specs();
  const raw = (): RawValues => ({ ...control.getValues(), ...beside() });

  const specOf = (one: Control) => store.specs().find(({ name }) => name === one.name);
  const count = (one: Control) => countIn(one, () => specOf(one), sayProblem(read().speak));

  const onInput = (event: Event) => {
    const target = event.target as Control;
    if (!target.name || target.name === trapName || target.form !== attached) return;
    // Whoever types into a form that the browser has taken away is here again.
    stay();
    count(target);
    offerMeant(target, undefined, read().speak);
    if (target.type === 'file') holdFiles(target as HTMLInputElement);
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
    if (next?.name !== target.name)
      press.after(() => {
        void onChange?.({ type: 'blur', target });
        offerMeant(target, specOf(target), sayProblem(read().speak));
      });
  };

  const heard: Readonly<Record<string, (event: never) => void>> = {
    input: onInput,
    change: onInput,
    focusout: onLeave,
    formdata: ({ formData }: FormDataEvent) => sayOffsets(allSpecs(), formData),
    keydown: (event: KeyboardEvent) => dropHeldEnter(event, 'input, button'),
  };
  const listen = (act: 'addEventListener' | 'removeEventListener') => {
    for (const type in heard) attached?.[act](type, heard[type] as EventListener);
  };

  const machine: FormMachine = {
    get isLeaving() {
      return isLeaving;
    },
    raw,
    isTouched,
    attach() {
      const form = element();
      if (form !== attached) {
        machine.detach();
        attached = form;
        if (form) press.start(form.ownerDocument);
        listen('addEventListener');
      }
      if (!form) return;
      // From here on the kit speaks; until now the browser did.
      form.noValidate = true;
      const known = allSpecs();
      const named = new Map(known.map((each) => [each.name, each]));
      if (process.env.NODE_ENV !== 'production') tellUnknown(read().name, store, known, controls());
      for (const [name, elements] of byName(controls())) {
        const spec = named.get(name) ?? known.find((each) => isOf(each, name));
        if (!spec || spec.type === 'hidden') continue;
        if (elements[0]?.type === 'password') veiled.add(spec.name);
        if (spec.type === 'file') takeFiles(elements[0] as HTMLInputElement);
        else onChange = adopt(name, elements, spec.type === 'choices');
        if (elements[0]) count(elements[0]);
      }
      // A control of one's own that comes after its value was brought back.
      for (const { name } of store.specs())
        if (store.isOwn(name) && store.own(name) === undefined && control.getValues(name) !== undefined)
          store.setOwn(name, control.getValues(name));
      machine.bringBack(true);
    },
    bringBack(isOnce) {
      const found = attached ? draft.restore(isOnce) : null;
      if (found === null) return;
      // Typed before this code was there: perhaps no key comes after it.
      if (isTouched()) draft.note();
      const kept = comingBack(found ?? {}, allSpecs(), raw(), controls());
      if (Object.keys(kept).length) machine.fill(kept);
    },
    detach() {
      // The fields are still known now, and no more when the time of the draft has come.
      draft.flush();
      press.stop();
      listen('removeEventListener');
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
      const rest: string[] = [];
      for (const [name, message] of Object.entries(errors))
        if (allSpecs().some((spec) => isSeen(spec) && isOf(spec, name)))
          control.setError(name, { message: String(message) });
        else rest.push(String(message));
      if (rest.length) control.setError('root', { message: rest.join(' ') });
    },
    note: draft.note,
    async check(names, isWanted) {
      pressedAt = focused();
      const isFine = await decide(names, () => control.trigger(names && [...names, 'root']));
      if (isWanted?.() === false) return false;
      if (isFine) store.settle(undefined);
      else focusFirst(names);
      return isFine;
    },
    async submit(submitter) {
      // Sent is sent: a second press of Enter, before the screen says so, must not send again.
      const { settled } = store.view();
      if (isBusy || (settled && !hasFailed(settled))) return;
      machine.attach();
      if (!attached) return store.settle(undefined);
      const pressed = { specs: specs(), raw: raw() };
      const since = read().since();
      about = circumstancesOf(
        pressed.specs,
        pressed.raw,
        controls(),
        formData(submitter),
        since && Math.round(performance.now() - since),
      );
      isBusy = true;
      pressedAt = focused();
      let values: Record<string, unknown> | undefined;
      try {
        await decide(undefined, () =>
          control.handleSubmit((entered) => {
            values = entered;
          })(),
        );
      } finally {
        isBusy = !!values;
      }
      if (isOver) return;
      if (!values) return focusFirst();
      const { action, onSubmit } = read();
      const isNative = typeof action === 'string' && !onSubmit;
      // While a press is being handled browsers ignore a second one, and what is awaited here may all be done by then.
      if (isNative) await new Promise((resolve) => setTimeout(resolve));
      if (isOver) return;
      if (isNative && !attached) {
        isBusy = false;
        return store.settle(undefined);
      }
      const sent = sentOf(pressed.specs, values, pressed.raw);
      submission.send(values, (end) => {
        isBusy = false;
        if (process.env.NODE_ENV !== 'production' && end.error) tell(401, read().name, String(end.error));
        const { status, message, errors = {} } = end;
        // A refusal without a word would leave the visitor without one.
        const isMute = status === 'invalid' && !message && Object.keys(errors).length === 0;
        machine.refuse(isMute ? { '': read().speak('failed') } : errors);
        if (!hasFailed(end)) draft.drop();
        read().onSettle(end, sent);
        if (end.status === 'invalid') queueMicrotask(focusFirst);
      });
      if (isNative && attached) {
        read().onLeave?.();
        isLeaving = true;
        try {
          attached.requestSubmit(senderOf(submitter));
        } finally {
          // Or the next press would pass unchecked.
          isLeaving = false;
        }
        hasLeft = true;
        addEventListener('pageshow', stay, { once: true });
      }
    },
    end() {
      isOver = true;
      for (const one of controls()) {
        countIn(one, undefined, read().speak);
        offerMeant(one, undefined, read().speak);
      }
      machine.detach();
      submission.clear();
      draft.drop();
    },
  };

  /** The visitor came back from where the form went, or never left the page: a download leaves it there. */
  function stay() {
    if (hasLeft && !isOver) store.settle(undefined);
    hasLeft = false;
  }

  function focusFirst(names?: readonly string[]) {
    store.settle({ ...store.view().settled, status: 'invalid' });
    const now = focused();
    // Whoever is elsewhere by then stays there.
    if (now === pressedAt || now === document.body || attached?.contains(now)) firstWrong(names)?.focus();
  }

  // Once for all fields that one render brings: each look goes through the whole form.
  store.onFields(
    gather((changed) => {
      if (isOver) return;
      machine.attach();
      for (const name of changed) {
        draft.note();
        if (store.error(name)) void control.trigger(name);
      }
      read().onValues?.();
    }),
  );
  machine.attach();
  return machine;
}
