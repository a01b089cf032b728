import type { ClientSpec, WireEvent } from './contract.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly type: string;
  readonly event?: string;
  readonly messageId: string;
  readonly timestamp?: string;
  readonly originalTimestamp?: string;
  readonly userId?: string | null;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly traits?: Readonly<Record<string, unknown>>;
  readonly context: { readonly traits?: Readonly<Record<string, unknown>> };
  readonly batch?: readonly Message[];
}

const messages = (arrivals: readonly Arrival[]): Message[] =>
  arrivals
    .filter(({ path }) => /^\/(v1|beacon\/v1)\//.test(path))
    .map(({ text }) => JSON.parse(text) as Message)
    .flatMap((one) => one.batch ?? one);

/** Reads the messages of Segment and of those that speak like it. */
export function readSegment(idOf: (message: Message) => unknown): ClientSpec['read'] {
  return (arrivals) =>
    messages(arrivals)
      .filter(({ type }) => type === 'track')
      .map(
        (message): WireEvent => ({
          name: message.event ?? '',
          id: idOf(message),
          time: Date.parse(message.timestamp ?? message.originalTimestamp ?? ''),
          properties: message.properties ?? {},
          user: message.userId,
        }),
      );
}

/** Who a later event says the visitor is, and what the identify call said of her. */
export function userOfSegment(arrivals: readonly Arrival[]): unknown {
  const all = messages(arrivals);
  const identify = all.find(({ type }) => type === 'identify');
  const plan = (identify?.traits ?? identify?.context.traits)?.['plan'];
  return { id: all.findLast(({ type }) => type === 'track')?.userId, plan };
}
