'use client';
import { type FormEvent, type MouseEvent, useEffect, useId, useState } from 'react';
import type { FieldSpec } from '../form/index.ts';
import { loadOnce } from '../internal/load-once.ts';
import { useLatest } from '../internal/use-latest.ts';
import { lookAgain } from '../provider/look-again.ts';
import type { FormConfig } from './form-config.ts';
import { type FormScope, useFormView } from './form-context.ts';
import type { FormMachine } from './form-machine.ts';
import { createFormStore, type FormStore, type FormView } from './form-store.ts';

/** A form: give `props` to its element, and `scope` to `FormContext` around its fields. Stable but for `view`. */
export interface Form {
  readonly scope: FormScope;
  readonly store: FormStore;
  readonly view: FormView;
  /** For the `form` element. */
  readonly props: {
    readonly ref: (element: HTMLFormElement | null) => () => void;
    readonly method: 'post' | 'dialog' | undefined;
    readonly action: string | undefined;
    onPointerEnter(): void;
    onFocus(): void;
    onInput(event: FormEvent): void;
    onSubmit(event: FormEvent): void;
    onReset(): void;
  };
  /** The machine, loaded now if it is not there. Rejects when the network gives out; a later call tries again. */
  ready(): Promise<FormMachine>;
  /** The machine if it is there. */
  machine(): FormMachine | undefined;
  /** For a try whose code cannot be had: the browser checks it, and posts where there is an address; else it has failed. */
  giveUp(error: unknown): void;
  /** Forgets what was typed and how the last try ended; a new attempt begins. */
  reset(): void;
}

/** Options of {@link useForm}; read anew whenever something happens. */
export interface FormOptions extends Omit<FormConfig, 'groups' | 'since'> {
  /** What is checked and sent. Default: the fields that stand on the page, by `schema`. */
  groups?(): ReturnType<FormConfig['groups']>;
  readonly schema?: ReturnType<FormConfig['groups']>[number]['schema'];
  /** The visitor began. Runs on each key: keep it cheap, and render nothing. */
  onStart?(): void;
  /** Brings what follows a yes. Called with the first key: set no state when it is there, or that key costs a commit. */
  bring?(): Promise<unknown>;
  /** The form begins anew. */
  onReset?(): void;
}

/**
 * A form that is native HTML at first paint. Its machine (react-hook-form and the checks) loads when the visitor turns
 * to it, by pointer or focus, or when there is a draft to bring back. Until then the browser's own checks hold; a try to
 * send waits for the machine, and is never lost: if the network gives out, the browser posts to `action`, and without
 * one the visitor keeps what was typed and can try again.
 */
export function useForm(options: FormOptions): Form {
  const prefix = useId();
  const latest = useLatest(options);
  const [form] = useState(() => createForm(prefix, () => latest.current));
  const view = useFormView(form.store);
  useEffect(() => {
    const { draft } = latest.current;
    const look = () => {
      if (draft?.memory.get(draft.key)) form.ready().then((one) => one.bringBack(), ignore);
    };
    return draft?.hub ? lookAgain(draft.hub, look) : look();
  }, [form, latest]);
  const { action } = options;
  return {
    ...form,
    view,
    props: {
      ...form.props,
      // Without an address a press before the page comes alive does nothing: a post would lose what was typed.
      method: action === undefined ? 'dialog' : typeof action === 'string' ? 'post' : undefined,
      action: action as string | undefined,
    },
  };
}

function createForm(prefix: string, read: () => FormOptions) {
  const store = createFormStore();
  let element: HTMLFormElement | null = null;
  let machine: FormMachine | undefined;
  let since = 0;
  let round = 0;

  const config = (): FormConfig => {
    const { groups, schema, ...rest } = read();
    return {
      ...rest,
      since: () => since,
      groups: groups ?? (() => [{ specs: store.specs() as FieldSpec[], schema }]),
    };
  };
  const [ready, forget] = loadOnce(() =>
    import('./form-machine.ts').then(
      ({ createFormMachine }) => (machine ??= createFormMachine(store, config, () => element)),
    ),
  );
  const start = () => {
    if (!since) read().bring?.().catch(ignore);
    since ||= performance.now();
    read().onStart?.();
  };
  const wake = () => void ready().catch(ignore);
  const reset = () => {
    machine?.end();
    machine = undefined;
    forget();
    since = 0;
    round++;
    store.reset();
    read().onReset?.();
  };

  const giveUp = (error: unknown) => {
    start();
    if (element) element.noValidate = false;
    if (!element?.reportValidity()) store.settle(undefined);
    else if (typeof read().action === 'string') element.submit();
    else {
      const end = { status: 'failed', error } as const;
      store.settle(end);
      // Which fields were filled in, nothing is there to tell.
      read().onSettle(end, { values: Object.fromEntries(new FormData(element)), data: {} });
    }
  };

  return {
    store,
    scope: {
      store,
      prefix,
      name: () => read().name,
      touch() {
        wake();
        start();
      },
    } satisfies FormScope,
    ready,
    machine: () => machine,
    giveUp,
    reset: () => {
      if (element) element.reset();
      else reset();
    },
    props: {
      ref(node: HTMLFormElement | null) {
        element = node;
        machine?.attach();
        return () => {
          element = null;
          machine?.detach();
        };
      },
      onPointerEnter: wake,
      onFocus: wake,
      onInput: start,
      onClickCapture({ currentTarget: form, target }: MouseEvent<HTMLFormElement>) {
        // The kit has the word from the first press on: the browser's own comes in another language, and goes by itself.
        if ((target as Element).closest('[type=submit]')) form.noValidate = true;
      },
      onSubmit(event: FormEvent) {
        if (machine?.isLeaving) return;
        event.preventDefault();
        const form = event.currentTarget as HTMLFormElement;
        const { submitter } = event.nativeEvent as SubmitEvent;
        // What was not filled in at the press is asked for, and never sent by a press that is past.
        const isWhole = !!machine || form.checkValidity();
        if (!machine) {
          // A press that waits for the machine is not made twice.
          if (store.view().isPending) return;
          if (isWhole) store.settle('sending');
        }
        const pressed = round;
        // A visitor who waits for the kit's words for too long gets the browser's.
        const timer = isWhole
          ? undefined
          : setTimeout(() => pressed === round && form.reportValidity(), 1_500);
        ready()
          .finally(() => clearTimeout(timer))
          .then(
            // A reset in the meantime has taken the press back.
            async (one) => pressed === round && (isWhole ? one.submit(submitter) : one.check()),
            (error: unknown) => pressed === round && giveUp(error),
          )
          .catch((error: unknown) => store.settle({ status: 'failed', error }));
      },
      onReset: reset,
    },
  };
}

/** What fails to load is asked for again at the next touch, and told at the try to send. */
function ignore() {}
