'use client';
import { useSyncExternalStore } from 'react';
import type { FieldSpec } from '../form/index.ts';
import { useFrame } from './field-frame.tsx';

/** What a control of your own needs. */
export interface FieldHandle<Value> {
  /** The value that you set; undefined before, and after the form was reset. */
  readonly value: Value | undefined;
  /** Takes the visitor's choice. Call it in a handler, not while rendering. */
  setValue(this: void, value: Value | undefined): void;
  /** What is asked, with "(optional)" where it may be left out. */
  readonly label: string;
  /** What is wrong, in words. Show it in an element with `errorId`. */
  readonly error: string | undefined;
  readonly errorId: string;
  /** Show the description, if there is one, in an element with this id. */
  readonly helpId: string;
  /** For the element that has the focus. No `name`: the value travels by `setValue`. */
  readonly controlProps: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-required': true | undefined;
  };
}

/**
 * Makes a control of your own a field of the form around it: a slider, a map, a calendar.
 *
 * ```tsx
 * function Budget({ spec }: OwnFieldProps) {
 *   const { value = 500, setValue, label, error, errorId, controlProps } = useField<number>(spec);
 *   return <Slider {...controlProps} aria-label={label} value={value} onChange={setValue} />;
 * }
 * <FormFields fields={fields} components={{ budget: Budget }} />
 * ```
 */
export function useField<Value = unknown>(spec: FieldSpec): FieldHandle<Value> {
  const frame = useFrame(spec, true);
  const { scope, id, label, state, describedBy } = frame;
  const read = () => scope?.store.own(spec.name) as Value | undefined;
  const value = useSyncExternalStore(scope?.store.subscribe ?? never, read, read);
  return {
    value,
    setValue(next) {
      scope?.store.setOwn(spec.name, next);
      scope?.touch();
    },
    label,
    error: state.error,
    errorId: `${id}-error`,
    helpId: `${id}-help`,
    controlProps: {
      id,
      'aria-describedby': describedBy,
      'aria-invalid': state.error ? true : undefined,
      'aria-required': spec.required ? true : undefined,
    },
  };
}

function never(): () => void {
  return () => {};
}
