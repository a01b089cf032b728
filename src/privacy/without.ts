import type { CommitmentEvent } from '../events/index.ts';
import { fault, show } from '../internal/messages.ts';

/**
 * What {@link without} can take out of an event: the remembered `visitor`, the `campaign` of the visit, the `path` of the page (it
 * becomes `/`) and the `referrer` host, the `data` of the answer (it becomes empty), its `value`, the `exchange`, the `ladder`,
 * the `experiments`, and the `placement` of the ask.
 */
export type EventPart =
  | 'visitor'
  | 'campaign'
  | 'path'
  | 'referrer'
  | 'data'
  | 'value'
  | 'exchange'
  | 'ladder'
  | 'experiments'
  | 'placement';

const known: Readonly<Record<EventPart, true>> = {
  visitor: true,
  campaign: true,
  path: true,
  referrer: true,
  data: true,
  value: true,
  exchange: true,
  ladder: true,
  experiments: true,
  placement: true,
};

type Loose<T> = { -readonly [K in keyof T]?: T[K] };

/**
 * Makes a `redact` for the provider that takes parts out of every event: `redact={without('visitor', 'campaign')}`. A plain
 * function of an event, so it can be used inside one of your own. Throws SY-1055 for a name that is no such part, in production
 * too: what cannot be taken out would go out.
 */
export function without(...parts: readonly EventPart[]): (event: CommitmentEvent) => CommitmentEvent {
  for (const part of parts as readonly unknown[])
    if (typeof part !== 'string' || !Object.hasOwn(known, part)) throw fault(1055, show(part));
  return (event) => {
    const ask: Loose<CommitmentEvent['ask']> = { ...event.ask };
    const page: Loose<CommitmentEvent['page']> = { ...event.page };
    const session: Loose<CommitmentEvent['session']> = { ...event.session };
    const copy: Record<string, unknown> = { ...event, ask, page, session };
    for (const part of parts) {
      if (part === 'campaign') delete session.campaign;
      else if (part === 'placement') delete ask.placement;
      else if (part === 'referrer') delete page.referrerHost;
      else if (part === 'path') page.path = '/';
      else if (part === 'data') copy['data'] = {};
      else delete copy[part];
    }
    for (const whole of [ask, page, session, copy]) Object.freeze(whole);
    return copy as unknown as CommitmentEvent;
  };
}
