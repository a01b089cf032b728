// A believable season of events for the benchmark of the insights, in Node and in a browser.
import { kinds, phases } from './shop.mjs';

export const question = {
  goal: 'checkout.purchase',
  steps: ['poll.vote', 'newsletter-form.subscribe', 'add-to-cart-button.add'],
  now: Date.UTC(2026, 8, 1),
};

const scratch = globalThis.Buffer?.alloc(36);

/**
 * Events as they come in: forty visits go on at a time, of eight events in the mean over some pages, three of ten by somebody who
 * was there before; a twentieth of the events comes late. Texts are new ones, as from a file.
 */
export function* season(size, seed = 1) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const of = (all) => all[Math.floor(random() * all.length)];
  const hex = (value, digits) => Math.floor(value).toString(16).padStart(digits, '0');
  // Flat in memory, as the texts of parsed JSON are.
  const idOf = (time, a, b = 0) => {
    const ms = hex(time, 12);
    const end = `${hex((a * 2_654_435_761) % 2 ** 32, 8)}${hex(a & 65_535, 4)}`;
    const id = `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(b & 4_095, 3)}-8000-${end}`;
    if (!scratch) return id;
    scratch.latin1Write(id, 0);
    return scratch.latin1Slice(0, 36);
  };
  const began = Date.UTC(2026, 5, 1);
  let [people, visits, pages] = [0, 0, 0];
  const arrive = () => ({
    who: people > 0 && random() < 0.3 ? Math.floor(random() * people) : people++,
    visit: visits++,
    page: pages++,
  });
  const here = Array.from({ length: 40 }, arrive);
  for (let at = 0; at < size; at++) {
    const place = Math.floor(random() * here.length);
    if (random() < 0.125) here[place] = arrive();
    else if (random() < 0.3) here[place].page = pages++;
    const { who, visit, page } = here[place];
    const time = began + Math.floor(((at - (random() < 0.05 ? 50 : 0)) / size) * 90 * 86_400_000);
    const [kind, grade, asks] = of(kinds);
    const phase = random() < 0.01 ? 'withdrawn' : of(phases);
    const isKnown = who % 4 > 0;
    yield {
      v: 1,
      id: idOf(time, at, at >> 12),
      kind,
      phase,
      grade,
      ask: { id: of(asks), placement: 'article' },
      attempt: idOf(began, page, 1),
      ...(kind === 'checkout.purchase' && { value: { amount: 49, currency: 'EUR' } }),
      data: {},
      ...(who % 3 > 0 && { experiments: { 'form-length': who % 3 === 1 ? 'short' : 'long' } }),
      session: { id: idOf(began, visit, 2), n: 1 },
      page: { path: '/guides/first-grinder', viewId: idOf(began, page, 3) },
      ...(isKnown && {
        visitor: {
          id: idOf(began, who, 4),
          isNew: true,
          segments: page % 3 > 0 ? [`hurdle:${who % 5}`] : [],
        },
      }),
      consent: { analytics: 'granted', advertising: 'denied', functional: 'granted' },
      time,
      seq: at + 1,
    };
  }
}
