import type { FieldSpec, FormErrors } from '../form/index.ts';
import type { Settled, SubmissionState } from '../internal/submission.ts';

/** What a form shows beside its fields. */
export interface FormView {
  /** On its way to the server, or to the code that takes it there. */
  readonly isPending: boolean;
  /** How the last try to send ended; undefined before, and while one is under way. */
  readonly settled: Settled | undefined;
  /** What concerns no single field. */
  readonly error: string | undefined;
  /** How many fields needed another look at the last try; 0 once all are mended. */
  readonly problems: number;
}

/**
 * What the parts of one form share, outside React: a field hears of its own problem alone, so that nothing else is
 * rendered for it. Typed values are not here: they stay in the controls.
 */
export interface FormStore {
  /** Fields that stand on the page, in the order in which they came. */
  specs(): readonly FieldSpec[];
  /** A field stands on the page; returns how to take it away. */
  register(spec: FieldSpec, isOwn?: boolean): () => void;
  /** The problem of one field, or of one part of an address (`address.city`). */
  error(name: string): string | undefined;
  errors(): FormErrors;
  setErrors(errors: FormErrors): void;
  view(): FormView;
  settle(state: SubmissionState): void;
  /** Values of controls that are no native ones, by field name. */
  own(name: string): unknown;
  setOwn(name: string, value: unknown): void;
  /** Whether a field's control is no native one. */
  isOwn(name: string): boolean;
  /** Forgets problems, values of such controls, and how the last try ended. */
  reset(): void;
  subscribe(listener: () => void): () => void;
  /** Hears of fields that come, and by name of values that a control of one's own has set. */
  onFields(listener: (own?: string) => void): void;
}

export function createFormStore(): FormStore {
  const specs = new Map<string, FieldSpec>();
  const own = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  let errors: FormErrors = {};
  let state: SubmissionState;
  let problems = 0;
  let view = look();
  let onFields: ((own?: string) => void) | undefined;

  function look(): FormView {
    const isPending = state === 'sending';
    return {
      isPending,
      settled: isPending ? undefined : (state as Settled | undefined),
      error: errors[''],
      problems,
    };
  }
  const count = () => Object.keys(errors).filter(Boolean).length;
  // Counted at a try, not at each mended field: what is said of the form must not change with every answer.
  const tell = () => {
    const next = look();
    if ((Object.keys(next) as (keyof FormView)[]).some((key) => next[key] !== view[key])) view = next;
    for (const listener of listeners) listener();
  };

  return {
    specs: () => [...specs.values()],
    register(spec, isOwn) {
      specs.set(spec.name, spec);
      if (isOwn && !own.has(spec.name)) own.set(spec.name, undefined);
      onFields?.();
      return () => {
        if (specs.get(spec.name) === spec) specs.delete(spec.name);
      };
    },
    error: (name) => errors[name],
    errors: () => errors,
    setErrors(next) {
      errors = next;
      if (count() === 0) problems = 0;
      tell();
    },
    view: () => view,
    settle(next) {
      state = next;
      problems = typeof next === 'object' && next.status === 'invalid' ? count() : 0;
      tell();
    },
    own: (name) => own.get(name),
    setOwn(name, value) {
      own.set(name, value);
      tell();
      onFields?.(name);
    },
    isOwn: (name) => own.has(name),
    reset() {
      errors = {};
      state = undefined;
      problems = 0;
      for (const name of own.keys()) own.set(name, undefined);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onFields(listener) {
      onFields = listener;
    },
  };
}
