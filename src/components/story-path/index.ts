/** A brand's story, told in short steps. */

export type { Kind, StepData } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { StoryPath } from './story-path.tsx';
export type { StoryPathLabels } from './story-path-labels.ts';
export type { StoryPathElement, StoryPathProps, StoryPathState, StoryStep } from './story-path-props.ts';
