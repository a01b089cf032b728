/** A link to a file. */

export type { Kind, LinkData } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { DownloadLink } from './download-link.tsx';
export type { DownloadLinkLabels } from './download-link-labels.ts';
export type { DownloadLinkElement, DownloadLinkProps, DownloadLinkState } from './download-link-props.ts';
