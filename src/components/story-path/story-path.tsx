'use client';
import { type JSX, useId } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { storyPathLabels } from './story-path-labels.ts';
import type { StoryPathProps, StoryPathState } from './story-path-props.ts';
import { useStoryPath } from './use-story-path.ts';

/**
 * A story in short steps, where each "go on" is a small yes, and an ask at its end. Without JavaScript it is one article.
 *
 * ```tsx
 * <StoryPath
 *   id="our-story"
 *   steps={[
 *     { id: 'garage', title: 'It began in a garage', body: <p>…</p>, goOn: 'And then?' },
 *     { id: 'today', title: 'Today', body: <p>…</p> },
 *   ]}
 *   next={<StarRating id="story-liked" label="Did you like our story?" />}
 * />
 * ```
 */
export function StoryPath<const Id extends string>(props: StoryPathProps<Id>): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <StoryPathRoot key={props.id} {...(props as unknown as StoryPathProps)} />;
}

function StoryPathRoot(props: StoryPathProps): JSX.Element {
  const story = useStoryPath(props);
  const { steps, at, walked, isFinished, direction, look, root } = story;
  const { title, headingLevel = 2, next, ...rest } = look;
  const speak = useLabels('story-path', storyPathLabels, rest.labels);
  const titleId = useId();
  const Title = `h${headingLevel}` as const;
  const Heading = `h${title ? ((headingLevel + 1) as 3) : headingLevel}` as const;
  const isEnd = at >= steps.length - 1;
  const count = steps.length;

  return renderAsk<StoryPathState>(
    'story-path',
    rest,
    { step: steps[at]?.id ?? '', position: at + 1, isFinished },
    {
      role: title ? 'group' : undefined,
      'aria-labelledby': title ? titleId : undefined,
      'data-finished': isFinished || undefined,
      ...root,
      children: (
        <>
          <div className="sy-story-path-head">
            {title && (
              <Title className="sy-story-path-title" id={titleId}>
                {title}
              </Title>
            )}
            <p className="sy-story-path-place sy-note sy-only-with-script" aria-hidden="true">
              {speak('progress', { position: at + 1, count })}
            </p>
            <ol className="sy-story-path-marks sy-only-with-script" aria-label={speak('steps')}>
              {steps.map((step, place) => (
                <li
                  key={step.id}
                  className="sy-story-path-mark"
                  aria-current={place === at ? 'step' : undefined}
                  data-done={(place !== at && walked.includes(step.id)) || undefined}
                >
                  <span className="sy-visually-hidden">
                    {place !== at && walked.includes(step.id)
                      ? speak('done', { title: step.title })
                      : step.title}
                  </span>
                </li>
              ))}
            </ol>
          </div>
          <div className="sy-story-path-steps" data-direction={direction} ref={story.list}>
            {steps.map((step, place) => (
              <div key={step.id} className="sy-story-path-step" data-current={place === at || undefined}>
                {step.media && <div className="sy-story-path-media">{step.media}</div>}
                <Heading className="sy-story-path-heading" tabIndex={-1}>
                  {step.title}
                </Heading>
                {step.body && <div className="sy-story-path-body">{step.body}</div>}
              </div>
            ))}
          </div>
          {renderStatus('sy-story-path-status', isEnd && isFinished && speak('finished'), 'success')}
          <div className="sy-actions sy-only-with-script" ref={story.actions}>
            {!isEnd && (
              <button className="sy-button" data-variant="primary" type="button" value="on">
                {steps[at]?.goOn ?? speak('goOn')}
              </button>
            )}
            {count > 1 && (
              <div className="sy-story-path-ways sy-actions">
                {at > 0 && (
                  <button className="sy-button" data-variant="quiet" type="button" value="back">
                    {speak('back')}
                  </button>
                )}
                {story.canResume && (
                  <button className="sy-button" data-variant="quiet" type="button" value="resume">
                    {speak('resume', { position: story.kept + 1 })}
                  </button>
                )}
                {at < count - 2 && (
                  <button
                    className="sy-story-path-skip sy-button"
                    data-variant="quiet"
                    type="button"
                    value="skip"
                  >
                    {speak('skip')}
                  </button>
                )}
              </div>
            )}
          </div>
          {isEnd && (
            <NextSlot
              next={next as NextProp<object>}
              outcome={{ phase: isFinished ? 'committed' : 'dismissed', data: story.dataOf(at) }}
            />
          )}
        </>
      ),
    },
  );
}
