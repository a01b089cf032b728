import { createLadderMemory, type LadderMemoryOptions } from 'smallyes/server';
import { writeHistory } from '../../src/ladder/fit-history.ts';
import { emptyHistory, type History } from '../../src/ladder/history.ts';

export const noon = Date.UTC(2026, 0, 12, 12);
export const unit = '018f3a5e-1111-7000-8000-000000000001';

/** A memory whose clock stands still unless `clock.ms` is moved, and a browser that keeps its cookie. */
export function makeMemory(options: LadderMemoryOptions = {}) {
  const clock = { ms: noon };
  const errors: [unknown, string][] = [];
  const memory = createLadderMemory({
    now: () => clock.ms,
    onError: (error, source) => errors.push([error, source]),
    ...options,
  });
  const jar = { cookie: '' };
  const send = async (method: string, body?: unknown, headers: Record<string, string> = {}, query = '') => {
    const response = await memory.handle(
      new Request(`https://shop.example/api/ladder${query}`, {
        method,
        headers: { ...(jar.cookie && { cookie: `theme=dark; ${jar.cookie}; x=y` }), ...headers },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: {
            'content-type': 'application/json',
            ...(jar.cookie && { cookie: `theme=dark; ${jar.cookie}; x=y` }),
            ...headers,
          },
        }),
      }),
    );
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) jar.cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '');
    return response;
  };
  return {
    memory,
    clock,
    errors,
    jar,
    send,
    post: (ladder: unknown, note: unknown, more: object = {}) => send('POST', { ladder, note, ...more }),
  };
}

/** A history in which so many asks were answered, one a minute, the last one at noon. */
export function historyOf(count: number, name = 'ask', more: Partial<History> = {}): History {
  const asks = Array.from({ length: count }, (_, index) => {
    const time = noon - (count - 1 - index) * 60_000;
    return [
      `${name}-${index}`,
      { committed: time, answer: ['Größe, "40" 😀; 5 %'], segments: ['trust'] },
    ] as const;
  });
  return { ...emptyHistory(), asks: Object.fromEntries(asks), ...more };
}

export const noteOf = (...given: Parameters<typeof historyOf>) => writeHistory(historyOf(...given));
