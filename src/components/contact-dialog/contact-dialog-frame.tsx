'use client';
import {
  type JSX,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { dropSecondClick } from '../../internal/double-click.ts';
import { focused } from '../../internal/focused.ts';
import { useLatest } from '../../internal/use-latest.ts';
import type { ContactDialogReason } from './contact-dialog-props.ts';
import { followViewport, holdKeys, isNowhere, sealPage, wearLook } from './modal-page.ts';

/** Props of {@link DialogFrame}. */
interface DialogFrameProps {
  /** Id of the dialog. */
  readonly id: string;
  readonly isOpen: boolean;
  /** What opened it: gets the focus back, and lends its look. */
  readonly place: Element | null | undefined;
  readonly container: Element | null | undefined;
  readonly titleId: string;
  readonly descriptionId: string | undefined;
  readonly isNudged: boolean;
  /** All of it is on the page: the focus may go in. */
  readonly onBuilt: (layer: HTMLElement) => void;
  readonly onClose: (reason: ContactDialogReason, event: Event) => void;
  readonly layerRef: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/**
 * One opening: the dialog as a layer over the page, until it has faded. Neither the native `showModal()` nor a trap for
 * the focus holds the page back, because both also shut out what others bring for the dialog's sake; see
 * {@link sealPage}. For the same reason there is no `aria-modal`: it would hide a captcha's puzzle from screen readers.
 */
export function DialogFrame(props: DialogFrameProps): JSX.Element | null {
  const { id, isOpen, place, container, titleId, descriptionId, isNudged, onClose, layerRef, children } =
    props;
  const latest = useLatest(props);
  const isPressed = useRef(false);
  const [isGone, setGone] = useState(false);
  // The press is answered at once, by the page that grows dark; the form, which takes a phone several times as long to
  // build, comes in a task of its own.
  const isBuilt = useDeferredValue(true, false);

  useLayoutEffect(() => {
    const layer = layerRef.current;
    if (!isOpen || !isBuilt || !layer) return;
    const origin = originOf(id, place);
    if (origin) wearLook(layer, origin);
    const undo = [
      sealPage(layer),
      followViewport(layer),
      holdKeys(layer, (event) => latest.current.onClose('escape', event)),
    ];
    latest.current.onBuilt(layer);
    return () => {
      const isOurs = isNowhere() || layer.contains(focused());
      for (const one of undo) one();
      // At once, not after it has faded: what is typed next belongs to the page.
      if (isOurs && origin instanceof HTMLElement) origin.focus({ preventScroll: true });
    };
  }, [id, isOpen, isBuilt, place, layerRef, latest]);

  useLayoutEffect(() => {
    const layer = layerRef.current;
    if (isOpen || !layer) return;
    let isStale = false;
    const fading = layer.getAnimations?.().map(({ finished }) => finished) ?? [];
    void Promise.allSettled(fading).then(() => isStale || setGone(true));
    return () => {
      isStale = true;
    };
  }, [isOpen, layerRef]);

  if (isGone && !isOpen) return null;
  const edge = (isLast: boolean) => () => layerRef.current && focusEdge(layerRef.current, isLast);
  // Not before there is what it is named by: neither a screen reader nor a test may find an empty one.
  const spoken = { role: 'dialog', 'aria-labelledby': titleId, 'aria-describedby': descriptionId };
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: by the keyboard, Escape does the same
    // biome-ignore lint/a11y/noStaticElementInteractions: its role comes with `spoken`
    <div
      ref={layerRef as RefObject<HTMLDivElement>}
      {...(isBuilt && spoken)}
      tabIndex={-1}
      className="sy-contact-dialog-layer"
      data-sy-ask="contact-dialog"
      data-sy-appearance="plain"
      data-state={isOpen ? 'open' : 'closed'}
      inert={!isOpen}
      onPointerDown={({ target, currentTarget }) => {
        isPressed.current = target === currentTarget;
      }}
      onClick={(event) => {
        // Not the end of a selection that began inside.
        if (event.target === event.currentTarget && isPressed.current && !dropSecondClick(event))
          onClose('outside', event.nativeEvent);
      }}
      // A form of the page around the trigger, as React sees it, has no part in this one.
      onSubmit={stop}
      onReset={stop}
    >
      {isBuilt && (
        <>
          {/* biome-ignore-start lint/a11y: the two ends of the dialog pass the focus on to each other */}
          <span className="sy-contact-dialog-edge" tabIndex={0} onFocus={edge(true)} />
          <div
            className="sy-contact-dialog-panel"
            data-state={isOpen ? 'open' : 'closed'}
            data-nudged={isNudged || undefined}
          >
            {children}
          </div>
          <span className="sy-contact-dialog-edge" tabIndex={0} onFocus={edge(false)} />
          {/* biome-ignore-end lint/a11y: see above */}
        </>
      )}
    </div>,
    container ?? place?.closest('dialog:modal') ?? document.body,
  );
}

/** Where an opening came from; after one that no trigger made, the dialog's first trigger: the body takes no focus. */
function originOf(id: string, place: Element | null | undefined): Element | null | undefined {
  if (place && place !== document.body) return place;
  const triggers = [...document.querySelectorAll<HTMLElement>('[data-sy-opens]')];
  return triggers.find((one) => one.dataset['syOpens'] === id && (one.checkVisibility?.() ?? true)) ?? place;
}

/** Goes to the first or last thing inside that takes the focus. */
function focusEdge(layer: HTMLElement, isLast: boolean): void {
  const stops = [
    ...layer.querySelectorAll<HTMLElement>(
      ':is(a[href], button, input, select, textarea, iframe, [tabindex]):not([tabindex="-1"], .sy-contact-dialog-edge)',
    ),
  ];
  for (const stop of isLast ? stops.reverse() : stops) {
    stop.focus();
    if (focused() === stop) return;
  }
}

function stop(event: { stopPropagation(): void }) {
  event.stopPropagation();
}
