import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { SearchBox, type SearchBoxProps, type SuggestHandler } from 'smallyes/search-box';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/search-box.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const goods = ['boots, black', 'boots, brown', 'boots for children'];
const combobox = () => page.getByRole('combobox', { name: 'Search' });
const field = () => document.querySelector<HTMLInputElement>('input[type=search]')!;
const options = () => page.getByRole('option').elements();
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '-');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function mount(
  props: Partial<SearchBoxProps> = {},
  strict = false,
  recorder = createRecorder({ keepMemory: true }),
) {
  const onSearch = vi.fn((_query: string) => 3);
  const tree = (
    <recorder.Provider>
      <SearchBox id="shop-search" onSearch={onSearch} {...props} />
    </recorder.Provider>
  );
  const queries = () => onSearch.mock.calls.map(([query]) => query);
  return { recorder, queries, ...render(strict ? <StrictMode>{tree}</StrictMode> : tree) };
}

async function type(words: string) {
  await userEvent.click(page.elementLocator(field()));
  await expect.element(combobox()).toBeVisible();
  if (words) await userEvent.keyboard(words);
}

async function search(words: string) {
  await userEvent.fill(page.elementLocator(field()), words);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('3 results')).toBeVisible();
}

const suggest: SuggestHandler = (query) => goods.filter((one) => one.includes(query));

describe('suggestions', () => {
  it.each([false, true])(
    'are looked through without a yes, and one is searched for (StrictMode %s)',
    async (strict) => {
      const { recorder, queries, container } = mount({ suggest }, strict);
      await type('boots');
      await expect.poll(() => options().length).toBe(3);
      await expect.element(combobox()).toHaveAttribute('aria-expanded', 'true');
      expect(await findings(container)).toEqual([]);
      await expect.element(page.getByText('3 suggestions')).toBeInTheDocument();
      const seen: (string | undefined)[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
        await userEvent.keyboard(`{${key}}`);
        seen.push(active()?.textContent?.trim());
      }
      expect(seen).toEqual([goods[0], goods[1], goods[2], undefined, goods[2], goods[1]]);
      expect(await findings(container)).toEqual([]);
      expect(field().value).toBe('boots');
      expect(queries()).toEqual([]);
      expect(recorder.phases()).toEqual(['search-box.search seen', 'search-box.search started']);
      await userEvent.keyboard('{Enter}');
      await expect.element(page.getByText('3 results')).toBeVisible();
      expect(queries()).toEqual(['boots, brown']);
      expect(field().value).toBe('boots, brown');
      await expect.element(combobox()).toHaveAttribute('aria-expanded', 'false');
      await expect.element(combobox()).toHaveFocus();
      expect(recorder.commitments.map(({ data }) => data)).toEqual([{ results: 3, via: 'suggestion' }]);
    },
  );

  it('are picked by pointer and by touch', async () => {
    const { recorder, queries } = mount({ suggest });
    await type('boots');
    await userEvent.click(page.getByRole('option', { name: 'boots, black' }));
    await expect.poll(queries).toEqual(['boots, black']);
    await expect.element(combobox()).toHaveFocus();
    await userEvent.fill(combobox(), 'child');
    const option = page.getByRole('option', { name: 'boots for children' });
    await expect.element(option).toBeVisible();
    const { x, y, width, height } = option.element().getBoundingClientRect();
    const frame = window.frameElement?.getBoundingClientRect();
    const scale = frame ? frame.width / window.innerWidth : 1;
    const point = {
      x: (frame?.x ?? 0) + (x + width / 2) * scale,
      y: (frame?.y ?? 0) + (y + height / 2) * scale,
    };
    const input = cdp() as unknown as { send(method: string, options: object): Promise<void> };
    await input.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await input.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(queries).toEqual(['boots, black', 'boots for children']);
    await expect
      .poll(() => recorder.commitments.map(({ data }) => 'via' in data && data.via))
      .toEqual(['suggestion', 'suggestion']);
  });

  it('come for words that stood in the field before the list did', async () => {
    mount({ suggest, defaultValue: 'boots' });
    await type('');
    await expect.poll(() => options().length).toBe(3);
  });

  it('leave what is typed alone: Enter without one searches for the words', async () => {
    const { recorder, queries } = mount({ suggest });
    await type('boots');
    await expect.poll(() => options().length).toBe(3);
    await userEvent.keyboard('{ArrowDown}{Home}');
    expect(active()).toBeNull();
    await userEvent.keyboard('{ArrowDown}{End}s{Enter}');
    await expect.poll(queries).toEqual(['bootss']);
    await expect
      .poll(() => recorder.commitments.map(({ data }) => data))
      .toEqual([{ results: 3, via: 'typed' }]);
  });

  it('close with Escape, which then empties the field, and when the focus leaves', async () => {
    mount({ suggest });
    await type('boots');
    await expect.poll(() => options().length).toBe(3);
    await userEvent.keyboard('{Escape}');
    expect(options()).toEqual([]);
    expect(field().value).toBe('boots');
    await userEvent.keyboard('{ArrowUp}');
    expect(active()?.textContent?.trim()).toBe(goods[2]);
    await userEvent.tab();
    await userEvent.tab();
    await expect.poll(() => options().length).toBe(0);
    await expect.element(page.getByRole('button', { name: 'Search', exact: true })).toHaveFocus();
  });

  it('come for the newest words: the older request is stopped, and its answer not heard', async () => {
    const open: { query: string; signal: AbortSignal; answer: (list: string[]) => void }[] = [];
    mount({
      suggest: (query, { signal }) => new Promise((answer) => void open.push({ query, signal, answer })),
    });
    await type('bo');
    await expect.poll(() => open.length).toBe(1);
    await userEvent.keyboard('ots');
    await expect.poll(() => open.length).toBe(2);
    expect(open.map(({ query, signal }) => [query, signal.aborted])).toEqual([
      ['bo', true],
      ['boots', false],
    ]);
    open[1]!.answer(['boots']);
    await expect.poll(() => options().length).toBe(1);
    open[0]!.answer(['bow', 'bottle']);
    await pause(50);
    expect(options()).toHaveLength(1);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('offline'))],
    [
      'throws',
      () => {
        throw new Error('offline');
      },
    ],
    ['gives no list', () => ({ boots: 1 }) as never],
  ])('are none where their source %s, and the search goes on', async (_name, broken) => {
    expectConsole('warn', 'SY-1523');
    const { queries } = mount({ suggest: broken });
    await type('boots');
    await pause(250);
    expect(options()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(queries).toEqual(['boots']);
  });

  it('are none where their source hangs, which is stopped after 4 seconds', async () => {
    expectConsole('warn', 'SY-1523');
    let hanging: AbortSignal | undefined;
    const { queries } = mount({
      suggest: (query, { signal }) => {
        if (query === 'b') return ['boots'];
        hanging = signal;
        return new Promise(() => {});
      },
    });
    await type('b');
    await expect.poll(() => options().length).toBe(1);
    await userEvent.keyboard('x');
    await expect.poll(() => hanging?.aborted, { timeout: 6_000 }).toBe(true);
    await expect.poll(() => options().length).toBe(0);
    await userEvent.keyboard('{Enter}');
    await expect.poll(queries).toEqual(['bx']);
  });

  it('are text, never markup, and never more than ten of 10,000', async () => {
    const hostile = '<img src=x onerror="window.hurt = 1">';
    const { container } = mount({
      suggest: () => [
        { query: hostile, description: '<b>bold</b>' },
        ...Array.from({ length: 10_000 }, (_, at) => `boots ${at}`),
      ],
    });
    await type('b');
    await expect.poll(() => options().length).toBe(10);
    expect(options()[0]!.textContent).toContain(hostile);
    expect(container.querySelector('img, b')).toBeNull();
    expect('hurt' in window).toBe(false);
  });

  it('wait until composed words are whole, and Enter there picks and sends nothing', async () => {
    const asked = vi.fn((_query: string) => ['靴', '靴下']);
    const { queries } = mount({ suggest: asked });
    await type('');
    const keyboard = cdp() as unknown as { send(method: string, options: object): Promise<void> };
    await keyboard.send('Input.insertText', { text: '靴' });
    await expect.poll(() => options().length).toBe(2);
    asked.mockClear();
    await userEvent.keyboard('{ArrowDown}');
    await keyboard.send('Input.imeSetComposition', { text: 'くつ', selectionStart: 2, selectionEnd: 2 });
    await pause(250);
    expect(asked).not.toHaveBeenCalled();
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
    await keyboard.send('Input.insertText', { text: '靴' });
    expect(queries()).toEqual([]);
    await expect.poll(() => asked.mock.calls.map(([query]) => query)).toEqual(['靴靴']);
  });
});

describe('searches from before', () => {
  it('are offered in the empty field, picked as such, and kept over visits', async () => {
    const { recorder, unmount } = mount({ recent: true });
    await userEvent.click(page.elementLocator(field()));
    await expect.element(combobox()).toBeVisible();
    await search('boots');
    await search('gloves');
    expect(recorder.commitments.map(({ data }) => 'via' in data && data.via)).toEqual(['typed', 'typed']);
    unmount();
    const again = mount({ recent: true }, false, recorder);
    await type('');
    await expect
      .poll(() => options().map(({ textContent }) => textContent))
      .toEqual(['gloves Searched before', 'boots Searched before']);
    expect(await findings(again.container)).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(again.queries).toEqual(['boots']);
    await expect.poll(() => recorder.commitments.at(-1)?.data).toEqual({ results: 3, via: 'recent' });
  });

  it('are offered in a field that the page has emptied', async () => {
    mount({ recent: true });
    await userEvent.click(page.elementLocator(field()));
    await expect.element(combobox()).toBeVisible();
    await search('boots');
    field().value = '';
    await userEvent.click(page.elementLocator(field()));
    await expect.poll(() => options().length).toBe(1);
  });

  it('are removed one by one, by key and by pointer, and all at once', async () => {
    mount({ recent: true });
    await userEvent.click(page.elementLocator(field()));
    await expect.element(combobox()).toBeVisible();
    for (const words of ['a1', 'b2', 'c3', 'd4']) await search(words);
    await userEvent.click(page.getByRole('button', { name: 'Clear the search' }));
    await expect.poll(() => options().length).toBe(4);
    await userEvent.keyboard('{ArrowDown}{Shift>}{Delete}{/Shift}');
    await expect.poll(() => options().length).toBe(3);
    // Enter would search for the one that has moved up.
    expect(active()).toBeNull();
    await userEvent.click(page.elementLocator(document.querySelector('.sy-search-box-remove')!));
    await expect
      .poll(() => options().map(({ textContent }) => textContent?.slice(0, 2)))
      .toEqual(['b2', 'a1']);
    await userEvent.click(page.getByRole('button', { name: 'Forget my searches' }));
    await expect.poll(() => options().length).toBe(0);
    await expect.element(combobox()).toHaveFocus();
  });

  it('are not kept without the option, nor where storage is not allowed', async () => {
    const first = mount({ suggest });
    await type('x');
    await userEvent.keyboard('{Enter}');
    await expect.poll(first.queries).toEqual(['x']);
    first.unmount();
    const recorder = createRecorder();
    const second = mount({ recent: true }, false, recorder);
    await type('y');
    await userEvent.keyboard('{Enter}');
    await expect.poll(second.queries).toEqual(['y']);
    second.unmount();
    mount({ recent: true }, false, createRecorder());
    await type('');
    await pause(100);
    expect(options()).toEqual([]);
    expect(JSON.stringify({ ...localStorage })).not.toContain('"y"');
  });
});
