'use client';
import { type Context, createContext, useContext, useLayoutEffect, useSyncExternalStore } from 'react';
import type { FieldSpec } from '../form/index.ts';
import { tell } from '../internal/messages.ts';
import { problemOf } from './check-spec.ts';
import type { FormStore, FormView } from './form-store.ts';

/** What a field knows of the form it stands in. */
export interface FormScope {
  readonly store: FormStore;
  /** Begins the ids of the controls, so that two forms of one page never share one. */
  readonly prefix: string;
  /** Which ask, for messages. */
  name(): string;
  /** Tells of a choice that no native event tells of: the visitor has begun. */
  touch(): void;
}

export const FormContext: Context<FormScope | null> = createContext<FormScope | null>(null);

/** The form around a part; undefined outside any. */
export function useFormScope(): FormScope | null {
  return useContext(FormContext);
}

/** Lets the form around know of a field for as long as it stands there. */
export function useFieldSpec(scope: FormScope | null, spec: FieldSpec, isOwn?: boolean): void {
  useLayoutEffect(() => {
    if (process.env.NODE_ENV !== 'production') {
      const problem = problemOf(spec);
      if (problem) tell(501, scope?.name() ?? 'a page', problem);
      if (scope?.store.specs().some((one) => one.name === spec.name && one !== spec))
        tell(501, scope.name(), `the name "${spec.name}" stands there twice`);
    }
    return scope?.store.register(spec, isOwn);
  }, [scope, spec, isOwn]);
}

/** The problem of a field, or of one part of an address (`address.city`). */
export function useFieldError(scope: FormScope | null, name: string): string | undefined {
  const read = () => scope?.store.error(name);
  return useSyncExternalStore(scope?.store.subscribe ?? never, read, read);
}

/** What the form shows beside its fields. */
export function useFormView(store: FormStore): FormView {
  return useSyncExternalStore(store.subscribe, store.view, store.view);
}

function never(): () => void {
  return () => {};
}
