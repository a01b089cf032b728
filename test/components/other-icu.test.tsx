// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** What writes dates and numbers knows other rules in each version: a visitor's browser is seldom of the server's. */
function useOtherRules(): () => void {
  const undo: (() => void)[] = [];
  const change = (kind: { prototype: object }, other: (text: string) => string) => {
    const whole = Object.getOwnPropertyDescriptor(kind.prototype, 'format')!;
    Object.defineProperty(kind.prototype, 'format', {
      ...whole,
      get() {
        const write = whole.get!.call(this) as (value: never) => string;
        return (value: never) => other(write(value));
      },
    });
    undo.push(() => Object.defineProperty(kind.prototype, 'format', whole));
  };
  // In 2022 "Tuesday, 16 January" became "Tuesday 16 January", and French thousands changed their space before.
  change(Intl.DateTimeFormat, (text) => text.replace(' ', ', '));
  change(Intl.NumberFormat, (text) => text.replace(/\u202f/g, '\u00a0'));
  return () => {
    for (const one of undo) one();
  };
}

type Kit = Awaited<ReturnType<typeof load>>;
async function load() {
  vi.resetModules();
  const [react, server, client, kit] = await Promise.all([
    import('react'),
    import('react-dom/server'),
    import('react-dom/client'),
    import('smallyes'),
  ]);
  return { react, server, client, kit };
}

// biome-ignore lint/suspicious/noExplicitAny: props of any ask
const asks: Record<string, (kit: Kit['kit']) => [any, any]> = {
  WebinarSignup: (kit) => [
    kit.WebinarSignup,
    { id: 'webinar', get: 'A seat', start: '2046-01-15T08:00:00Z', timeZone: 'Europe/Berlin', action: '/x' },
  ],
  OfferFilter: (kit) => [
    kit.OfferFilter,
    {
      id: 'filter',
      url: false,
      values: { day: [1], price: { from: 2_000 } },
      facets: [
        { type: 'days', name: 'day', label: 'Day' },
        { type: 'times', name: 'time', label: 'Time' },
        { type: 'range', name: 'price', label: 'Price', min: 1_000, max: 20_000, currency: 'EUR' },
      ],
    },
  ],
};

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false));
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

it.each(Object.keys(asks))('%s comes alive where the server writes by other rules', async (name) => {
  const tree = ({ react, kit }: Kit) => {
    const [ask, props] = asks[name]!(kit);
    return react.createElement(
      kit.CommitmentProvider,
      { locale: 'fr' } as never,
      react.createElement(ask, props),
    );
  };
  const theirs = await load();
  const back = useOtherRules();
  const html = theirs.server.renderToString(tree(theirs));
  back();
  const ours = await load();
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = html;
  const first = host.firstElementChild;
  const lost: unknown[] = [];
  const root = ours.client.hydrateRoot(host, tree(ours), { onRecoverableError: (error) => lost.push(error) });
  // A tree that is given up is another one.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(lost.map(String)).toEqual([]);
  expect(host.firstElementChild).toBe(first);
  expect(html).not.toBe(ours.server.renderToString(tree(ours)));
  root.unmount();
});
