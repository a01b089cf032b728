import { render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { SearchBox, type SearchBoxElement, type SearchBoxProps } from 'smallyes/search-box';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/search-box.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';

beforeEach(() => forgetMessages());

const did = (phase: string): EventLine => `search-box.search ${phase}` as EventLine;
const field = () => page.getByRole('searchbox', { name: 'Search' });
const button = () => page.getByRole('button', { name: 'Search', exact: true });
const status = () => page.getByRole('status');

function mount(props: Partial<SearchBoxProps> = {}, strict = false) {
  const recorder = createRecorder();
  const tree = (
    <recorder.Provider>
      <SearchBox id="shop-search" {...props} />
    </recorder.Provider>
  );
  return { recorder, ...render(strict ? <StrictMode>{tree}</StrictMode> : tree) };
}

/** A server that the test answers by hand. */
function createServer() {
  const open: {
    query: string;
    signal: AbortSignal;
    answer: (found: number) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const onSearch = vi.fn(
    (query: string, { signal }: { signal: AbortSignal }) =>
      new Promise<number>((answer, fail) => void open.push({ query, signal, answer, fail })),
  );
  return { open, onSearch };
}

async function find(words: string) {
  await userEvent.fill(field(), words);
  await userEvent.keyboard('{Enter}');
}

describeConformance('SearchBox', {
  component: 'search-box',
  render: (props) => <SearchBox id="shop-search" action="/search" onSearch={() => 3} {...props} />,
  commit: () => find('boots'),
  events: [did('seen'), did('started'), did('committed')],
  vetoes: ['onSubmit'],
});

describe('a search', () => {
  it.each([false, true])(
    'is a yes once it has found, with how many and without the words (StrictMode %s)',
    async (strict) => {
      const { open, onSearch } = createServer();
      const { recorder } = mount({ onSearch }, strict);
      await find('  winter boots ');
      await expect.element(status()).toHaveTextContent('Searching …');
      expectEvents(recorder, [did('seen'), did('started')]);
      open[0]!.answer(2);
      await expect.element(status()).toHaveTextContent('2 results');
      expect(onSearch.mock.calls.map(([query]) => query)).toEqual(['winter boots']);
      expectEvents(recorder, [did('seen'), did('started'), [did('committed'), { results: 2 }]]);
      expect(JSON.stringify(recorder.events)).not.toContain('boots');
    },
  );

  it('counts each search once: the same words are the same yes', async () => {
    const { recorder } = mount({ onSearch: (query) => [...query], track: true });
    await find('ab');
    await find('abc');
    await find('ab');
    await userEvent.dblClick(button());
    expect(recorder.commitments.map(({ data }) => data)).toEqual([
      { results: 2, query: 'ab' },
      { results: 3, query: 'abc' },
    ]);
  });

  it('that is overtaken is stopped, and its answer is not heard', async () => {
    const { open, onSearch } = createServer();
    const { recorder } = mount({ onSearch });
    await find('boots');
    await find('gloves');
    expect(open[0]!.signal.aborted).toBe(true);
    open[1]!.answer(7);
    await expect.element(status()).toHaveTextContent('7 results');
    open[0]!.answer(1);
    open[0]!.fail(new Error('late'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect.element(status()).toHaveTextContent('7 results');
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ results: 7 }]);
    expect(consoleOutput()).toEqual([]);
  });

  it('is one, however often the button is pressed meanwhile', async () => {
    const { onSearch } = createServer();
    mount({ onSearch });
    await find('boots');
    await userEvent.click(button());
    await userEvent.dblClick(button());
    expect(onSearch).toHaveBeenCalledTimes(1);
  });

  it('without words asks nobody, and goes back to the field', async () => {
    const onSearch = vi.fn();
    const { recorder } = mount({ onSearch, action: '/search' });
    await userEvent.fill(field(), '   ');
    await userEvent.click(button());
    expect(onSearch).not.toHaveBeenCalled();
    expect(recorder.commitments).toEqual([]);
    await expect.element(field()).toHaveFocus();
  });

  it('that finds nothing says so, counts 0, and leaves room for another ask', async () => {
    const { recorder, container } = mount({
      onSearch: () => [],
      empty: ({ data }) => <p>Shall we look for {data.query}?</p>,
      next: <p>More?</p>,
    });
    await find('<b>unicorn</b>');
    await expect.element(status()).toHaveTextContent('Nothing found for “<b>unicorn</b>”.');
    await expect.element(page.getByText('Shall we look for <b>unicorn</b>?')).toBeVisible();
    expect(page.getByText('More?').query()).toBeNull();
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ results: 0 }]);
    expect(await findings(container)).toEqual([]);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('offline'))],
    [
      'throws',
      () => {
        throw new Error('offline');
      },
    ],
  ])('that %s keeps the words and can be tried again', async (_name, broken) => {
    expectConsole('warn', 'SY-1521');
    const onSearch = vi.fn<() => Promise<number>>().mockImplementationOnce(broken).mockResolvedValueOnce(1);
    const { recorder, container } = mount({ onSearch });
    await find('boots');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(field()).toHaveValue('boots');
    expect(await findings(container)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveTextContent('1 result');
    expect(page.getByRole('alert').query()).toBeNull();
    expect(recorder.phases()).toEqual([did('seen'), did('started'), did('failed'), did('committed')]);
  });

  it.each([[undefined], [Number.NaN], [-1], [1.5], [1e300], ['3' as never], [{} as never]])(
    'that gives %s is a yes without a number',
    async (found) => {
      const { recorder } = mount({ onSearch: () => found, next: <p>More?</p> });
      await find('boots');
      await expect.element(page.getByText('More?')).toBeVisible();
      expect(recorder.commitments.map(({ data }) => data)).toEqual([{}]);
    },
  );

  it('waits until composed words are whole', async () => {
    const { onSearch } = createServer();
    mount({ onSearch });
    await userEvent.click(field());
    const keyboard = cdp() as unknown as { send(method: string, options: object): Promise<void> };
    await keyboard.send('Input.imeSetComposition', { text: 'くつ', selectionStart: 2, selectionEnd: 2 });
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
      code: 'Enter',
    });
    expect(onSearch).not.toHaveBeenCalled();
    await keyboard.send('Input.insertText', { text: '靴' });
    await expect.element(field()).toHaveValue('靴');
    await userEvent.keyboard('{Enter}');
    expect(onSearch.mock.calls.map(([query]) => query)).toEqual(['靴']);
  });

  it('is left with the page: no answer is heard any more', async () => {
    const { open, onSearch } = createServer();
    const { recorder, unmount } = mount({ onSearch });
    await find('boots');
    unmount();
    expect(open[0]!.signal.aborted).toBe(true);
    open[0]!.answer(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(recorder.commitments).toEqual([]);
  });
});

describe('the field', () => {
  it('is cleared by a button that is there when it holds something, and gets the focus', async () => {
    const { open, onSearch } = createServer();
    mount({ onSearch });
    const clear = page.getByRole('button', { name: 'Clear the search' });
    expect(clear.query()).toBeNull();
    await find('boots');
    await userEvent.tab();
    await expect.element(clear).toHaveFocus();
    await userEvent.keyboard(' ');
    await expect.element(field()).toHaveValue('');
    await expect.element(field()).toHaveFocus();
    expect(open[0]!.signal.aborted).toBe(true);
    expect(status().element().textContent).toBe('');
  });

  it('tells the page that it was cleared, as if it was emptied by keys', async () => {
    const heard: string[] = [];
    const { recorder } = mount({
      defaultValue: 'boots',
      onSearch: () => 1,
      onInput: ({ target }) => heard.push((target as HTMLInputElement).value),
    });
    await userEvent.click(page.getByRole('button', { name: 'Clear the search' }));
    expect(heard).toEqual(['']);
    expect(recorder.phases()).toEqual(['search-box.search seen', 'search-box.search started']);
  });

  it('begins anew after reset()', async () => {
    const ref = createRef<SearchBoxElement>();
    const { recorder } = mount({ ref, onSearch: () => 1 });
    await find('boots');
    ref.current!.reset();
    await expect.element(field()).toHaveValue('');
    await find('boots');
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('a page of results', () => {
  it('is where the browser goes, with the words in its address', async () => {
    const { recorder, container } = mount({ action: '/search' });
    const went: boolean[] = [];
    const hold = (event: Event) => {
      went.push(!event.defaultPrevented);
      event.preventDefault();
    };
    window.addEventListener('submit', hold);
    await find('boots');
    window.removeEventListener('submit', hold);
    expect(went).toEqual([true]);
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{}]);
    const form = container.querySelector('form')!;
    expect([form.method, form.getAttribute('action'), [...new FormData(form)]]).toEqual([
      'get',
      '/search',
      [['q', 'boots']],
    ]);
  });

  it('shows what it was asked, and how many there are', async () => {
    const { recorder } = mount({
      action: '/search',
      defaultValue: 'boots',
      results: 0,
      empty: <p>Ask us</p>,
    });
    await expect.element(field()).toHaveValue('boots');
    await expect.element(status()).toHaveTextContent('Nothing found for “boots”.');
    await expect.element(page.getByText('Ask us')).toBeVisible();
    expect(recorder.commitments).toEqual([]);
  });

  it('works without JavaScript, and without one nothing is shown that does nothing', async () => {
    const frame = await pageWithoutScript(renderToString(<SearchBox id="a" action="/search" />));
    const shown = (selector: string) => isShown(frame.contentDocument!.querySelector(selector)!);
    expect([shown('[type=search]'), shown('[type=submit]'), shown('[type=button]')]).toEqual([
      true,
      true,
      false,
    ]);
    frame.remove();
    const other = await pageWithoutScript(renderToString(<SearchBox id="a" onSearch={() => 1} />));
    expect(isShown(other.contentDocument!.querySelector('form')!)).toBe(false);
    other.remove();
  });

  it('that could run code is refused, and a search that leads nowhere told', async () => {
    expectConsole('warn', 'SY-110');
    expectConsole('warn', 'SY-1522');
    const { recorder, container } = mount({ action: 'javascript:alert(1)' });
    await find('boots');
    expect(container.querySelector('form')!.getAttribute('action')).toBeNull();
    expect(recorder.commitments).toEqual([]);
  });
});
