import { join } from '../events/attempt.ts';
import { type HandOver, readHandOver, writeHandOver } from '../events/hand-over.ts';
import { tabState } from '../events/tab-state.ts';
import { tell } from '../internal/messages.ts';
import { type Ask, type AskProps, askInfo } from './ask.ts';
import { readConsent } from './consent.ts';
import type { Hub } from './hub.ts';

/**
 * Writes down where an ask stands, for the shop's own server. Begins its attempt if need be. The visitor's own id is in it only
 * where analytics and functional are granted, as in events.
 */
export function handOver(hub: Hub, ask: Ask, props: Pick<AskProps, 'id' | 'placement' | 'moment'>): string {
  const { site } = hub;
  const consent = readConsent(hub.get('consent'));
  const isKnown = consent.analytics === 'granted' && consent.functional === 'granted';
  return writeHandOver(
    site.visit.renew({
      attempt: ask.attempt().id,
      ask: askInfo(props),
      session: site.visit.session(),
      page: site.page.info(hub.get('allowQuery')),
      consent,
      // The server's event gets this place: after all that was recorded until now.
      seq: ++tabState().seq,
      ...(isKnown && { visitor: site.visit.visitor() }),
      ...(site.experiments && { experiments: site.experiments }),
    }),
  );
}

/**
 * Goes on with the attempt that another page has handed over: what it has passed there is not recorded again, and a yes that was
 * recorded there can be confirmed or withdrawn here. False when the text is none, or of another ask.
 */
export function takeOver(ask: Ask, id: string, text: string | null | undefined): HandOver | undefined {
  const given = readHandOver(text);
  if (!given || given.ask?.id !== id) {
    if (process.env.NODE_ENV !== 'production' && text) tell(1543, id);
    return undefined;
  }
  if (ask.attempt().id !== given.attempt) {
    ask.reset();
    join(ask.attempt(), given.attempt, ['seen', 'started', 'abandoned']);
  }
  return given;
}
