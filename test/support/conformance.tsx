import { render as mount } from '@testing-library/react';
import { Activity, createRef, Profiler, type ReactElement, StrictMode, type SyntheticEvent } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import type { CommitmentEvent } from 'smallyes/events';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import type { Outcome } from '../../src/internal/next-slot.tsx';
import { findings, rulesOfPages } from './axe.ts';
import { consoleOutput, expectConsole } from './console.ts';
import { compareInHostPage } from './host-page.ts';

// biome-ignore lint/suspicious/noExplicitAny: the suite hands generic props to any ask
type AnyProps = Record<string, any>;

/** What the suite must know of an ask. */
export interface Conformance {
  /** The component's folder name, such as `'star-rating'`: its root has the class `sy-star-rating`. */
  readonly component: string;
  /** The ask with believable props, then the ones given: `(props) => <Poll id="hurdle" … {...props} />`. */
  readonly render: (props: AnyProps) => ReactElement;
  /** One whole yes, by real input (`userEvent` and `page` of `vitest/browser`). */
  readonly commit: () => Promise<unknown>;
  /** The exact events of that yes, `seen` by visibility first. */
  readonly events: readonly EventLine[];
  /** Handlers on the root that act before ours and veto the yes of `commit` by `preventDefault()`. */
  readonly vetoes: readonly string[];
  /** Rules of axe that do not fit, each with a reason beside it in the caller. */
  readonly withoutAxeRules?: readonly string[];
  /** What stands in it is the page's own, and stays with another id. Default false. */
  readonly keepsRoot?: boolean;
  /** It learns something on the page alone, which renders it once more: the day of a first visit, whose turn it is. Default false. */
  readonly learnsLate?: boolean;
  /** No next ask follows that yes. Default false. */
  readonly withoutNext?: boolean;
}

/** What every ask of the kit promises, in a real browser. Call it once in `<component>.browser.test.tsx`. */
export function describeConformance(name: string, conformance: Conformance): void {
  const {
    component,
    render,
    commit,
    events,
    vetoes,
    withoutAxeRules = [],
    keepsRoot,
    learnsLate,
    withoutNext,
  } = conformance;
  const rootClass = `sy-${component}`;
  const rootOf = (container: Element) => container.querySelector<HTMLElement>(`.${rootClass}`)!;

  const check = (container: Element) => findings(container, [...rulesOfPages, ...withoutAxeRules]);

  describe(`${name}, like every ask`, () => {
    beforeEach(() => {
      forgetMessages();
      localStorage.clear();
    });

    it('gives its root element to an object ref and takes it back on unmount', () => {
      const { Provider } = createRecorder();
      const ref = createRef<HTMLElement>();
      const { container, unmount } = mount(<Provider>{render({ ref })}</Provider>);
      expect(ref.current).toBe(rootOf(container));
      expect(container.firstElementChild).toBe(ref.current);
      unmount();
      expect(ref.current).toBeNull();
    });

    it('calls a ref function once and cleans it up once', () => {
      const { Provider } = createRecorder();
      const calls: string[] = [];
      const ref = (element: HTMLElement) => {
        calls.push(`attach ${element.classList.contains(rootClass)}`);
        return () => void calls.push('detach');
      };
      const tree = (title: string) => <Provider>{render({ ref, title })}</Provider>;
      const { rerender, unmount } = mount(tree('one'));
      rerender(tree('two'));
      expect(calls).toEqual(['attach true']);
      unmount();
      expect(calls).toEqual(['attach true', 'detach']);
    });

    if (!keepsRoot)
      it('is another ask with another id: nothing of the old one stays', () => {
        const { Provider } = createRecorder();
        const tree = (more: AnyProps) => <Provider>{render(more)}</Provider>;
        const { container, rerender } = mount(tree({}));
        const before = rootOf(container);
        rerender(tree({ id: 'another-id' }));
        expect(rootOf(container)).not.toBe(before);
      });

    it('joins the class, and puts other attributes on the root', () => {
      const { Provider } = createRecorder();
      const props = { className: 'mine also-mine', 'data-spot': 'sidebar', slot: 'tip', lang: 'en' };
      const { container } = mount(<Provider>{render(props)}</Provider>);
      const root = rootOf(container);
      expect([...root.classList]).toEqual(expect.arrayContaining([rootClass, 'mine', 'also-mine']));
      expect(root.dataset['spot']).toBe('sidebar');
      expect(root.slot).toBe('tip');
      expect(root.lang).toBe('en');
    });

    it.each(vetoes)('runs the %s of the page first', async (handler) => {
      const recorder = createRecorder();
      const before: EventLine[][] = [];
      const props = { [handler]: () => before.push(recorder.phases()) };
      mount(<recorder.Provider>{render(props)}</recorder.Provider>);
      await commit();
      expect(before.length).toBeGreaterThan(0);
      expect(before[0]).not.toContain(events.at(-1));
      expect(recorder.phases()).toContain(events.at(-1));
    });

    it.each(vetoes)('lets %s veto the yes with preventDefault()', async (handler) => {
      const recorder = createRecorder();
      let vetoed = 0;
      const props = {
        [handler](event: SyntheticEvent) {
          vetoed++;
          event.preventDefault();
        },
      };
      mount(<recorder.Provider>{render(props)}</recorder.Provider>);
      await commit().catch(() => {
        // A veto may take away what a later click of the yes needs.
      });
      expect(vetoed).toBeGreaterThan(0);
      expect(recorder.commitments).toEqual([]);
    });

    it('works without a provider: its own onCommit runs, the developer hears SY-101 once', async () => {
      expectConsole('warn', 'SY-101');
      const heard: CommitmentEvent[] = [];
      // Asks without a provider share one page view for as long as the page lives: this one has a name of its own.
      const id = `alone-${performance.now()}`;
      const { container } = mount(render({ id, onCommit: (event: CommitmentEvent) => heard.push(event) }));
      await commit();
      expect(heard.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual(
        events.filter((line) => line.endsWith(' committed')),
      );
      expect(rootOf(container).isConnected).toBe(true);
      expect(consoleOutput().filter((line) => line.includes('SY-101'))).toHaveLength(1);
    });

    it.each([
      ['', false],
      [' under StrictMode', true],
    ])('emits exactly its events%s, seen by visibility first', async (_name, strict) => {
      const recorder = createRecorder();
      const tree = <recorder.Provider>{render({})}</recorder.Provider>;
      const parse = vi.spyOn(JSON, 'parse');
      mount(strict ? <StrictMode>{tree}</StrictMode> : tree);
      await recorder.waitFor(events[0]!);
      expectEvents(recorder, events.slice(0, 1));
      await commit();
      expectEvents(recorder, events);
      // Of most visitors nothing is remembered: a failure that is caught costs them a stack, in the press that they wait for.
      expect(parse.mock.results.filter(({ type }) => type === 'throw')).toEqual([]);
      expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(1);
    });

    it('is there before it is shown, goes and comes back with a tab of the page, and counts once', async () => {
      const recorder = createRecorder();
      const tree = (mode: 'hidden' | 'visible') => (
        <recorder.Provider>
          <Activity mode={mode}>{render({})}</Activity>
        </recorder.Provider>
      );
      const { container, rerender } = mount(tree('hidden'));
      await expect.poll(() => rootOf(container)).toBeTruthy();
      expectEvents(recorder, []);
      rerender(tree('visible'));
      rerender(tree('hidden'));
      rerender(tree('visible'));
      await commit();
      expectEvents(recorder, events);
      rerender(tree('hidden'));
      rerender(tree('visible'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expectEvents(recorder, events);
    });

    it('tells its own callbacks what it tells the provider, in the same moment', async () => {
      const recorder = createRecorder();
      const own: CommitmentEvent[] = [];
      const committed: CommitmentEvent[] = [];
      const onEvent = (event: CommitmentEvent) => own.push(event);
      const onCommit = (event: CommitmentEvent) => committed.push(event);
      mount(<recorder.Provider>{render({ onEvent, onCommit })}</recorder.Provider>);
      await commit();
      expect(own).toEqual(recorder.events);
      expect(committed).toEqual(recorder.commitments);
    });

    if (!withoutNext)
      it('hands what was answered to the next ask, as its event has it, until reset()', async () => {
        const recorder = createRecorder();
        const outcomes: Outcome<Record<string, unknown>>[] = [];
        const next = (outcome: Outcome<Record<string, unknown>>) => {
          outcomes.push(outcome);
          return <p>What comes next</p>;
        };
        const { container } = mount(<recorder.Provider>{render({ next })}</recorder.Provider>);
        await commit();
        await expect.poll(() => outcomes.at(-1)?.phase).toBe('committed');
        const { data: event } = recorder.commitments.at(-1)!;
        const { data } = outcomes.at(-1)!;
        expect(Object.keys(data).length > 0).toBe(Object.keys(event).length > 0);
        // The page may be given more than events hold, such as what was typed.
        const shared = Object.entries(data).filter(([key]) => key in event);
        expect(event).toMatchObject(Object.fromEntries(shared));
        // That of a dialog stands elsewhere on the page.
        expect(document.querySelector('.sy-next')).not.toBeNull();
        (rootOf(container) as HTMLFormElement).reset();
        await expect.poll(() => document.querySelector('.sy-next')).toBeNull();
      });

    it('renders on the server without a style attribute, a style or a script, the same twice', () => {
      const html = renderToString(render({}));
      expect(html).toContain(rootClass);
      expect(html).not.toMatch(/<[^>]*\sstyle=/);
      expect(html).not.toMatch(/<(style|script)[\s>]/);
      expect(renderToString(render({}))).toBe(html);
    });

    it('hydrates without a warning or a shift, and then records', async () => {
      const recorder = createRecorder();
      const tree = <recorder.Provider>{render({})}</recorder.Provider>;
      const host = document.body.appendChild(document.createElement('div'));
      host.innerHTML = renderToString(tree);
      const root = rootOf(host);
      const box = () => JSON.stringify(root.getBoundingClientRect());
      const served = box();
      const errors: unknown[] = [];
      const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
      try {
        await recorder.waitFor(events[0]!);
        expect(errors).toEqual([]);
        expect(rootOf(host)).toBe(root);
        expect(box()).toBe(served);
        await commit();
        expectEvents(recorder, events);
      } finally {
        react.unmount();
        host.remove();
      }
    });

    it('leaves no listener on the page behind, whenever it goes', async () => {
      const { Provider } = createRecorder();
      mount(<Provider />).unmount();
      const listeners = watchListeners();
      try {
        const idle = mount(<Provider>{render({})}</Provider>);
        idle.unmount();
        const answered = mount(<Provider>{render({})}</Provider>);
        await commit();
        answered.unmount();
        // What was put off must cope with the ask being gone.
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(listeners.left()).toEqual([]);
      } finally {
        listeners.stop();
      }
    });

    it.skipIf(learnsLate)('is rendered once when it mounts, and not again by what it reads of itself', () => {
      const { Provider } = createRecorder();
      const phases: string[] = [];
      mount(
        <Provider>
          <Profiler id="ask" onRender={(_, phase) => phases.push(phase)}>
            {render({})}
          </Profiler>
        </Provider>,
      );
      expect(phases).toEqual(['mount']);
    });

    it('keeps the ids of its elements apart from those of its neighbour', () => {
      const { Provider } = createRecorder();
      const { container } = mount(
        <Provider>
          {render({ id: 'one' })}
          {render({ id: 'two' })}
        </Provider>,
      );
      const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      // Radios of one name are one group only within one form.
      // Native radios are one group by their name and their form.
      const [first, second] = [...container.querySelectorAll(`.${rootClass}`)].map((root) => [
        ...root.querySelectorAll<HTMLInputElement>('[type=radio]'),
      ]);
      const shared = first?.filter((one) =>
        second?.some((other) => other.name === one.name && other.form === one.form),
      );
      expect(shared).toEqual([]);
    });

    it('looks the same in a page that styles elements by their names, in a layer before ours', async () => {
      const { Provider } = createRecorder();
      const { container } = mount(<Provider>{render({})}</Provider>);
      expect(compareInHostPage(rootOf(container))).toEqual([]);
      await commit();
      expect(compareInHostPage(rootOf(container))).toEqual([]);
    });

    it('passes axe before and after the yes', async () => {
      const { Provider } = createRecorder();
      const { container } = mount(
        <main>
          <Provider>{render({})}</Provider>
        </main>,
      );
      expect(await check(container)).toEqual([]);
      await commit();
      expect(await check(container)).toEqual([]);
    });
  });
}

/** Notes which listeners of `window` and `document` were added and not removed. */
function watchListeners() {
  const open: { place: string; type: string; listener: unknown; capture: boolean }[] = [];
  const captures = (options: unknown) =>
    typeof options === 'object'
      ? (options as { capture?: boolean } | null)?.capture === true
      : options === true;
  const stops = [window, document].map((target: EventTarget) => {
    const place = target === window ? 'window' : 'document';
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (type, listener, options) => {
      open.push({ place, type, listener, capture: captures(options) });
      addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (type, listener, options) => {
      const capture = captures(options);
      const isIt = (one: (typeof open)[number]) =>
        one.place === place && one.type === type && one.listener === listener && one.capture === capture;
      // Adding the same listener twice adds it once.
      while (open.some(isIt)) open.splice(open.findIndex(isIt), 1);
      removeEventListener.call(target, type, listener, options);
    };
    return () => Object.assign(target, { addEventListener, removeEventListener });
  });
  return {
    left: () => open.map(({ place, type }) => `${place} ${type}`),
    stop() {
      for (const stop of stops) stop();
    },
  };
}
