import { act, render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { type CommitmentProviderProps, useCommit } from 'smallyes/provider';
import { ReturnVisit, type ReturnVisitElement, type ReturnVisitProps } from 'smallyes/return-visit';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/return-visit.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';

const line = (phase: string): EventLine => `return-visit.return ${phase}` as EventLine;
const back = (days: number) => [line('seen'), line('started'), [line('committed'), { days }] as const];
const minute = 60_000;
const day = 86_400_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const root = () => document.querySelector<HTMLElement>('.sy-return-visit');

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

/** Somebody was here so long ago, for the so manieth time. */
function wasHere(ago: number, visits = 1) {
  const uuid = () => crypto.randomUUID();
  const record = { id: uuid(), sid: uuid(), n: visits, last: Date.now() - ago, segments: [] };
  localStorage.setItem('smallyes:visit', JSON.stringify(record));
}

const welcome = ({ visits, days }: { visits: number; days: number }) => (
  <p>
    Visit {visits} after {days} days
  </p>
);

/** A page load. */
function load(
  props: Partial<ReturnVisitProps> = {},
  settings: Partial<CommitmentProviderProps> = {},
  strict = false,
) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: Partial<CommitmentProviderProps> = {}, shown = true) => {
    const tree = (
      <recorder.Provider {...settings} {...more}>
        {shown && (
          <ReturnVisit id="back" {...props}>
            {'children' in props ? props.children : welcome}
          </ReturnVisit>
        )}
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  const { rerender, ...rest } = render(ui());
  return { recorder, ...rest, rerender: (...given: Parameters<typeof ui>) => rerender(ui(...given)) };
}

describe('coming back', () => {
  it('is nothing on the first visit, nor on its later pages', async () => {
    const first = load();
    await wait(50);
    expectEvents(first.recorder, []);
    expect(root()).toBeNull();
    first.unmount();
    const second = load();
    await wait(50);
    expectEvents(second.recorder, []);
    expect(root()).toBeNull();
  });

  it.each([false, true])('counts once a session, over page loads, StrictMode %s', async (strict) => {
    wasHere(3 * day + 5_000);
    const first = load({}, {}, strict);
    expectEvents(first.recorder, back(3));
    expect(first.recorder.commitments[0]?.grade).toBe(2);
    expect(first.recorder.commitments[0]?.session.n).toBe(2);
    await expect.element(page.getByText('Visit 2 after 3 days')).toBeVisible();
    first.rerender({}, false);
    first.rerender({}, true);
    await wait(50);
    expectEvents(first.recorder, back(3));
    first.unmount();
    const second = load({}, {}, strict);
    await expect.element(page.getByText('Visit 2 after 3 days')).toBeVisible();
    expectEvents(second.recorder, []);
  });

  it('counts anew in the next session', () => {
    wasHere(3 * day);
    load().unmount();
    const { n, ...visit } = JSON.parse(localStorage.getItem('smallyes:visit')!);
    localStorage.setItem('smallyes:visit', JSON.stringify({ ...visit, n, last: Date.now() - day }));
    const { recorder } = load();
    expectEvents(recorder, back(1));
    expect(recorder.commitments[0]?.session.n).toBe(3);
  });

  it('is none within half an hour, and one after it', async () => {
    wasHere(29 * minute);
    const early = load();
    await wait(50);
    expectEvents(early.recorder, []);
    early.unmount();
    localStorage.clear();
    wasHere(31 * minute);
    expectEvents(load().recorder, back(0));
  });

  it('waits for a longer gap where one is wanted', async () => {
    wasHere(20 * 60 * minute);
    const { recorder, unmount } = load({ minGap: '1d' });
    await wait(50);
    expectEvents(recorder, []);
    expect(root()).toBeNull();
    unmount();
    wasHere(25 * 60 * minute);
    expectEvents(load({ minGap: '1d' }).recorder, back(1));
  });

  it('counts each ask by itself', () => {
    wasHere(2 * day);
    const recorder = createRecorder({ keepMemory: true });
    render(
      <recorder.Provider>
        <ReturnVisit id="one" />
        <ReturnVisit id="two" />
      </recorder.Provider>,
    );
    expect(recorder.commitments.map(({ ask }) => ask.id).sort()).toEqual(['one', 'two']);
  });

  it('counts for a component that comes long after the provider', async () => {
    wasHere(2 * day);
    const { recorder, rerender } = load();
    recorder.clear();
    localStorage.removeItem('smallyes:return-visit:back');
    rerender({}, false);
    expect(root()).toBeNull();
    rerender({}, true);
    // In the same frame: nothing flickers.
    expect(root()).not.toBeNull();
  });

  it('is not counted twice when what hears it renders, or puts the visitor into a segment', () => {
    wasHere(2 * day);
    const heard: string[] = [];
    const { recorder, rerender } = load({}, { onCommit: ({ kind }) => heard.push(kind) });
    rerender({ locale: 'de' });
    expect(heard).toEqual(['return-visit.return']);
    expectEvents(recorder, back(2));
  });

  it('is also a tab that is turned to again after hours', () => {
    wasHere(2 * day);
    const { recorder } = load();
    expectEvents(recorder, back(2));
    recorder.clear();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5 * 60 * minute);
    document.dispatchEvent(new Event('visibilitychange'));
    expectEvents(recorder, back(0));
    expect(recorder.commitments[0]?.session.n).toBe(3);
  });

  it('is none when the session ran out under the eyes of the visitor', () => {
    wasHere(2 * day);
    const recorder = createRecorder({ keepMemory: true });
    let add = () => {};
    const Basket = () => {
      const { commit } = useCommit('add-to-cart-button.add', { id: 'basket' });
      add = () => void commit({ item: 'mug' });
      return null;
    };
    render(
      <recorder.Provider>
        <ReturnVisit id="back" />
        <Basket />
      </recorder.Provider>,
    );
    recorder.clear();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 40 * minute);
    act(add);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(recorder.events.at(-1)?.session.n).toBe(3);
    expect(new Set(recorder.events.map(({ ask }) => ask.id))).toEqual(new Set(['basket']));
  });

  it('waits while the tab is in the background', async () => {
    wasHere(2 * day);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { recorder } = load();
    await wait(50);
    expectEvents(recorder, []);
    expect(root()).toBeNull();
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(page.getByText('Visit 2 after 2 days')).toBeVisible();
    expectEvents(recorder, back(2));
  });
});

describe('consent', () => {
  it.each([undefined, false] as const)('counts nobody where functional is %s', async (functional) => {
    wasHere(2 * day);
    const { recorder } = load({}, { consent: { analytics: true, functional } });
    await wait(50);
    expectEvents(recorder, []);
    expect(root()).toBeNull();
  });

  it('counts as soon as the visitor allows it, and forgets with a no', async () => {
    wasHere(2 * day);
    const { recorder, rerender } = load({}, { consent: {} });
    await wait(20);
    rerender({ consent: { functional: true } });
    await expect.element(page.getByText('Visit 2 after 2 days')).toBeVisible();
    expectEvents(recorder, back(2));
    rerender({ consent: { functional: false } });
    await vi.waitFor(() => expect(root()).toBeNull());
    expect(Object.keys(localStorage).filter((key) => key.startsWith('smallyes:'))).toEqual([]);
  });

  it('counts once when a consent tool answers late on each page', async () => {
    wasHere(2 * day);
    const counts: number[] = [];
    for (let time = 0; time < 3; time++) {
      const { recorder, rerender, unmount } = load({}, { consent: {} });
      rerender({ consent: { functional: true } });
      await wait(20);
      counts.push(recorder.commitments.length);
      unmount();
    }
    expect(counts).toEqual([1, 0, 0]);
  });

  it('works where storage is refused: nobody comes back, nothing throws', async () => {
    const refuse = vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const { recorder } = load();
    await wait(50);
    expectEvents(recorder, []);
    refuse.mockRestore();
  });

  it.each([
    ['takes nothing new', (storage: Storage, key: string) => storage.getItem(key) !== null],
    ['takes nothing at all', () => false],
  ])('counts nobody where storage is full and %s: each page would be another visit', (_how, takes) => {
    wasHere(2 * day);
    const { setItem } = Storage.prototype;
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
      if (!takes(this, key)) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    });
    for (let time = 0; time < 2; time++) {
      const { recorder, unmount } = load();
      expect(root()?.textContent).toBe('Visit 2 after 2 days');
      expectEvents(recorder, []);
      unmount();
    }
  });

  it.each(['', '{', '{"n":"many"}', 'null', JSON.stringify({ id: 1, sid: 2, n: 3, last: 'x', away: 'y' })])(
    'takes %s in storage for nobody',
    async (note) => {
      localStorage.setItem('smallyes:visit', note);
      const { recorder } = load();
      await wait(20);
      expectEvents(recorder, []);
    },
  );

  it('takes a clock that was set back for no return', async () => {
    wasHere(-2 * day);
    const { recorder } = load();
    await wait(20);
    expectEvents(recorder, []);
  });
});

describe('markup', () => {
  it('is nothing on the server, hydrates without a warning, and comes then', async () => {
    wasHere(2 * day);
    const recorder = createRecorder({ keepMemory: true });
    const tree = (
      <recorder.Provider>
        <ReturnVisit id="back">{welcome}</ReturnVisit>
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    expect(host.innerHTML).toBe('');
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    try {
      await expect.element(page.getByText('Visit 2 after 2 days')).toBeVisible();
      expect(errors).toEqual([]);
      expectEvents(recorder, back(2));
    } finally {
      react.unmount();
      host.remove();
    }
  });

  it('only counts where it has no children', () => {
    wasHere(2 * day);
    const { recorder } = load({ children: undefined });
    expectEvents(recorder, back(2));
    expect(root()).toBeNull();
  });

  it('draws no empty card for a function that shows nothing', () => {
    wasHere(2 * day);
    load({ children: () => null });
    expect(root()).toBeNull();
  });

  it('has a root that takes a ref, a class, attributes, another element, and reset()', () => {
    wasHere(2 * day);
    const ref = createRef<ReturnVisitElement>();
    const { recorder, unmount } = load({
      ref,
      className: 'mine',
      lang: 'en',
      render: (props, { visits }) => <aside {...props} data-visits={visits} />,
    });
    expect(ref.current).toBe(root());
    expect(root()!.tagName).toBe('ASIDE');
    expect([root()!.className, root()!.lang, root()!.dataset['visits']]).toEqual([
      'sy-return-visit mine',
      'en',
      '2',
    ]);
    ref.current!.reset();
    expectEvents(recorder, back(2));
    unmount();
    expect(ref.current).toBeNull();
  });

  it('shows the next ask to who has come back, also alone', () => {
    wasHere(2 * day);
    load({ children: undefined, next: ({ data }) => <p>{data.days} days</p> });
    expect(document.querySelector('.sy-next')!.textContent).toBe('2 days');
    expect(getComputedStyle(document.querySelector('.sy-next')!).borderTopWidth).toBe('0px');
  });

  it('passes axe', async () => {
    wasHere(2 * day);
    const { container } = load();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await findings(container)).toEqual([]);
  });

  it('leaves no listener behind', async () => {
    wasHere(2 * day);
    const added = vi.spyOn(document, 'addEventListener');
    const removed = vi.spyOn(document, 'removeEventListener');
    load().unmount();
    await wait(20);
    const types = (calls: readonly unknown[][]) =>
      calls.map(([type]) => type).filter((type) => type === 'visibilitychange');
    expect(types(removed.mock.calls).length).toBeGreaterThanOrEqual(types(added.mock.calls).length);
  });
});

describe('a developer', () => {
  it('hears of a gap that cannot be read; every new session counts then', () => {
    expectConsole('warn', /SY-1412 .*minGap is "soon"/);
    wasHere(2 * day);
    const { recorder } = load({ minGap: 'soon' as '1d' });
    expectEvents(recorder, back(2));
  });

  it('hears that nobody is remembered without a provider, and the page goes on', async () => {
    expectConsole('warn', 'SY-1413');
    wasHere(2 * day);
    const { container } = render(<ReturnVisit id="alone">{welcome}</ReturnVisit>);
    await wait(20);
    expect(container.innerHTML).toBe('');
  });

  it('switches the counting off with the provider', async () => {
    wasHere(2 * day);
    const { recorder, rerender } = load({}, { disabled: true });
    await wait(20);
    expectEvents(recorder, []);
    rerender({ disabled: false });
  });
});
