'use client';
import { Fragment, type JSX, Suspense, useState, useSyncExternalStore } from 'react';
import { useNextAsk } from '../../guidance/use-next-ask.ts';
import { dropSecondClick } from '../../internal/double-click.ts';
import { renderElement } from '../../internal/render-element.tsx';
import { useLabels } from '../../provider/use-labels.ts';
import { nextAskLabels } from './next-ask-labels.ts';
import type { NextAskNode, NextAskProps, NextAskState } from './next-ask-props.ts';
import { useNextAskRoot } from './use-next-ask-root.ts';

/**
 * A spot for the next ask of the provider's ladder: on the page, in the `next` of another ask, or as a banner. It shows one
 * ask at a time, keeps the one that was answered with its thanks, and is empty while the ladder rests.
 *
 * ```tsx
 * <NextAsk asks={{ checklist: <ChecklistGate />, talk: <Talk />, quote: <QuoteForm /> }} />
 * ```
 */
export function NextAsk<const Id extends string = string>(props: NextAskProps<Id>): JSX.Element {
  const all = props as unknown as NextAskProps;
  const {
    asks: given,
    ladder,
    moment,
    order,
    overlay,
    appearance,
    dismissible,
    fallback,
    labels,
    render,
    ...rest
  } = all;
  // Data may come late.
  const asks = given ?? {};
  // What lies over the page is a banner.
  const look = overlay ? 'banner' : (appearance ?? 'place');
  const canDismiss = dismissible ?? look === 'banner';
  const speak = useLabels('next-ask', nextAskLabels, labels);
  const next = useNextAsk({ asks: Object.keys(asks).filter((id) => asks[id]), moment, order });
  const { items, isBanner, ...root } = useNextAskRoot(next, all, look, speak('arrived'));
  const isServed = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  // React leaves a boundary out of a long page, and has a script bring it: nothing for visitors without one, and for pages
  // that allow no inline scripts. So what a server has rendered stands in none.
  const [served] = useState(isServed ? items : []);
  return renderElement<NextAskState>(
    'div',
    render,
    next,
    {
      className: 'sy-next-ask',
      ...(isBanner && { role: 'region', 'aria-label': speak('banner') }),
      'data-appearance': look,
      'data-overlay': overlay || undefined,
      'data-ask': next.ask,
      'data-sy-spot': next.spot,
      'data-empty': (!items.length && !fallback) || undefined,
      children: (
        <>
          {items.map((id, at) => {
            const isOpen = id === next.ask;
            const Boundary = served.includes(id) ? Fragment : Suspense;
            return (
              <div
                key={id}
                className="sy-next-ask-item"
                data-state={isOpen ? 'open' : 'answered'}
                ref={root.item}
              >
                {/* An ask that loads late must not blank the page around the spot. */}
                <Boundary>
                  <Shown node={asks[id]} />
                  {canDismiss && at === items.length - 1 && (isOpen || isBanner) && (
                    <button
                      className="sy-next-ask-dismiss sy-button sy-only-with-script"
                      data-variant="quiet"
                      type="button"
                      onClick={(event) => dropSecondClick(event) || root.dismiss()}
                    >
                      {speak(isOpen ? 'dismiss' : 'close')}
                    </button>
                  )}
                </Boundary>
              </div>
            );
          })}
          {!items.length && fallback}
          <p className="sy-visually-hidden" role="status" ref={root.status} />
        </>
      ),
      ref: next.ref,
    },
    rest,
  );
}

/** What a server has rendered stays so. */
const never = () => () => {};

/** A component of its own, so that a function that makes an ask may call hooks. */
function Shown({ node }: { node: NextAskNode }) {
  return typeof node === 'function' ? node() : node;
}
