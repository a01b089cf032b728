import type { ComponentProps, ReactNode, Ref } from 'react';
import type { LinkData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskLook } from '../../provider/render-ask.ts';
import type { LinkProps } from '../../provider/use-link.ts';
import type { DownloadLinkLabels } from './download-link-labels.ts';

/** State of the root element, for `render`. */
export interface DownloadLinkState {
  /** The link was followed on this page. */
  readonly isFollowed: boolean;
}

/** The root element. */
export interface DownloadLinkElement extends HTMLDivElement {
  /** Begins a new attempt. */
  reset(): void;
}

/** Props of {@link DownloadLink}. What is not listed goes to the root element. */
export interface DownloadLinkProps<Target extends string = string>
  extends LinkProps<'download-link.download', Target>,
    Omit<AskLook<DownloadLinkState, DownloadLinkLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'ref'> {
  /** What is downloaded, as events call it: `'price-list'`. Neither the address nor the name of the file is recorded. */
  target: Target;
  /** What the link says. Default: the label `download`. */
  children?: ReactNode;
  /** Size of the file in bytes, shown beside the link. */
  size?: number | undefined;
  /** What the file is, in a word the visitor knows: `'PDF'`. Shown beside the link. */
  type?: string | undefined;
  /**
   * What the file is saved as. Default: what the server calls it. Browsers keep to it on your own site alone; a file of
   * another site they may show instead of saving it.
   */
  fileName?: string | undefined;
  /** The next ask, once the link was followed. */
  next?: NextProp<LinkData> | undefined;
  /** `'card'` puts a card around it. Default `'plain'`. */
  appearance?: 'card' | 'plain' | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<DownloadLinkElement> | undefined;
}
