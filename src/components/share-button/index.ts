/** A button that shares a page. */

export type { Kind } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { ShareButton } from './share-button.tsx';
export type { ShareButtonLabels } from './share-button-labels.ts';
export type {
  ShareButtonElement,
  ShareButtonProps,
  ShareButtonState,
  ShareData,
} from './share-button-props.ts';
export type { ShareTarget } from './share-button-state.ts';
