import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { arrived, type Lab, openLab, visit } from './lab.ts';
import type { Arrival } from './loopback.ts';

/** One of our events as it stood in a request of the vendor's client. */
export interface WireEvent {
  readonly name: string;
  /** Our id, wherever the vendor takes it. */
  readonly id: unknown;
  /** When it happened, in ms. */
  readonly time: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Who the vendor thinks the visitor is, where an event says so. */
  readonly user?: unknown;
}

/** What is special about one client. */
export interface ClientSpec {
  /** Name of the page's program. */
  readonly program: string;
  /** Finds our events among what arrived, in the order of arrival, each as often as it arrived. */
  readonly read: (arrivals: readonly Arrival[]) => WireEvent[];
  /** The client keeps events for something else that it sends. */
  readonly isKept?: boolean;
  /** Options of the adapter in every test. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The requests of the client itself hold the address with its query, and no option of an event can change that. */
  readonly tellsQuery?: boolean;
  /** The client prepares events in later tasks: one that happens in the very task in which the visitor leaves is lost. */
  readonly isSlow?: boolean;
  /** There is no global to wait for. */
  readonly hasNoGlobal?: boolean;
  /** Everything is text. */
  readonly isText?: boolean;
  /** Who the visitor is after `identify('user-7', { plan: 'free' })`, as the requests say it. */
  readonly userOf?: (arrivals: readonly Arrival[]) => unknown;
}

const typed = ['typed secret', 'typed%20secret', 'typed@secret', 'typed%40secret'];
const query = ['query@secret', 'query%40secret', 'query%2540secret'];

/** What holds for every tracker that has a real client. Gives the lab, for what holds for one alone. */
export function describeClient(spec: ClientSpec): Lab {
  const lab = openLab(spec.program);
  const { read, options = {} } = spec;
  const wire = async (count: number) => once(await arrived(lab.server, (all) => once(read(all)), count));
  const send = (page: Page) => page.evaluate(() => window.stage.flush());
  const value = (given: unknown) => (spec.isText ? String(given) : given);

  describe(`the real client of ${spec.program}`, () => {
    it('tells what the visitor did, under our id and time and in our order, and nothing that she typed', async () => {
      const page = await lab.open();
      await page.evaluate((tracker) => window.stage.start({ tracker }), options);
      await visit(page);
      await page.evaluate(() => window.stage.share(['copy']));
      await page.waitForTimeout(60);
      await send(page);
      const events = await wire(3);
      const { made, errors } = await page.evaluate(() => ({
        made: window.stage.events,
        errors: window.stage.errors,
      }));
      expect(errors).toEqual([]);
      expect(inOrder(events).map(({ id, time }) => ({ id, time }))).toEqual(
        made.map(({ id, time }) => ({ id, time })),
      );
      expect(inOrder(events).map(({ name }) => name)).toEqual([
        'poll.vote',
        'lead-gate.unlock',
        'share-button.share',
      ]);
      expect(inOrder(events).map(({ properties }) => properties['seq'])).toEqual(
        made.map(({ seq }) => value(seq)),
      );
      expect(inOrder(events)[0]?.properties).toMatchObject({
        kind: 'poll.vote',
        phase: 'committed',
        grade: value(1),
        ask_id: 'biggest-hurdle',
        choice: 'other',
        page_path: `/page/${spec.program}`,
      });
      const sent = lab.server.arrivals
        .map(({ url, text }) => url + decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '')))
        .join('\n');
      for (const secret of typed) expect(sent).not.toContain(secret);
      const ours = spec.tellsQuery ? JSON.stringify(events) : sent;
      for (const secret of query) expect(ours).not.toContain(secret);
    });

    it('takes data that nobody should pass, and the events after it', async () => {
      const page = await lab.open();
      await page.evaluate((tracker) => window.stage.start({ tracker }), options);
      const hostile = await page.evaluate(() => {
        const made = window.stage.hostile();
        window.stage.share(['copy']);
        return made;
      });
      await page.waitForTimeout(60);
      await send(page);
      const [first, second] = inOrder(await wire(2));
      expect(first).toMatchObject({ name: 'poll.vote', id: hostile.id, time: hostile.time });
      expect(second).toMatchObject({ name: 'share-button.share' });
      expect(first?.properties).toMatchObject({ choice: 'Trust', half: 'ab', data_event_id: 'not ours' });
      expect(first?.properties['markup']).toBe('</script><img src=x onerror=alert(1)>');
      expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    });

    if (!spec.isKept)
      it('loses nothing when the visitor leaves', async () => {
        const page = await lab.open();
        await page.evaluate((tracker) => window.stage.start({ tracker }), options);
        await page.waitForTimeout(200);
        lab.server.preflight = 250;
        const made = await page.evaluate(async (isSlow) => {
          window.stage.share(['copy', 'mail', 'print']);
          const ids = window.stage.events.map(({ id }) => id);
          if (isSlow) await new Promise((done) => setTimeout(done, 60));
          window.stage.leave();
          return ids;
        }, !!spec.isSlow);
        await page.waitForURL('**/elsewhere');
        const events = await wire(3);
        expect(made).toHaveLength(3);
        expect(events.map(({ id }) => id).sort()).toEqual(made);
      });

    if (!spec.hasNoGlobal)
      it('gets what came before the client did, in order and with its times', async () => {
        const page = await lab.open();
        const made = await page.evaluate(async (tracker) => {
          window.stage.start({ late: true, tracker });
          window.stage.share(['copy']);
          window.stage.identify('user-7', { plan: 'free' });
          window.stage.share(['mail', 'print']);
          await new Promise((done) => setTimeout(done, 150));
          window.stage.load();
          return window.stage.events;
        }, options);
        await page.waitForTimeout(60);
        await send(page);
        const events = await wire(3);
        expect(inOrder(events).map(({ id, time }) => ({ id, time }))).toEqual(
          made.map(({ id, time }) => ({ id, time })),
        );
      });

    it('names events as the developer wants, and leaves out what she wants out', async () => {
      const page = await lab.open();
      await page.evaluate((tracker) => {
        const events = { 'share-button.share': 'Shared', 'poll.vote': false } as const;
        window.stage.start({ tracker: { ...tracker, events } });
        window.stage.hostile();
        window.stage.share(['copy']);
      }, options);
      await page.waitForTimeout(60);
      await send(page);
      expect((await wire(1)).map(({ name }) => name)).toEqual(['Shared']);
    });

    it('hears nothing that the visitor refused while it waited', async () => {
      const page = await lab.open();
      await page.evaluate(
        async ([tracker, isLate]) => {
          const { stage } = window;
          stage.start({ late: isLate, tracker, consent: {} });
          stage.share(['copy']);
          stage.consent({ analytics: false, functional: false });
          await new Promise((done) => setTimeout(done, 80));
          if (isLate) stage.load();
          await new Promise((done) => setTimeout(done, 250));
          stage.consent({ analytics: true, functional: true });
          await new Promise((done) => setTimeout(done, 50));
          stage.share(['mail']);
          await new Promise((done) => setTimeout(done, 80));
        },
        [options, !spec.hasNoGlobal] as const,
      );
      await send(page);
      const events = await wire(1);
      const [, mail] = await page.evaluate(() => window.stage.events);
      expect(events.map(({ id }) => id)).toEqual([mail?.id]);
    });

    if (spec.userOf)
      it('joins the visitor to a user, before and after events', async () => {
        const page = await lab.open('#soon');
        await page.evaluate((tracker) => {
          window.stage.start({ tracker });
          window.stage.share(['mail']);
        }, options);
        await page.waitForTimeout(60);
        await page.evaluate(() => window.stage.identify('user-7', { plan: 'free' }));
        await page.waitForTimeout(50);
        await page.evaluate(() => window.stage.share(['copy']));
        await page.waitForTimeout(60);
        await send(page);
        await wire(2);
        await page.waitForTimeout(250);
        expect(spec.userOf?.(lab.server.arrivals)).toEqual({ id: 'user-7', plan: 'free' });
      });
  });
  return lab;
}

/** Each event once: what arrives twice must be the same, so that the vendor counts it once. */
function once(events: readonly WireEvent[]): WireEvent[] {
  const known = new Map<unknown, WireEvent>();
  for (const event of events) {
    const { name, time, user } = known.get(event.id) ?? event;
    expect({ name: event.name, time: event.time, user: event.user }).toEqual({ name, time, user });
    if (!known.has(event.id)) known.set(event.id, event);
  }
  return [...known.values()];
}

/** As an analyst puts them in order: our ids rise within a tab, and so does `seq`. */
function inOrder(events: readonly WireEvent[]): WireEvent[] {
  const place = ({ id, properties }: WireEvent) => Number(properties['seq'] ?? 0) || String(id);
  return events.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The JSON in a body, however the client wrapped it. */
export function bodyOf({ text }: Arrival): unknown {
  if (!text.startsWith('data=')) return JSON.parse(text);
  const data = decodeURIComponent(text.slice('data='.length).split('&')[0] ?? '');
  return JSON.parse(/^[[{]/.test(data) ? data : Buffer.from(data, 'base64').toString('utf8'));
}
