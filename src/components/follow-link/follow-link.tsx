'use client';
import type { JSX } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { useLink } from '../../provider/use-link.ts';
import { followLinkLabels } from './follow-link-labels.ts';
import type { FollowLinkProps, FollowLinkState } from './follow-link-props.ts';
import { type FollowTarget, nameOf } from './follow-link-state.ts';

const kinds = { 'follow-link.follow': 1 } as const;

/**
 * A link to where the visitor can follow you: a social profile, a podcast app, a feed. The click is the yes, recorded before
 * the page goes.
 *
 * ```tsx
 * <FollowLink id="follow-youtube" target="youtube" href="https://www.youtube.com/@northwind" />
 * ```
 */
export function FollowLink<const Target extends FollowTarget | (string & {}) = FollowTarget>(
  props: FollowLinkProps<Target>,
): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <FollowLinkRoot key={props.id} {...(props as unknown as FollowLinkProps<string>)} />;
}

function FollowLinkRoot(props: FollowLinkProps<string>): JSX.Element {
  const {
    href: wanted,
    target,
    name = nameOf(target),
    children,
    newTab,
    following = false,
    next,
    appearance = 'plain',
    ...rest
  } = props;
  const speak = useLabels('follow-link', followLinkLabels, rest.labels);
  const { href, isFollowed, root } = useLink('FollowLink', kinds, props, following);

  return renderAsk<FollowLinkState>(
    'follow-link',
    { appearance, ...rest },
    { following, isFollowed },
    {
      'data-following': following || undefined,
      children: (
        <>
          <div className="sy-actions">
            <a
              className="sy-button"
              href={href}
              target={newTab ? '_blank' : undefined}
              rel={newTab ? 'noopener' : undefined}
            >
              {children ?? speak(following ? 'open' : 'follow', { name })}
            </a>
            {renderStatus(
              'sy-follow-link-status',
              following ? speak('following', { name }) : isFollowed && speak('thanks'),
              following || isFollowed ? 'success' : undefined,
            )}
          </div>
          {isFollowed && (
            <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data: { target } }} />
          )}
        </>
      ),
      ...root,
    },
  );
}
