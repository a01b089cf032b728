'use client';
import {
  type ComponentProps,
  type Context,
  createContext,
  type JSX,
  type ReactNode,
  useContext,
} from 'react';
import { tell } from '../../internal/messages.ts';
import { type RenderProp, renderElement } from '../../internal/render-element.tsx';
import type { Speaker } from '../../provider/use-labels.ts';
import type { StarRatingLabels } from './star-rating-labels.ts';
import type { UsableScale } from './star-rating-state.ts';
import { drawStar } from './star-symbol.tsx';

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
export interface Scale extends UsableScale {
  readonly speak: Speaker<StarRatingLabels>;
  readonly valueLabels: readonly string[] | undefined;
  readonly symbol: StarRatingSymbol | undefined;
  /** Nothing else can be picked. */
  readonly isFixed: boolean | undefined;
  /** The browser keeps what is picked. */
  readonly isFree?: boolean;
  /** Attributes of each radio. */
  readonly radio: ComponentProps<'input'>;
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
      {children ? (
        <ScaleContext value={scale}>{children}</ScaleContext>
      ) : (
        // biome-ignore lint/a11y/noLabelWithoutControl: its control is among the props
        scale.values.map((value) => <label key={value} {...itemProps(scale, value)} />)
      )}
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
  const state: StarRatingItemState = { value, selected: value === scale.value };
  return renderElement('label', render, state, itemProps(scale, value, children), rest);
}

/** A value as it is spoken, with its text if it has one. */
export function speakValue(scale: Scale, value: number, as: 'item' | 'outOf'): string {
  const { speak, max, valueLabels } = scale;
  const spoken = speak(as, { value, max, count: value });
  const text = valueLabels?.[value - 1];
  return text ? `${spoken}, ${text}` : spoken;
}

function itemProps(scale: Scale, value: number, symbol = scale.symbol) {
  const { isFree } = scale;
  const isPicked = value === scale.value;
  const half = scale.step < 1 ? (value % 1 ? 'start' : 'end') : undefined;
  const text = scale.valueLabels?.[value - 1];
  return {
    className: 'sy-star-rating-item',
    'data-half': half,
    children: (
      <>
        <input
          className="sy-star-rating-input"
          type="radio"
          value={value}
          checked={isFree ? undefined : isPicked}
          defaultChecked={isFree ? isPicked : undefined}
          disabled={scale.isFixed && !isPicked}
          aria-label={speakValue(scale, value, symbol || half ? 'outOf' : 'item')}
          {...scale.radio}
        />
        {symbol ? (
          <span className="sy-star-rating-symbol" aria-hidden="true">
            {typeof symbol === 'function' ? (
              <>
                <span className="sy-star-rating-off">{symbol({ filled: false })}</span>
                <span className="sy-star-rating-on">{symbol({ filled: true })}</span>
              </>
            ) : (
              symbol
            )}
          </span>
        ) : (
          drawStar(half)
        )}
        {text && (
          <span className="sy-star-rating-text" aria-hidden="true">
            {text}
          </span>
        )}
      </>
    ),
  };
}
