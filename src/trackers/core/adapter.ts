import type {
  CommitmentEvent,
  ConsentState,
  Identity,
  Phase,
  Purpose,
  Tracker,
  TrackerHost,
} from '../../events/index.ts';
import { isolate, reportToPlatform } from '../../events/isolate.ts';
import { fault, tell } from '../../internal/messages.ts';

// What the signatures of the adapters name, so that nobody needs a second import to write them down.
export type { CommitmentEvent, Identity, Phase, Purpose, Tracker } from '../../events/index.ts';

/** Options that every adapter takes. */
export interface AdapterOptions {
  /** Name of the tracker. Needed when two trackers of one kind stand side by side. Default: the product's name. */
  readonly name?: string | undefined;
  /** What the visitor must have allowed. The default is what the product is for. */
  readonly purpose?: Purpose | undefined;
  /**
   * Phases that are sent. Default `['committed', 'confirmed']`, and which variant of an experiment was seen; `'all'` for every
   * phase, to see where paths break.
   */
  readonly phases?: 'all' | readonly Phase[] | undefined;
  /** How long to wait for a client that the page loads late before an error is reported, in ms. Default 10,000. */
  readonly timeout?: number | undefined;
}

/** Tells of something that was lost or left out, once for each text. */
export type Report = (error: Error) => void;

/** What makes one product's adapter out of the common one. */
export interface AdapterParts<Client> {
  readonly name: string;
  readonly purpose: Purpose;
  /** The product's client, asked for anew at each event: pages load it late, and loaders replace their stub by the real one. */
  find(): Client | null | undefined;
  /** False for an event that `send` would not send anyway: it need not wait for the client. Default: all are sent. */
  takes?: ((event: CommitmentEvent) => boolean) | undefined;
  /** Hands one event over. What it throws is reported; later events go on. */
  send(client: Client, event: CommitmentEvent, report: Report): unknown;
  identify?: ((client: Client, identity: Identity) => unknown) | undefined;
  flush?: ((client: Client) => unknown) | undefined;
  /** The visitor has refused: lets go of what the adapter itself has kept of events. */
  forget?: (() => void) | undefined;
}

/** Something that waits for the client. */
interface Waiting {
  readonly event?: CommitmentEvent | undefined;
  readonly hand: (client: never) => unknown;
}

const capacity = 100;
const interval = 200;
const defaultPhases: readonly Phase[] = ['committed', 'confirmed'];

/**
 * The common part of all adapters: which phases pass, and waiting for a client that is not there yet. At most 100 events
 * wait, the newest ones, in memory alone; they are handed over in order as soon as the client stands, if the visitor's word
 * still allows it, and wait on while the visitor is asked anew. A client that has not come after `timeout` is reported once
 * (SY-1001) and looked for again at each later event.
 */
export function createAdapter<Client>(parts: AdapterParts<Client>, options: AdapterOptions = {}): Tracker {
  const { name = parts.name, purpose: own = '', phases = defaultPhases, timeout = 10_000 } = options;
  // One that no visitor can allow is the product's own: an advertising product never counts as less.
  const purpose = /^(analytics|advertising|functional)$/.test(own) ? (own as Purpose) : parts.purpose;
  const said = new Set<string>();
  const waiting: Waiting[] = [];
  let host: TrackerHost | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let isDraining = false;

  const fail = (error: unknown, event?: CommitmentEvent) =>
    host ? host.report(error, event) : reportToPlatform(error);
  const reportOnce = (error: unknown, event?: CommitmentEvent) => {
    const text = String(error);
    if (said.has(text)) return;
    said.add(text);
    fail(error, event);
  };
  const says = (word: ConsentState) => word === (host ? host.consent() : 'granted');
  const find = () => {
    let client: Client | null | undefined;
    isolate(() => {
      client = parts.find();
    }, reportOnce);
    // A token, where the product's client was wanted, is none.
    const isClient = Object(client) === client;
    if (process.env.NODE_ENV !== 'production' && client && !isClient) tell(1005, name, typeof client);
    return isClient && client;
  };

  const drain = () => {
    // Asked anew after a yes, such as in a dialog that was opened again: what waits, waits for that answer too.
    const client = waiting[0] && !isDraining && !says('unknown') && find();
    if (!client) return;
    // What a client causes in turn waits for what came before it.
    isDraining = true;
    while (waiting[0] && !says('unknown')) {
      const { hand, event } = waiting.shift() as Waiting;
      if (says('granted') && event?.consent?.[purpose] !== 'denied')
        isolate(
          () => hand(client as never),
          (error) => fail(error, event),
        );
    }
    isDraining = false;
    looks = 0;
  };
  // Counted in looks, not by a clock that may jump.
  const look = () => {
    timer = undefined;
    drain();
    if (!waiting[0] || isDraining) return;
    if (says('unknown') || looks++ * interval < timeout) timer = setTimeout(look, interval);
    else reportOnce(fault(1001, name, String(timeout / 1000)));
  };
  const hold = (parcel: Waiting) => {
    waiting.push(parcel);
    if (waiting.length > capacity) {
      waiting.shift();
      reportOnce(fault(1002, name, String(capacity)));
    }
    if (timer === undefined) look();
    else drain();
  };

  const { identify, flush } = parts;
  return {
    name,
    purpose,
    connect(next) {
      host = next;
    },
    track(event) {
      // Without its exposures an experiment has no visitors to count its commitments by.
      const isSent =
        phases === 'all' ||
        phases.includes(event.phase) ||
        (phases === defaultPhases && event.kind === 'experiment.expose');
      if (!isSent || parts.takes?.(event) === false) return;
      hold({
        event,
        hand: (client: Client) => parts.send(client, event, (error) => reportOnce(error, event)),
      });
    },
    ...(identify && {
      identify: (identity: Identity) => hold({ hand: (client: Client) => identify(client, identity) }),
    }),
    flush() {
      drain();
      const client = flush && find();
      return (client && flush(client)) as PromiseLike<unknown>;
    },
    forget() {
      waiting.length = 0;
      parts.forget?.();
    },
  };
}
