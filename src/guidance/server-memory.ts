import { tell } from '../internal/messages.ts';
import { writeHistory } from '../ladder/fit-history.ts';
import type { History } from '../ladder/history.ts';
import type { Guide, Remembered } from '../ladder/ladder.ts';
import { readConsent } from '../provider/consent.ts';
import type { Hub } from '../provider/hub.ts';

const pause = 1_000;
const mostBytes = 3_500;

const servers = new WeakMap<Guide, () => () => void>();

/**
 * Keeps a ladder's note where a server holds it in a cookie, at `url`: the handler of `createLadderMemory`. Nothing is sent
 * before the visitor has allowed `functional`; when the visitor refuses it, or forgets, the server forgets as well. What does
 * not arrive is sent again with the next change.
 */
export function keepOnServer(
  guide: Guide,
  url: string,
  hub: Hub,
  remembered: Remembered | undefined,
): () => void {
  // What the server has is known for as long as the site lasts, whatever comes and goes on its pages.
  const listen = servers.get(guide) ?? createServer(guide, url, hub, remembered);
  servers.set(guide, listen);
  return listen();
}

function createServer(
  guide: Guide,
  url: string,
  hub: Hub,
  remembered: Remembered | undefined,
): () => () => void {
  const { id } = guide.ladder;
  const { visit } = hub.site;
  let history: History | undefined;
  /** What the server has, as far as is known. */
  let kept = remembered && (remembered.notes[id] ?? '');
  let word: string | undefined;
  let hasAsked = !!remembered;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Each answer sets the cookie, so one that comes late would undo what came before it. To call it off is no help: what goes on
  // after the page (`keepalive`) sets its cookie all the same.
  let telling: Promise<unknown> | undefined;
  let isForgetting = false;

  const request = async (method: string, body?: object): Promise<Response | undefined> => {
    let problem: unknown;
    try {
      const answer = await fetch(method === 'DELETE' ? `${url}?ladder=${encodeURIComponent(id)}` : url, {
        method,
        credentials: 'same-origin',
        keepalive: true,
        // One that hangs would hold up all that follow, a forgetting too.
        signal: AbortSignal.timeout(30_000),
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const { ok, headers } = answer;
      // Many a server gives its page for an address that it does not know, and calls it a success.
      if (process.env.NODE_ENV !== 'production' && ok && /html/.test(headers.get('content-type') ?? ''))
        tell(1215, url, 'it answers with a page (text/html)');
      if (ok) return answer;
      problem = `status ${answer.status}`;
    } catch (error) {
      problem = error;
    }
    if (process.env.NODE_ENV !== 'production') tell(1215, url, String(problem));
    return undefined;
  };
  const send = async (isLast = false) => {
    clearTimeout(timer);
    // A page that goes sends now or never; but never what could bring back what is being forgotten.
    timer = isForgetting || (telling && !isLast) ? setTimeout(send, pause) : undefined;
    if (timer !== undefined) return;
    const note = writeHistory(guide.state().history, mostBytes);
    if (note === kept || word !== 'granted') return;
    const answer = request('POST', { ladder: id, note, unit: visit.visitor().id });
    const all = Promise.all([telling, answer]);
    telling = all;
    if ((await answer) && !isForgetting) kept = note;
    await all;
    if (telling === all) telling = undefined;
  };
  const forget = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (isForgetting || (kept === '' && !telling)) return;
    const was = kept;
    kept = '';
    isForgetting = true;
    let answer = await request('DELETE');
    if (telling) {
      await telling;
      answer = await request('DELETE');
    }
    isForgetting = false;
    if (!answer) kept = was || 'something';
  };
  const ask = async () => {
    const answer = await request('GET');
    const given = (await answer?.json().catch(() => undefined)) as Partial<Remembered> | undefined;
    const note = given?.notes?.[id];
    kept ??= note;
    if (note && word === 'granted') guide.remember({ notes: { [id]: note }, time: Date.now() });
  };
  /** A page that only shows what was known has nothing to tell. */
  const isNews = ({ site }: History) =>
    kept !== undefined || Object.values(site).some(({ time }) => time >= performance.timeOrigin);
  const look = () => {
    const before = history;
    const wasAllowed = word === 'granted';
    // Before it has started nobody knows what the browser has stored.
    if (!guide.state().view) return undefined;
    history = guide.state().history;
    word = readConsent(hub.get('consent')).functional;
    if (word === 'denied') return kept === undefined && !wasAllowed ? undefined : void forget();
    if (word !== 'granted') return undefined;
    const isEmpty = !Object.keys(history.asks).length;
    // The server may also have what was forgotten on a page that could not tell it.
    if (isEmpty && (kept ? history.since : before && history.since !== before.since)) return void forget();
    if (!hasAsked && isEmpty) {
      // The browser may have thrown away what scripts had stored; what a server had set is still there.
      hasAsked = true;
      void ask();
    } else if (!isEmpty && (before ? history !== before || !wasAllowed : isNews(history)))
      timer ??= setTimeout(send, pause);
    return undefined;
  };
  const leave = () => {
    if (timer !== undefined) void send(true);
  };

  // For good: the visitor may refuse on a page that shows nothing of the ladder.
  visit.subscribe(look);
  return () => {
    const stop = guide.subscribe(look);
    window.addEventListener('pagehide', leave);
    look();
    return () => {
      leave();
      stop();
      window.removeEventListener('pagehide', leave);
    };
  };
}
