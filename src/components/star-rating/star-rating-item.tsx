'use client';
import {
  type ComponentProps,
  type Context,
  createContext,
  type InputHTMLAttributes,
  type JSX,
  type ReactNode,
  type Ref,
  useContext,
} from 'react';
import { tell } from '../../internal/messages.ts';
import { type RenderProp, renderElement } from '../../internal/render-element.tsx';
import type { Speaker } from '../../provider/use-labels.ts';
import type { StarRatingLabels } from './star-rating-labels.ts';
import { type StarRatingStep, valuesOf } from './star-rating-state.ts';
import { StarSymbol } from './star-symbol.tsx';

/** A symbol of your own: one drawing that takes the colour of the text, or one for each state. */
export type StarRatingSymbol = ReactNode | ((state: { filled: boolean }) => ReactNode);

/** State of one item, for `render`. */
export interface StarRatingItemState {
  readonly value: number;
  readonly selected: boolean;
}

/** Props of {@link StarRatingItem}. */
export interface StarRatingItemProps extends Omit<ComponentProps<'label'>, 'children'> {
  /** The value that this item picks, on the scale of its rating. */
  value: number;
  /** The symbol. Decoration for a screen reader, which hears the value and its text. Default: the rating's symbol. */
  children?: StarRatingSymbol | undefined;
  /** Replaces the label element. */
  render?: RenderProp<StarRatingItemState> | undefined;
}

/** What the items of one scale share. */
export interface Scale {
  readonly max: number;
  readonly step: StarRatingStep;
  readonly speak: Speaker<StarRatingLabels>;
  readonly valueLabels: readonly string[] | undefined;
  readonly symbol: StarRatingSymbol | undefined;
  readonly isFixed: boolean | undefined;
  /** Attributes of the radio for a value. */
  radio(value: number): InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> | undefined };
}

const ScaleContext: Context<Scale | null> = createContext<Scale | null>(null);

/** The row of items: the children, or one for each value. */
export function StarRatingScale(props: { scale: Scale; children: ReactNode }): JSX.Element {
  const { scale, children } = props;
  return (
    <div
      className="sy-star-rating-scale"
      data-half={scale.step < 1 || undefined}
      data-fixed={scale.isFixed || undefined}
    >
      <ScaleContext value={scale}>
        {children ??
          valuesOf(scale.max, scale.step).map((value) => <StarRatingItem key={value} value={value} />)}
      </ScaleContext>
    </div>
  );
}

/** One value of a `<StarRating>`, as a native radio behind a symbol. Items must be siblings of one another. */
export function StarRatingItem(props: StarRatingItemProps): JSX.Element | null {
  const { value, children, render, ...rest } = props;
  const scale = useContext(ScaleContext);
  if (!scale) {
    if (process.env.NODE_ENV !== 'production') tell(109, 'StarRatingItem', 'StarRating');
    return null;
  }
  const { max, step, speak, valueLabels } = scale;
  const symbol = children ?? scale.symbol;
  const text = valueLabels?.[value - 1];
  const spoken = symbol || step < 1 ? speak('outOf', { value, max }) : speak('item', { count: value });
  const radio = scale.radio(value);
  return renderElement<StarRatingItemState>(
    'label',
    render,
    { value, selected: !!radio.checked },
    {
      className: 'sy-star-rating-item',
      'data-half': step < 1 ? (value % 1 ? 'start' : 'end') : undefined,
      children: (
        <>
          <input {...radio} className="sy-star-rating-input" type="radio" value={value} />
          <span className="sy-star-rating-symbol" aria-hidden="true">
            {typeof symbol === 'function' ? (
              <>
                <span className="sy-star-rating-off">{symbol({ filled: false })}</span>
                <span className="sy-star-rating-on">{symbol({ filled: true })}</span>
              </>
            ) : (
              (symbol ?? <StarSymbol />)
            )}
          </span>
          <span className="sy-visually-hidden">{text ? `${spoken}, ` : spoken}</span>
          {text && <span className="sy-star-rating-text">{text}</span>}
        </>
      ),
    },
    rest,
  ) as JSX.Element;
}
