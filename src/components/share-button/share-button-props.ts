import type { ComponentProps, ReactNode, Ref } from 'react';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { ShareButtonLabels } from './share-button-labels.ts';
import type { ShareTarget } from './share-button-state.ts';

/** How it was shared. */
export interface ShareData<Target extends string = string> {
  /** `'native'`: with the sheet of the device, which does not tell where to. `'copy'`, `'mail'`, or a target of yours. */
  method: 'native' | 'copy' | 'mail' | Target;
}

/** State of the root element, for `render`. */
export interface ShareButtonState {
  /** The link and the targets are shown. */
  readonly isOpen: boolean;
  /** The sheet of the device is open. */
  readonly isPending: boolean;
  /** It was shared on this page. */
  readonly isShared: boolean;
}

/** The root element. */
export interface ShareButtonElement extends HTMLDivElement {
  /** Begins a new attempt: nothing was shared. */
  reset(): void;
}

/** Props of {@link ShareButton}. What is not listed goes to the root element. */
export interface ShareButtonProps<Target extends string = never>
  extends AskProps<'share-button.share', ShareData<Target>>,
    Omit<AskLook<ShareButtonState, ShareButtonLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'id' | 'ref'> {
  /** What is shared: a whole address with https, best the canonical one of the page. */
  url: string;
  /** What it is called: the title in a sheet, the subject of a mail. Default: none. */
  subject?: string | undefined;
  /** A sentence that goes along with it. Default: none. */
  text?: string | undefined;
  /**
   * Where to, for devices without a sheet and for visitors without JavaScript: `'mail'` and places that you name. With an
   * empty list the button copies the link at once. Default `['mail']`.
   */
  targets?: readonly ('mail' | ShareTarget<Target>)[] | undefined;
  /** Opens the sheet of the device where there is one. Default true. */
  native?: boolean | undefined;
  /** What the button says. Default: the label `share`. */
  children?: ReactNode;
  /** The next ask, once it was shared. */
  next?: NextProp<ShareData<Target>> | undefined;
  /** `'card'` puts a card around it. Default `'plain'`. */
  appearance?: 'card' | 'plain' | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<ShareButtonElement> | undefined;
}

/** Props as the code inside reads them, whatever the targets. */
export type AnyShareProps = ShareButtonProps<string>;
