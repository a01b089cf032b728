import { catalogue } from '../events/catalogue.ts';
import { isolate } from '../events/isolate.ts';
import { show, tell, tellError } from '../internal/messages.ts';
import { nearest } from '../internal/nearest.ts';
import type { CommitmentFailure, Hub, RedactedEvent } from './hub.ts';

/*
 * What developers are told of settings that cannot be meant. For development: each call stands behind
 * `process.env.NODE_ENV !== 'production'`, so that none of this reaches a visitor.
 */

const words: readonly unknown[] = [true, false, 'granted', 'denied', 'unknown', null, undefined];
const purposes: readonly string[] = ['analytics', 'advertising', 'functional'];

/** Components with texts, and without kinds to be called by. */
const kindless: readonly string[] = [
  'form',
  'ladder-progress',
  'next-ask',
  'podcast-subscribe',
  'star-rating-summary',
  'webinar-signup',
];

/** Tells of props that types would have refused. */
export function checkProps(props: object): void {
  const { consent, trackers, ...others } = props as Record<string, unknown>;
  if (consent !== undefined && consent !== null && !isConsent(consent)) tell(114, show(consent));
  for (const one of [trackers].flat()) {
    if (!one || typeof (one as { track?: unknown }).track === 'function') continue;
    const isFunction = typeof one === 'function';
    tell(
      115,
      show(one),
      isFunction
        ? `Call it: ${one.name}()`
        : 'Pass what a tracker of the kit gives, such as ga4(), or an object with name and track',
    );
  }
  const { ladder, labels, locale } = others;
  const components = [...Object.keys(catalogue).map((kind) => kind.split('.')[0] ?? ''), ...kindless];
  for (const name of Object.keys(labels ?? {})) {
    // A component of the page's own may have texts there, too: only what is nearly one of ours is told, and nobody
    // mistakes the first letter.
    const near = components.includes(name) ? undefined : nearest(name, components);
    if (near?.[0] === name[0]) tell(120, name, String(near));
  }
  if (locale !== undefined && locale !== null && !isLocale(locale)) tell(112, String(locale));
  if (ladder && typeof (ladder as { guide?: unknown }).guide !== 'function') tell(1224, show(ladder));
  for (const prop of ['redact', 'onError', 'onEvent', 'onCommit']) {
    const given = others[prop];
    if (given && typeof given !== 'function') tell(116, prop, show(given));
  }
}

function isLocale(given: unknown): boolean {
  try {
    return !!Intl.NumberFormat.supportedLocalesOf(String(given))[0];
  } catch {
    return false;
  }
}

function isConsent(given: unknown): boolean {
  return (
    typeof given === 'object' &&
    !Array.isArray(given) &&
    Object.entries(given ?? {}).every(([purpose, word]) => purposes.includes(purpose) && words.includes(word))
  );
}

const withheld = new WeakMap<Hub, number>();

/** Tells of a `redact` that has given nothing back for three events, and nothing else: as many as one answer makes. */
export function checkRedacted(hub: Hub, shown: unknown): void {
  const count = shown === undefined ? (withheld.get(hub) ?? 0) + 1 : Number.NEGATIVE_INFINITY;
  withheld.set(hub, count);
  if (count === 3) tell(117);
}

/** Not of `react@18.2.0`, nor of an address such as `youtube.com/@northwind`. */
const email = /[^\s"@/]@[^\s"@/]+\.[a-z]{2,}/i;

/**
 * Tells of what looks like an e-mail address in an event that trackers get. Fields marked `trackable` are the developer's word.
 * What `redact` gave back may be anything, and must not fail here for what a tracker does not mind.
 */
export function checkPersonal(hub: Hub, { kind, ask, data, visitor }: RedactedEvent): void {
  if (!hub.get('trackers')) return;
  const look = () => {
    const { answers: _, ...more } = data as Record<string, unknown>;
    const parts = {
      'the id or placement': [ask.id, ask.placement],
      'the segments': visitor?.segments,
      ...more,
    };
    for (const [name, part] of Object.entries(parts))
      if (email.test(JSON.stringify(part) ?? '')) tell(119, kind, name in more ? `data.${name}` : name);
  };
  isolate(look, () => {});
}

/** Tells of a failure that nobody listens for. True for a message of ours, of which nothing more is to be said. */
export function tellFailure({ source, tracker, error }: CommitmentFailure): boolean {
  if (tellError(error)) return true;
  tell(105, tracker ?? source, String(error));
  return false;
}
