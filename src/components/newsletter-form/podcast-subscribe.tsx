'use client';
import { type JSX, type Ref, useId, useMemo } from 'react';
import type { FieldSpec } from '../../form/index.ts';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { useHub } from '../../provider/context.ts';
import type { OwnLabels } from '../../provider/labels.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { NewsletterForm } from './newsletter-form.tsx';
import type { AnyNewsletterProps, NewsletterFormProps } from './newsletter-form-props.ts';
import { type PodcastSubscribeLabels, podcastSubscribeLabels } from './podcast-subscribe-labels.ts';

/** An app in which the podcast can be heard. */
export interface PodcastApp {
  /** Short name for events, from a list of yours: `'apple-podcasts'`. */
  readonly target: string;
  /** Its name, as its maker writes it. */
  readonly label: string;
  /** Page of the podcast there, or its feed. */
  readonly href: string;
}

/** Props of {@link PodcastSubscribe}: those of `NewsletterForm`, and the apps. */
export interface PodcastSubscribeProps<Fields extends readonly FieldSpec[] = readonly []>
  extends Omit<NewsletterFormProps<never, never, Fields>, 'topics' | 'frequencies' | 'labels'> {
  /**
   * Apps to listen in, as links that need no script. A click is a yes of its own: `follow-link.follow` of the ask
   * `<id>-apps`. Default none.
   */
  apps?: readonly PodcastApp[] | undefined;
  /** Texts of your own. Those of the form are set with the provider. */
  labels?: OwnLabels<PodcastSubscribeLabels> | undefined;
}

/**
 * Each episode by mail, or in the visitor's own app.
 *
 * ```tsx
 * <PodcastSubscribe id="podcast" get="Small Shops, a new episode every Friday" onSubmit={subscribe}
 *   apps={[{ target: 'apple-podcasts', label: 'Apple Podcasts', href: 'https://podcasts.apple.com/…' }]} />
 * ```
 */
export function PodcastSubscribe<const Fields extends readonly FieldSpec[] = readonly []>(
  props: PodcastSubscribeProps<Fields>,
): JSX.Element {
  const { apps, labels, footer, ...rest } = props as unknown as Omit<AnyNewsletterProps, 'labels'> &
    Pick<PodcastSubscribeProps, 'apps' | 'labels'>;
  const speak = useLabels('podcast-subscribe', podcastSubscribeLabels, labels);
  const words = useMemo(
    () => ({
      submit: speak('submit'),
      subscribed: speak('subscribed'),
      confirmed: speak('confirmed'),
      already: speak('already'),
    }),
    [speak],
  );
  return (
    <NewsletterForm
      {...rest}
      labels={words}
      footer={
        <>
          {apps && <PodcastApps key={rest.id} id={rest.id} apps={apps} title={speak('apps')} />}
          {footer}
        </>
      }
    />
  );
}

const kind = 'follow-link.follow';
const kinds = { [kind]: 1 } as const;

/** Whoever took one app and none of the others has abandoned nothing. */
function leaving() {
  return false;
}

/** The links: an ask beside the form, with attempts of its own, so that whoever takes an app has not abandoned the form. */
function PodcastApps({
  id,
  apps,
  title,
}: {
  id: string;
  apps: readonly PodcastApp[];
  title: string;
}): JSX.Element {
  const hub = useHub();
  const ask = useAsk({ component: 'PodcastApps', kinds, props: { id: `${id}-apps` }, leaving });
  const titleId = useId();
  return (
    <nav className="sy-newsletter-form-apps" aria-labelledby={titleId} ref={ask.ref as Ref<HTMLElement>}>
      <p className="sy-note" id={titleId}>
        {title}
      </p>
      <div className="sy-newsletter-form-links">
        {[apps]
          .flat()
          .filter(Boolean)
          .map(({ target, label, href }) => {
            if (!href || !isSafeUrl(href)) {
              if (process.env.NODE_ENV !== 'production')
                tell(110, `The app "${target}" of PodcastSubscribe "${id}"`, href);
              return null;
            }
            return (
              <a
                key={target}
                className="sy-button"
                href={href}
                onClick={() => {
                  ask.record('committed', { target }, kind, undefined, target);
                  hub.flush();
                }}
              >
                {label}
              </a>
            );
          })}
      </div>
    </nav>
  );
}
