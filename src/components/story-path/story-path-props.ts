import type { ComponentProps, ReactNode, Ref } from 'react';
import type { StepData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { StoryPathLabels } from './story-path-labels.ts';

/** One step of a story: a thought, short enough to read at a glance. */
export interface StoryStep<Id extends string = string> {
  /** What events and your code call it. */
  readonly id: Id;
  /** Its heading, which the focus goes to. */
  readonly title: string;
  /** Its text. */
  readonly body?: ReactNode;
  /** A picture, a video, a recording; above the heading. What plays is paused when the visitor goes on. */
  readonly media?: ReactNode;
  /** What the button to the next step says here, such as "And then?". Default: the label `goOn`. */
  readonly goOn?: string | undefined;
}

/** State of the root element, for `render`. */
export interface StoryPathState<Id extends string = string> {
  /** Id of the step that is shown. */
  readonly step: Id;
  /** Its place, from 1. */
  readonly position: number;
  /** Every step was read. */
  readonly isFinished: boolean;
}

/** The root element. */
export interface StoryPathElement extends HTMLDivElement {
  /** Begins a new attempt at the first step. */
  reset(): void;
}

/** Props of {@link StoryPath}. What is not listed goes to the root element. */
export interface StoryPathProps<Id extends string = string>
  extends AskProps<'story-path.finish', StepData<NoInfer<Id>>>,
    AskLook<StoryPathState<NoInfer<Id>>, StoryPathLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'ref' | 'title'> {
  /** The story's name, above its steps. Default none. */
  title?: ReactNode;
  /** The steps, in order; two or more. */
  steps: readonly StoryStep<Id>[];
  /** Level of the story's heading, 2 to 5; the steps are one lower. Without a `title` the steps have it. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | undefined;
  /** Id of the step that is shown, if you keep it. */
  step?: NoInfer<Id> | undefined;
  /** Id of the step that is shown first. Default: the first. */
  defaultStep?: NoInfer<Id> | undefined;
  /** Hears where the visitor went. */
  onStepChange?: ((step: NoInfer<Id>) => void) | undefined;
  /** Remembers on this device where the visitor stopped, where storage is allowed, and offers to continue there. Default true. */
  remember?: boolean | undefined;
  /** The next ask, below the last step. Its outcome is `dismissed` for those who have left steps out. */
  next?: NextProp<StepData<NoInfer<Id>>> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<StoryPathElement> | undefined;
}
