import type { ReactElement } from 'react';
import { type AnyProps, type RenderProp, renderElement } from '../internal/render-element.tsx';
import type { OwnLabels } from './labels.ts';

/** Props for the looks of an ask, beside those of its root element. */
export interface AskLook<State, Labels> {
  /** Texts of your own. */
  labels?: OwnLabels<Labels> | undefined;
  /** `'plain'` leaves out the card around it. Default `'card'`. */
  appearance?: 'card' | 'plain' | undefined;
  /** Replaces the root element. */
  render?: RenderProp<State> | undefined;
}

/**
 * Renders the root element of an ask: its class, its marks for styles and tools, and what is left of the props once the
 * ask has taken its own. Hand on `props` as you got them, less what your ask alone knows: what every ask has
 * (`AskProps`, `AskLook`) is taken out here. `own` are your state as `data-*`, the handlers and the children.
 */
export function renderAsk<State>(
  component: string,
  props: AnyProps,
  state: State,
  own: AnyProps,
): ReactElement {
  const {
    id,
    placement,
    moment,
    grade,
    exchange,
    worth,
    onCommit,
    onEvent,
    labels,
    appearance,
    render,
    ...rest
  } = props;
  return renderElement<State>(
    'div',
    render as RenderProp<State> | undefined,
    state,
    {
      className: `sy-${component}`,
      'data-sy-ask': component,
      'data-sy-appearance': appearance,
      ...own,
    },
    rest,
  );
}
