import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type CommitmentEvent, createEvent, type EventContext, type Tracker } from 'smallyes/events';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import {
  type CommitHandle,
  type CommitmentFailure,
  CommitmentProvider,
  type ConsentInput,
  useCommit,
} from 'smallyes/provider';
import { hostileData } from './hostile-data.ts';

/** What a page's program knows of its product. */
export interface Play {
  /** Loads the client, as a page does that wants it; gives it, and puts it where its snippet would. */
  load(origin: string): unknown;
  /** Makes the tracker: with the client, or without one, when it has to find the global. */
  tracker(client: unknown, options: TrackerOptions): Tracker;
  /** Makes the client send what it only keeps. */
  report?(client: unknown): void;
}

/** Options that a test hands to the page; plain data, because it comes from another process. */
export interface TrackerOptions {
  readonly phases?: 'all';
  readonly timeout?: number;
  readonly events?: Readonly<Record<string, string | false>>;
  readonly [vendor: string]: unknown;
}

/** What a test can make a page do. */
export interface Stage {
  /** Shows the asks, wired to the tracker. `late`: the client is not there yet. */
  start(options?: {
    late?: boolean;
    global?: boolean;
    consent?: ConsentInput;
    tracker?: TrackerOptions;
  }): void;
  /** Loads a client that was late. */
  load(): void;
  consent(input: ConsentInput): void;
  identify(userId: string, traits?: Record<string, unknown>): void;
  /** Makes an event of data that would break a careless client, and hands it to the tracker. Gives what was made. */
  hostile(): CommitmentEvent;
  /** Hands events to the tracker, as the provider does. */
  track(events: readonly CommitmentEvent[]): void;
  /** The visitor shares the page in these ways, by an ask that is a link: one commitment each. */
  share(methods: readonly string[]): void;
  leave(): void;
  flush(): void;
  readonly events: CommitmentEvent[];
  readonly errors: string[];
  readonly client: unknown;
}

declare global {
  interface Window {
    stage: Stage;
  }
}

let commit: CommitHandle<'share-button.share'> | undefined;

function Share() {
  commit = useCommit('share-button.share', { id: 'share' });
  return null;
}

/** Makes the page's stage. */
export function play({ load, tracker: make, report }: Play): void {
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const events: CommitmentEvent[] = [];
  const errors: string[] = [];
  let client: unknown;
  let tracker: Tracker | undefined;
  let word: ConsentInput | undefined;
  const show = () =>
    flushSync(() =>
      root.render(
        <CommitmentProvider
          trackers={tracker ? [tracker] : []}
          {...(word && { consent: word })}
          onCommit={(event) => void events.push(event)}
          onError={({ error }: CommitmentFailure) => void errors.push(String(error))}
        >
          <Share />
          <Poll
            id="biggest-hurdle"
            question="What holds your shop back?"
            options={['Traffic', 'Trust']}
            other
            onSubmit={() => undefined}
          />
          <LeadGate
            id="checklist"
            get="The checklist"
            onSubmit={() => undefined}
            load={async () => <p>Here it is</p>}
          >
            <p>Twelve points.</p>
          </LeadGate>
        </CommitmentProvider>,
      ),
    );
  window.stage = {
    events,
    errors,
    get client() {
      return client;
    },
    start({ late = false, global = late, consent, tracker: options = {} } = {}) {
      if (!late) client = load(document.documentElement.dataset['vendor'] as string);
      tracker = make(global ? undefined : client, options);
      word = consent;
      show();
    },
    load: () => void (client = load(document.documentElement.dataset['vendor'] as string)),
    consent(input) {
      word = input;
      show();
    },
    identify: (userId, traits) => void tracker?.identify?.({ userId, traits }),
    hostile() {
      const draft = { kind: 'poll.vote', phase: 'committed', grade: 1 } as const;
      const { event } = createEvent(
        { ...draft, ask: { id: 'hostile' }, attempt: 'a1', data: hostileData() },
        surroundings,
      );
      tracker?.track(event);
      return event;
    },
    track(given) {
      for (const event of given) tracker?.track(event);
    },
    share(methods) {
      for (const method of methods) {
        commit?.reset();
        commit?.commit({ method });
      }
    },
    leave() {
      location.href = '/elsewhere';
    },
    flush() {
      tracker?.flush?.();
      report?.(client);
    },
  };
}

const surroundings: EventContext = {
  session: { id: 's1', n: 1 },
  page: { path: '/hostile', viewId: 'v1' },
  consent: { analytics: 'granted', advertising: 'granted', functional: 'granted' },
};
