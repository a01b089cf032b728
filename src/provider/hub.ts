import { isUnderWay } from '../events/attempt.ts';
import {
  type CommitmentBus,
  type CommitmentEvent,
  type Consent,
  type ConsentState,
  createCommitmentBus,
  createEvent,
  type EventBase,
  type EventDraft,
  type Kind,
  type Phase,
} from '../events/index.ts';
import { isolate, reportToPlatform } from '../events/isolate.ts';
import { tabState } from '../events/tab-state.ts';
import { fault, tell } from '../internal/messages.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { AskEntry } from './ask.ts';
import { checkPersonal, checkRedacted, tellFailure } from './check-settings.ts';
import { type ConsentInput, readConsent } from './consent.ts';
import { createDelivery, type MaybeTracker } from './delivery.ts';
import { createMemory, type VisitorMemory } from './memory.ts';
import { createPage, type Page } from './page.ts';
import { createVisit, type Visit } from './visit.ts';

/** Something of the developer's own that failed while an event passed. */
export interface CommitmentFailure {
  readonly source: 'onCommit' | 'onEvent' | 'listener' | 'redact' | 'tracker';
  readonly error: unknown;
  readonly event?: CommitmentEvent | undefined;
  /** Name of the tracker, when one failed. */
  readonly tracker?: string | undefined;
}

/** What may be left of an event: its data need not be all that its kind promises. */
export interface RedactedEvent extends EventBase {
  readonly kind: Kind;
  readonly phase: Phase;
  readonly data: object;
}

/** Gives the event as trackers may have it: the same one, a changed copy, or null for none. */
export type Redact = (event: CommitmentEvent) => RedactedEvent | null | undefined;

/** Hears events; a method on purpose, so that handlers for narrower events fit. */
export interface EventCallbacks {
  onEvent?: ((event: CommitmentEvent) => void) | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: each ask narrows the data of its own commitments.
  onCommit?: ((event: any) => void) | undefined;
}

/** What a provider can be told on each render. */
export interface HubSettings extends EventCallbacks {
  onError?: ((failure: CommitmentFailure) => void) | undefined;
  trackers?: readonly MaybeTracker[] | undefined;
  consent?: ConsentInput | undefined;
  disabled?: boolean | undefined;
  allowQuery?: readonly string[] | undefined;
  redact?: Redact | undefined;
  ladder?: Ladder | undefined;
}

/** What a provider shares with all providers inside it. */
interface Site {
  readonly memory: VisitorMemory;
  readonly visit: Visit;
  readonly page: Page;
  readonly asks: Map<string, AskEntry>;
  readonly hubs: Set<Hub>;
  /** Events on their way. One that a callback causes waits for the one before it. */
  readonly queue: (() => void)[];
  /** Hear that another page view has begun. */
  readonly turns: Set<(path: string) => void>;
  /** Variants that the visitor was exposed to, by experiment: written by `useVariant`, carried by each event. */
  experiments?: Readonly<Record<string, string>> | undefined;
}

/** Where events of one provider pass. Made once per provider; never changes identity. */
export interface Hub {
  readonly site: Site;
  readonly bus: CommitmentBus;
  /** Takes new settings, before anything below can record under the old ones. */
  set(settings: HubSettings): void;
  /** Acts on them. */
  update(): void;
  /** Listens to the page; returns how to stop. */
  connect(): () => void;
  /** A setting of this provider, else of the nearest one above that has it. */
  get<K extends keyof HubSettings>(name: K): HubSettings[K];
  /** Nothing is to be recorded here: an attempt that went on unheard would leave a gap in the funnel later. */
  isOff(): boolean;
  emit<K extends Kind>(draft: EventDraft<K>, own: EventCallbacks): CommitmentEvent<K>;
  /** Takes a finished event from below. */
  receive(event: CommitmentEvent): void;
  identify(userId: string, traits?: Readonly<Record<string, unknown>>): void;
  flush(): void;
  /** Looks again at what waits for consent. */
  schedule(): void;
  fail(failure: CommitmentFailure): void;
  /** Begins a new page view if `path` is not the one known. */
  turnPage(path: string): void;
}

/** Makes the hub of a provider below `parent`. Touches neither storage nor clock. */
export function createHub(parent?: Hub, ownBus?: CommitmentBus, isBare = false): Hub {
  let settings: HubSettings = {};
  let functional: ConsentState | undefined;
  let path: string | undefined;
  let isGone = false;

  const createSite = (): Site => {
    const memory = createMemory();
    return {
      memory,
      visit: createVisit(memory),
      page: createPage(),
      asks: new Map(),
      hubs: new Set(),
      queue: [],
      turns: new Set(),
    };
  };
  const site = parent?.site ?? createSite();
  const consent = () => readConsent(hub.get('consent'));
  const visitor = ({ analytics, functional }: Consent) =>
    analytics === 'granted' && functional === 'granted' ? site.visit.visitor() : undefined;
  const bus =
    ownBus ??
    createCommitmentBus({ onError: (error, event) => hub.fail({ source: 'listener', error, event }) });
  const delivery = createDelivery(
    consent,
    () => hub.isOff(),
    site.visit.renew,
    (error, tracker, event) => hub.fail({ source: 'tracker', tracker, error, event }),
  );
  const call = (callbacks: EventCallbacks, event: CommitmentEvent) => {
    for (const source of ['onEvent', 'onCommit'] as const)
      if (source === 'onEvent' || event.phase === 'committed')
        isolate(
          () => callbacks[source]?.(event),
          (error) => hub.fail({ source, error, event }),
        );
  };

  /** Tells that the visitor has left what was begun with. */
  const abandon = (entry: AskEntry) => {
    if (entry.attempt && isUnderWay(entry.attempt)) entry.latest.record('abandoned', entry);
  };
  const hub: Hub = {
    site,
    bus,
    set(next) {
      settings = next;
    },
    update() {
      const word = consent().functional;
      if (!parent && word !== functional) {
        functional = word;
        site.memory.follow(word);
        if (word === 'denied') site.visit.forget();
        else site.visit.reload();
      }
      // One tracker without its list is meant well; throwing here would take the page down. One that leaves gets what has waited.
      delivery.connect([settings.trackers ?? []].flat());
      // Providers below may inherit the consent that has just changed.
      for (const one of site.hubs) one.schedule();
    },
    connect() {
      isGone = false;
      site.hubs.add(hub);
      // A router may change the address before the first event asks for it.
      if (!parent) site.visit.arrive();
      const leave = ({ type }: Event) => {
        // Some browsers leave without a visibility change, and some hide without a pagehide.
        if (type !== 'pagehide' && !document.hidden) return;
        site.asks.forEach(abandon);
        for (const one of site.hubs) one.flush();
      };
      // Else this tab would write down again what was known before a no in another one.
      const hear = ({ key, newValue }: Partial<StorageEvent>) => {
        if (newValue !== null) return;
        // A no takes all, and a browser tells of one note after the other.
        const isNo = !key || key === 'smallyes:visit';
        site.memory.hear(isNo ? null : key);
        if (isNo) site.visit.forget();
      };
      // A page that the browser has kept aside hears of nothing meanwhile.
      const comeBack = ({ persisted }: PageTransitionEvent) =>
        persisted && site.visit.isGone() && hear({ newValue: null });
      // Once for all providers of the page, by the outermost.
      const listen = (act: 'addEventListener' | 'removeEventListener') => {
        if (parent) return;
        document[act]('visibilitychange', leave);
        window[act]('pagehide', leave);
        window[act]('pageshow', comeBack as EventListener);
        window[act]('storage', hear as EventListener);
      };
      listen('addEventListener');
      return () => {
        isGone = true;
        hub.flush();
        site.hubs.delete(hub);
        listen('removeEventListener');
      };
    },
    // No `??`: `disabled={false}` below a disabled provider switches nothing on.
    get: (name) => settings[name] || parent?.get(name),
    isOff: () => tabState().off || !!hub.get('disabled'),
    emit(draft, own) {
      const now = consent();
      // First of all: the answer may put the visitor into a segment, and the event tells what comes after it.
      const ladder = hub.get('ladder')?.guide(site).take(draft);
      const { event, lost } = createEvent(draft, {
        experiments: site.experiments,
        ...ladder,
        session: site.visit.session(),
        page: site.page.info(hub.get('allowQuery')),
        consent: now,
        visitor: visitor(now),
      });
      if (process.env.NODE_ENV !== 'production') {
        if (isBare) tell(101, `"${draft.ask.id}"`);
        if (lost.length > 0) tell(104, `"${draft.ask.id}"`, lost.slice(0, 5).join(', '));
      }
      const { queue } = site;
      const length = queue.push(() => {
        call(own, event);
        hub.receive(event);
      });
      // The first one stays in the queue while it passes: a callback that emits in turn only adds to it.
      if (length === 1) for (; queue[0]; queue.shift()) queue[0]();
      return event;
    },
    receive(event) {
      call(settings, event);
      if (bus !== parent?.bus)
        isolate(
          () => bus.publish(event),
          (error) => hub.fail({ source: 'listener', error, event }),
        );
      isolate(
        () => {
          const shown = (hub.get('redact') ?? ((same) => same))(event);
          if (process.env.NODE_ENV !== 'production') checkRedacted(hub, shown);
          // A promise, or something made up: what nobody has checked stays here.
          if (!shown) return;
          if (shown.id !== event.id) throw fault(113);
          if (process.env.NODE_ENV !== 'production') checkPersonal(hub, shown);
          // One tracker must not change what the next one gets.
          delivery.send(event, Object.freeze(shown) as CommitmentEvent);
          // A form may settle after it has moved the visitor on. Nobody tells the trackers when the page goes, then.
          if (isGone) delivery.flush();
        },
        (error) => hub.fail({ source: 'redact', error, event }),
      );
      parent?.receive(event);
    },
    identify(userId, traits) {
      if (hub.isOff()) return;
      // The visitor is looked up when the tracker may be told, which is later than now while consent is open.
      delivery.introduce((tracker) =>
        tracker.identify?.({ userId, visitorId: visitor(consent())?.id, traits }),
      );
      parent?.identify(userId, traits);
    },
    flush: delivery.flush,
    schedule: delivery.schedule,
    fail(failure) {
      const onError = hub.get('onError');
      if (process.env.NODE_ENV !== 'production' && !onError && tellFailure(failure)) return;
      const { error } = failure;
      // A client that never came is no failure of the page: most often an ad blocker keeps it out.
      isolate(
        () => (onError ? onError(failure) : /SY-100[12]/.test(`${error}`) || reportToPlatform(error)),
        reportToPlatform,
      );
    },
    turnPage(next) {
      if (parent) return parent.turnPage(next);
      if (path !== undefined && path !== next) {
        site.page.turn(() => {
          site.asks.forEach((entry, key) => {
            if (entry.mounted.size) return;
            abandon(entry);
            site.asks.delete(key);
          });
        });
        site.asks.forEach((entry) => {
          if (entry.attempt && isUnderWay(entry.attempt)) return;
          entry.attempt = undefined;
          entry.mounted.forEach((part) => {
            part.watch();
          });
        });
        for (const turn of site.turns) turn(next);
      }
      path = next;
    },
  };
  return hub;
}
