import { uuid } from '../../events/index.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { inTime } from '../../internal/in-time.ts';
import { tell } from '../../internal/messages.ts';
import { recordChange } from '../../provider/record-change.ts';
import { type PushOptInLabels, pushOptInLabels } from './push-opt-in-labels.ts';
import type { PushOptInProps } from './push-opt-in-props.ts';
import { watchFocus } from './push-permission.ts';
import { pushStageLabels } from './push-stage-labels.ts';
import type { PushLook, PushWork } from './push-work.ts';

// What nobody needs before the visitor turns to the button, or where the browser has its answer.

/** All English texts. */
export const texts: PushOptInLabels = { ...pushOptInLabels, ...pushStageLabels };

/** Hears of a change that was made elsewhere, such as in the settings of the browser. */
export function watchPermission(listener: () => void): () => void {
  let status: PermissionStatus | undefined;
  let isOver = false;
  navigator.permissions?.query({ name: 'notifications' }).then(
    (found) => {
      if (isOver) return;
      status = found;
      found.addEventListener('change', listener);
      // It may have changed before this was known.
      listener();
    },
    // A browser that does not know this name is asked when the visitor comes back.
    () => {},
  );
  const stop = watchFocus(listener);
  return () => {
    isOver = true;
    status?.removeEventListener('change', listener);
    stop();
  };
}

type Place = Pick<PushOptInProps, 'id' | 'publicKey' | 'registration' | 'serviceWorkerUrl'>;

/** The browser has another word than before, or a first one. */
export async function look({ permission, view, isDecided, props, ask, show }: PushLook): Promise<void> {
  if (permission !== 'granted') {
    // Whoever takes back the permission takes back the yes.
    if (!view.isAllowed) return;
    recordChange(ask, 'push-opt-in.allow', {}, undefined);
    show({});
  } else if (!isDecided.current && (await isSubscribed(props)) && !isDecided.current)
    show({ isAllowed: true });
}

/** Whether a subscription of an earlier visit still brings these messages. Registers nothing. */
async function isSubscribed(props: PushOptInProps): Promise<boolean> {
  const { id, publicKey, check } = props;
  const found = await findSubscription(props);
  // What was made with another key hears nothing of who has this one.
  if (!found || !isOfKey(found, publicKey)) return false;
  try {
    return (await check?.(found.toJSON(), { signal: AbortSignal.timeout(30_000) })) ?? true;
  } catch (error) {
    // Nobody knows: to be asked once more is better than a promise that may be none.
    if (process.env.NODE_ENV !== 'production') tell(1449, id, String(error));
    return false;
  }
}

/** The subscription that this browser has, if any. */
async function findSubscription(place: Place): Promise<PushSubscription | undefined> {
  const registration = await findRegistration(place);
  return (await registration?.pushManager.getSubscription()) ?? undefined;
}

function isOfKey({ options }: PushSubscription, publicKey: string): boolean {
  const key = options?.applicationServerKey;
  if (!key) return true;
  const wanted = atob(publicKey.replace(/-/g, '+').replace(/_/g, '/'));
  return String.fromCharCode(...new Uint8Array(key)) === wanted;
}

/** Goes on after the visitor's press on the button that allows. */
export async function allow({ props, ask, answer, send, isOver, show, end }: PushWork): Promise<void> {
  if (isOver()) return;
  if (answer !== 'granted') {
    if (answer === 'denied') ask.record('dismissed');
    return end({ said: answer === 'default' ? 'closed' : undefined });
  }
  show((before) => ({ ...before, busy: 'subscribing' }));
  const { subscription, isNew } = await subscribeInTime(props);
  // Nobody has heard of it, so nobody shall have it.
  const giveUp = () => isNew && giveBack(subscription);
  if (isOver()) return void giveUp();
  send(
    { subscription: subscription.toJSON(), allowed: true },
    {},
    ({ status, message }) => {
      if (status !== 'already') ask.record('committed', {});
      end({ isAllowed: true, said: 'allowed', message });
    },
    ({ message }) => {
      giveUp();
      end({ problem: 'failed', message });
    },
  );
}

/** Ends a subscription of which nobody has heard, as far as the browser lets go of it. */
function giveBack(subscription: PushSubscription): void {
  subscription.unsubscribe().catch(() => {});
}

/** Goes on after the press on the button that stops. */
export async function stop({ props, ask, isOver, end }: PushWork): Promise<void> {
  const subscription = await findSubscription(props);
  if (subscription && !(await subscription.unsubscribe())) throw new Error('the browser keeps it');
  if (isOver()) return;
  recordChange(ask, 'push-opt-in.allow', {}, undefined);
  end({ said: 'ended' });
  if (!subscription) return;
  // It is ended, whatever the server says to that.
  try {
    const answer = await props.onSubmit?.(
      { subscription: subscription.toJSON(), allowed: false },
      { idempotencyKey: uuid(), attempt: ask.attempt().id, signal: AbortSignal.timeout(30_000) },
    );
    if (answer && hasFailed(answer)) throw new Error(answer.message ?? answer.status);
  } catch (error) {
    if (process.env.NODE_ENV !== 'production') tell(401, props.id, String(error));
  }
}

interface Subscribed {
  readonly subscription: PushSubscription;
  /** There was none before. */
  readonly isNew: boolean;
}

// What is under way, by the key: a browser that cannot reach its push service may be silent for ever.
const underWay = new Map<string, { readonly work: Promise<Subscribed>; waiting: number }>();

/** Subscribes, or ends with an error in time. A second press waits for the same; what comes when nobody waits is given up. */
async function subscribeInTime(place: Place): Promise<Subscribed> {
  const { publicKey } = place;
  let now = underWay.get(publicKey);
  if (!now) {
    const mine = { work: subscribe(place), waiting: 0 };
    underWay.set(publicKey, (now = mine));
    const forget = () => void underWay.delete(publicKey);
    mine.work.then(({ subscription, isNew }) => {
      forget();
      if (isNew && !mine.waiting) giveBack(subscription);
    }, forget);
  }
  now.waiting++;
  try {
    return await inTime(now.work);
  } finally {
    now.waiting--;
  }
}

/** Subscribes, by the visitor's leave that is there by now. */
async function subscribe(place: Place): Promise<Subscribed> {
  const { id, publicKey, registration, serviceWorkerUrl } = place;
  const found =
    registration || serviceWorkerUrl === undefined
      ? await findRegistration(place)
      : await navigator.serviceWorker.register(serviceWorkerUrl);
  if (!found) throw new Error('the page has no service worker');
  await untilActive(found);
  const { pushManager } = found;
  const before = await pushManager.getSubscription();
  const take = () => pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  try {
    return { subscription: await take(), isNew: !before };
  } catch (error) {
    // One made with another key stands in the way: https://w3c.github.io/push-api/#subscribe-method
    if (!before || (error as Partial<Error>).name !== 'InvalidStateError') throw error;
    if (process.env.NODE_ENV !== 'production') tell(1444, id);
    await before.unsubscribe();
    return { subscription: await take(), isNew: true };
  }
}

async function findRegistration({ registration, serviceWorkerUrl }: Place) {
  if (registration) return registration;
  if (serviceWorkerUrl === undefined) return navigator.serviceWorker.getRegistration();
  // Its scope need not hold this page.
  const { href } = new URL(serviceWorkerUrl, document.baseURI);
  const all = await navigator.serviceWorker.getRegistrations();
  return all.find((one) => (one.active ?? one.waiting ?? one.installing)?.scriptURL === href);
}

/** A worker that is being installed cannot subscribe yet. */
function untilActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> | undefined {
  const worker = installing ?? waiting;
  if (active || !worker) return undefined;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      else if (worker.state === 'redundant') reject(new Error('its service worker could not be installed'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
