import { cloneElement, createElement, type ReactElement, type Ref } from 'react';

// biome-ignore lint/suspicious/noExplicitAny: props of any element
export type AnyProps = Record<string, any>;

/** Replaces the element a part renders: an element to merge into, or a function of the props and the state. */
export type RenderProp<State> = ReactElement | ((props: AnyProps, state: State) => ReactElement);

/**
 * Renders a part's element: `own` are the kit's props, `theirs` the consumer's. Classes are joined, styles
 * merged, refs both served; of two handlers the consumer's runs first and may veto ours by `preventDefault()`.
 */
export function renderElement<State>(
  tag: string,
  render: RenderProp<State> | undefined,
  state: State,
  own: AnyProps,
  theirs: AnyProps,
): ReactElement {
  const props = mergeProps(own, theirs);
  if (typeof render === 'function') return render(props, state);
  if (render) return cloneElement(render, mergeProps(props, render.props as AnyProps));
  return createElement(tag, props);
}

/** Merges two sets of props as {@link renderElement} says; what `theirs` sets wins elsewhere. */
export function mergeProps(own: AnyProps, theirs: AnyProps): AnyProps {
  const merged: AnyProps = { ...own };
  for (const [name, value] of Object.entries(theirs)) {
    const mine = own[name];
    if (mine === undefined || value === undefined) {
      if (value !== undefined) merged[name] = value;
    } else if (name === 'className') merged[name] = `${mine} ${value}`;
    else if (name === 'style') merged[name] = { ...mine, ...value };
    else if (name === 'ref') merged[name] = mergeRefs(mine, value);
    else if (/^on[A-Z]/.test(name) && typeof mine === 'function') merged[name] = chain(value, mine);
    else merged[name] = value;
  }
  return merged;
}

function chain(theirs: unknown, mine: (...args: unknown[]) => unknown) {
  if (typeof theirs !== 'function') return mine;
  return (event: { defaultPrevented?: boolean }, ...rest: unknown[]) => {
    theirs(event, ...rest);
    if (!event?.defaultPrevented) mine(event, ...rest);
  };
}

// Refs must keep their identity between renders, or React detaches and attaches them each time.
const merges = new WeakMap<object, WeakMap<object, Ref<unknown>>>();

function mergeRefs(a: Ref<unknown>, b: Ref<unknown>): Ref<unknown> {
  if (!a || !b) return a || b;
  let byB = merges.get(a);
  if (!byB) merges.set(a, (byB = new WeakMap()));
  let merged = byB.get(b);
  if (!merged) {
    merged = (element) => {
      const cleanups = [attach(a, element), attach(b, element)];
      return () => {
        for (const cleanup of cleanups) cleanup();
      };
    };
    byB.set(b, merged);
  }
  return merged;
}

function attach(ref: NonNullable<Ref<unknown>>, element: unknown): () => void {
  if (typeof ref === 'function') {
    const cleanup = ref(element);
    return typeof cleanup === 'function' ? cleanup : () => void ref(null);
  }
  ref.current = element;
  return () => {
    ref.current = null;
  };
}
