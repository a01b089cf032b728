/** A link to where the visitor can follow you. */

export type { Kind, LinkData } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { FollowLink } from './follow-link.tsx';
export type { FollowLinkLabels } from './follow-link-labels.ts';
export type { FollowLinkElement, FollowLinkProps, FollowLinkState } from './follow-link-props.ts';
export type { FollowTarget } from './follow-link-state.ts';
