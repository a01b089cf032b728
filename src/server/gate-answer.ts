import type { GrantRefusal } from './gate-grant.ts';
import { type GateLabels, gateLabels } from './gate-labels.ts';
import type { GateOptions } from './gate-options.ts';

/** Why a request gets no magnet: something about its grant, or about the request itself. */
export type Refusal = GrantRefusal | 'unknown' | 'method' | 'undelivered';

/** The option `labels` of a gate. */
export type GateTexts = NonNullable<GateOptions<string>['labels']>;

const refusals: Readonly<Record<Refusal, readonly [status: number, label: keyof GateLabels]>> = {
  missing: [403, 'missing'],
  malformed: [403, 'invalid'],
  'unknown-key': [403, 'invalid'],
  forged: [403, 'invalid'],
  foreign: [403, 'invalid'],
  'wrong-subject': [403, 'wrongSubject'],
  'not-yet-valid': [403, 'early'],
  expired: [403, 'expired'],
  revoked: [403, 'revoked'],
  unavailable: [503, 'unavailable'],
  unknown: [404, 'unknown'],
  method: [405, 'method'],
  undelivered: [502, 'undelivered'],
};

/** A refusal as plain text, or as JSON for a script that asks for it. Never HTML, so nothing in it can run. */
export function refuse(request: Request, reason: Refusal, locale: string, texts: GateTexts): Response {
  const [status, label] = refusals[reason];
  const tag = chooseLanguage(request.headers.get('accept-language'), locale, texts);
  const message = textOf(tag, label, texts);
  const headers = new Headers({ 'content-language': tag, vary: 'accept, accept-language' });
  if (status === 405) headers.set('allow', 'GET, HEAD');
  const isJson = prefersJson(request.headers.get('accept'));
  headers.set('content-type', isJson ? 'application/json' : 'text/plain; charset=utf-8');
  const body = isJson ? JSON.stringify({ error: reason, message }) : `${message}\n`;
  return guarded(new Response(request.method === 'HEAD' ? null : body, { status, headers }));
}

/**
 * Puts the headers on that every answer of a gate has: nobody stores it (RFC 9111, section 5.2.2), the next page does
 * not learn the address with the grant, search engines leave it alone, and no browser guesses another type.
 */
export function guarded(answer: Response): Response {
  answer.headers.set('cache-control', 'private, no-store');
  answer.headers.set('referrer-policy', 'no-referrer');
  answer.headers.set('x-robots-tag', 'noindex');
  answer.headers.set('x-content-type-options', 'nosniff');
  return answer;
}

/** The visitor's first language that there are texts for, by lookup (RFC 4647, section 3.4), else the gate's own. */
function chooseLanguage(header: string | null, locale: string, texts: GateTexts): string {
  const tags = [...Object.keys(texts), ...Object.keys(gateLabels)];
  for (const range of [...preferences(header), locale.toLowerCase()])
    for (const shorter of chain(range)) {
      const found = tags.find((tag) => tag.toLowerCase() === shorter);
      if (found !== undefined) return found;
    }
  return 'en';
}

/** A text in a language, else in its wider one (`de` for `de-CH`), else in English. The developer's own come first. */
function textOf(tag: string, label: keyof GateLabels, texts: GateTexts): string {
  for (const shorter of chain(tag.toLowerCase()))
    for (const all of [texts, gateLabels])
      for (const [name, labels] of Object.entries(all))
        if (name.toLowerCase() === shorter && labels?.[label]) return labels[label];
  return texts['en']?.[label] ?? gateLabels.en[label];
}

/** `de-ch-1996` → `de-ch-1996`, `de-ch`, `de`. No tag of use has more than four parts. */
function chain(tag: string): string[] {
  const parts = tag.split('-', 4);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

function prefersJson(accept: string | null): boolean {
  const ranked = preferences(accept);
  const json = ranked.indexOf('application/json');
  const text = ranked.findIndex((type) => type.startsWith('text/'));
  return json >= 0 && (text < 0 || json < text);
}

/** The items of a header with weights (RFC 9110, section 12.4.2), best first, in lower case. At most 20. */
function preferences(header: string | null): string[] {
  const items = (header ?? '').slice(0, 1_000).toLowerCase().split(',', 20);
  const weighed = items.map((item) => {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
    return { name, weight: weight === undefined ? 1 : Number(weight) };
  });
  return weighed
    .filter(({ name, weight }) => name !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
}
