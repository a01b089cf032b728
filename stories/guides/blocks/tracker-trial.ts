import { type CatalogueKind, type CommitmentEvent, catalogue, type Identity } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { createRecorder, JsonText, type RecordedCall } from './tracker-recorder.ts';
import { type TrackerFile, type TrackerSample, trackerSamples } from './tracker-samples.ts';

/** Runs a tracker with a recorder in its product's place, and gives what it called. Throws what the tracker reports. */
export function tryTracker(
  file: TrackerFile,
  options: {
    readonly events?: readonly CommitmentEvent[];
    readonly identity?: Identity;
    readonly isPlain?: boolean;
  },
): readonly RecordedCall[] {
  const { global, make, plain = make }: TrackerSample = trackerSamples[file];
  const calls: RecordedCall[] = [];
  return withGlobal(global, calls, () => {
    const tracker = (options.isPlain ? plain : make)(calls);
    tracker.connect?.({
      consent: () => 'granted',
      report(error) {
        throw error;
      },
    });
    for (const event of options.events ?? []) void tracker.track(event);
    if (options.identity) void tracker.identify?.(options.identity);
    // What gathers events sends them now; what has handed them over would only do it again.
    if (calls.length === 0) void tracker.flush?.();
    return calls;
  });
}

/** Puts a recorder on the page for as long as `run` takes. */
function withGlobal<T>(name: string | undefined, calls: RecordedCall[], run: () => T): T {
  if (!name) return run();
  const page: object = globalThis;
  const before = Object.getOwnPropertyDescriptor(page, name);
  Object.defineProperty(page, name, { value: createRecorder(name, calls), configurable: true });
  try {
    return run();
  } finally {
    if (before) Object.defineProperty(page, name, before);
    else Reflect.deleteProperty(page, name);
  }
}

const consent = { analytics: 'granted', advertising: 'granted', functional: 'granted' } as const;

/** The three commitments that each page of the guide sends. */
export const sampleEvents: readonly CommitmentEvent[] = [
  commitmentFixture('poll.vote', { seq: 1, consent }) as CommitmentEvent,
  commitmentFixture('lead-gate.unlock', { seq: 2, consent }) as CommitmentEvent,
  commitmentFixture('checkout.purchase', { seq: 3, consent }) as CommitmentEvent,
];

/** Whom each page of the guide identifies. The hash is that of an empty text: nobody's address. */
export const sampleIdentity: Identity = {
  userId: 'user-7',
  traits: {
    plan: 'pro',
    sha256_email_address: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
};

/** What becomes of one kind. */
export interface MappedKind {
  readonly kind: CatalogueKind;
  /** For kinds that go by more than their name. */
  readonly when?: string;
  /** The product's event; undefined when none is sent. */
  readonly event: string | undefined;
  /** The product's event is our kind, spelled as the product wants it. */
  readonly isOurs: boolean;
}

/** Kinds whose data decides what they are at some products, as the fixtures do not have it. */
const variants: readonly (readonly [event: CommitmentEvent, when: string])[] = [
  [commitmentFixture('lead-gate.unlock', { consent, data: { key: 'poll.vote' } }), 'opened by another yes'],
  [
    commitmentFixture('checkout.step', { consent, data: { step: 'shipping', position: 2 } }),
    'step "shipping"',
  ],
  [commitmentFixture('checkout.step', { consent, data: { step: 'payment', position: 3 } }), 'step "payment"'],
  [
    commitmentFixture('checkout.step', { consent, data: { step: 'review', position: 4 } }),
    'another later step',
  ],
];

/** What becomes of every kind of the catalogue, found out by sending one of each. */
export function mappingOf(file: TrackerFile): readonly MappedKind[] {
  const kinds = Object.keys(catalogue) as CatalogueKind[];
  return kinds.flatMap((kind) => {
    const usual = mapped(file, commitmentFixture(kind, { consent } as object) as CommitmentEvent);
    const others = variants
      .filter(([event]) => event.kind === kind)
      .map(([event, when]) => ({ ...mapped(file, event), when }))
      .filter(({ event }) => event !== usual.event);
    return [usual, ...others];
  });
}

function mapped(file: TrackerFile, event: CommitmentEvent): MappedKind {
  const { eventOf }: TrackerSample = trackerSamples[file];
  const name = tryTracker(file, { events: [event], isPlain: true })
    .map(({ args }) => eventOf(...(args as never[])))
    .find((one) => one !== undefined);
  const kind = event.kind as CatalogueKind;
  return { kind, event: name, isOurs: name !== undefined && plainText(name) === plainText(kind) };
}

function plainText(name: string): string {
  return name.replace(/[^a-z]/gi, '').toLowerCase();
}

/** Under which names our id, time and order travel in what a product is handed for one event. */
export function wordsFor(file: TrackerFile): { readonly [word in 'id' | 'time' | 'seq']: readonly string[] } {
  const event = commitmentFixture('lead-gate.unlock', { seq: 4_711, consent }) as CommitmentEvent;
  const { id, time, seq } = event;
  const iso = new Date(time).toISOString();
  const calls = tryTracker(file, { events: [event] });
  const find = (is: (value: unknown) => boolean) => [
    ...new Set(calls.flatMap(({ args }) => args.flatMap((arg) => pathsOf(arg, is)))),
  ];
  return {
    id: find((value) => value === id),
    time: find(
      (value) =>
        [time, time / 1_000, String(time), iso].includes(value as string) ||
        (value instanceof Date && value.getTime() === time),
    ),
    seq: find((value) => value === seq || value === String(seq)),
  };
}

/** Where in an object such a value stands: names with dots; numbers of lists are left out. */
function pathsOf(value: unknown, is: (value: unknown) => boolean, path = ''): string[] {
  if (is(value)) return [path];
  if (value instanceof JsonText) return pathsOf(value.value, is, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, is, Array.isArray(value) ? path : path ? `${path}.${key}` : key),
  );
}
