'use client';
import {
  type JSX,
  type ReactNode,
  useContext,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import type { AnyCommitment, CommitmentBus, CommitmentEvent } from '../events/index.ts';
import type { Ladder, Remembered } from '../ladder/ladder.ts';
import { checkProps } from './check-settings.ts';
import type { ConsentInput } from './consent.ts';
import { HubContext, type PartialLabels, SettingsContext } from './context.ts';
import type { MaybeTracker } from './delivery.ts';
import { type CommitmentFailure, createHub, type HubSettings, type Redact } from './hub.ts';

/** Props of {@link CommitmentProvider}. */
export interface CommitmentProviderProps {
  children?: ReactNode;
  /** Hears every commitment, synchronously in the visitor's own event. Runs whatever the consent; see `event.consent`. */
  onCommit?: ((event: AnyCommitment) => void) | undefined;
  /** Hears every event of every phase, synchronously. Runs whatever the consent; see `event.consent`. */
  onEvent?: ((event: CommitmentEvent) => void) | undefined;
  /** Hears what your callbacks, listeners and trackers threw. Default: reported like any uncaught error. */
  onError?: ((failure: CommitmentFailure) => void) | undefined;
  /** Where events go once the visitor allows it. May be written inline: the first tracker of each name is kept. */
  trackers?: readonly MaybeTracker[] | undefined;
  /**
   * The visitor's consent; undefined or null: not asked yet. Without this prop all is granted, except advertising
   * under Global Privacy Control.
   */
  consent?: ConsentInput | null | undefined;
  /**
   * What trackers may see of an event. Runs before every tracker of this provider and of those inside that have no `redact` of
   * their own; `onCommit` and `onEvent` hear the whole event. Gives back the event, a copy with the same id, or null to
   * withhold it. An event whose `redact` throws is withheld, and the error goes to `onError`.
   */
  redact?: Redact | undefined;
  /** Nonce of the page's Content-Security-Policy, for asks that must add a style element. */
  nonce?: string | undefined;
  /** Texts for all asks, such as a catalogue from `smallyes/locales/de`. */
  labels?: PartialLabels | undefined;
  /** BCP 47 language tag for numbers and plurals. Default `'en'`. Must be the same on server and client. */
  locale?: string | undefined;
  /** The path of asks that guides visitors, made by `defineLadder`. Asks below are guided by the nearest one. */
  ladder?: Ladder | undefined;
  /** What the server remembers of this visitor, so that the first paint shows the right ask: see `createLadderMemory`. */
  remembered?: Remembered | undefined;
  /** Turns all emitting below off. For the whole tab, see `setEmitting`. Default false. */
  disabled?: boolean | undefined;
  /** Names of query parameters that may appear in `event.page.path`. Default none. Read when the page changes. */
  allowQuery?: readonly string[] | undefined;
  /** A bus of your own, made by `createCommitmentBus`, to listen from outside React. Read once. */
  bus?: CommitmentBus | undefined;
}

/**
 * Takes the events of all asks below it and hands them to your callbacks and trackers. Providers nest: an
 * event passes each one on its way up once, and consent, labels and locale are inherited.
 */
export function CommitmentProvider(props: CommitmentProviderProps): JSX.Element {
  const { children, bus, nonce, labels, locale, remembered } = props;
  // What is no ladder guides nobody, and takes no page down.
  const ladder = props.ladder?.guide && props.ladder;
  const parent = useContext(HubContext);
  const [hub] = useState(() => createHub(parent ?? undefined, bus));

  // Before any effect or handler of an ask below can run: its layout effects run before ours.
  useInsertionEffect(() => {
    if (process.env.NODE_ENV !== 'production') checkProps(props);
    // A page that keeps consent in a state has nothing to pass at first: the visitor has not been asked.
    // What is no object, `false` too, allows nothing.
    const consent = 'consent' in props ? props.consent || {} : undefined;
    hub.set({ ...(props as HubSettings), ladder, consent });
  });
  useLayoutEffect(() => hub.update());
  useEffect(() => hub.connect(), [hub]);

  const outer = useContext(SettingsContext);
  const settings = useMemo(
    () => ({
      locale: locale ?? outer.locale,
      labels: labels ? mergeLabels(outer.labels, labels) : outer.labels,
      nonce: nonce ?? outer.nonce,
      ladder: ladder ?? outer.ladder,
      remembered: remembered ?? outer.remembered,
    }),
    [outer, locale, labels, nonce, ladder, remembered],
  );

  return (
    <HubContext value={hub}>
      <SettingsContext value={settings}>{children}</SettingsContext>
    </HubContext>
  );
}

/** The inner texts over the outer ones, text by text. */
function mergeLabels(outer: PartialLabels, inner: PartialLabels): PartialLabels {
  const merged: Record<string, unknown> = { ...outer };
  for (const [component, texts] of Object.entries(inner))
    merged[component] = { ...(merged[component] as object | undefined), ...texts };
  return merged;
}
