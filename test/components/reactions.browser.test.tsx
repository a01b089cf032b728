import { render } from '@testing-library/react';
import { createRef, StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { Reactions, type ReactionsElement, type ReactionsProps, thumbs } from 'smallyes/reactions';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/reactions.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const react = (phase: string): EventLine => `reactions.react ${phase}` as EventLine;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const like = () => button(/^Like/);

const emoji = [
  { value: 'love', label: 'Love it', symbol: '❤️' },
  { value: 'wow', label: 'Surprising', symbol: '😮' },
  { value: 'party', label: 'Well done', symbol: '🎉' },
] as const;

function mount(props: object = {}, strict = false) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: object = {}) => {
    const tree = (
      <recorder.Provider>
        <Reactions {...({ id: 'article-42', ...props, ...more } as ReactionsProps)} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

/** A server that the test answers by hand. */
function createServer() {
  const open: { answer: (result?: unknown) => void; fail: (error: unknown) => void }[] = [];
  const onSubmit = vi.fn(() => new Promise((answer, fail) => void open.push({ answer, fail })));
  return { open, onSubmit };
}

describeConformance('Reactions', {
  component: 'reactions',
  render: (props) => <Reactions id="article-42" counts={{ like: 3 }} {...props} />,
  commit: () => userEvent.click(like()),
  events: [react('seen'), react('started'), react('committed')],
  vetoes: ['onClick'],
});

describe('a press', () => {
  it.each([false, true])('gives, the next one takes back (StrictMode %s)', async (strict) => {
    const { recorder } = mount({}, strict);
    await expect.element(like()).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(like());
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    await expect.element(page.getByRole('status')).toHaveTextContent('Thank you!');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(like());
    await expect.element(like()).toHaveAttribute('aria-pressed', 'false');
    await expect.element(page.getByRole('status')).toHaveTextContent('Taken back.');
    expectEvents(recorder, [
      react('seen'),
      react('started'),
      [react('committed'), { reaction: 'like' }],
      [react('withdrawn'), { reaction: 'like' }],
    ]);
  });

  it('counts once when it is a double click', async () => {
    const { recorder } = mount();
    await userEvent.dblClick(like());
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    expectEvents(recorder, [react('seen'), react('started'), react('committed')]);
  });

  it.each(['{Enter}', ' '])('works by the key "%s", and the focus stays', async (key) => {
    const { recorder } = mount({ set: thumbs });
    await userEvent.tab();
    await expect.element(button('Thumbs up')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard(key);
    await expect.element(button('Thumbs down')).toHaveFocus();
    await expect.element(button('Thumbs down')).toHaveAttribute('aria-pressed', 'true');
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ reaction: 'down' }]);
  });

  it('replaces another reaction: that one is withdrawn', async () => {
    const { recorder } = mount({ set: emoji });
    await userEvent.click(button('Love it'));
    await userEvent.click(button('Well done'));
    await expect.element(button('Love it')).toHaveAttribute('aria-pressed', 'false');
    expectEvents(recorder, [
      react('seen'),
      react('started'),
      [react('committed'), { reaction: 'love' }],
      [react('withdrawn'), { reaction: 'love' }],
      [react('committed'), { reaction: 'party' }],
    ]);
  });

  it('adds to others where several may be given: one yes that names them all', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({ set: emoji, multiple: true, onSubmit });
    await userEvent.click(button('Well done'));
    await userEvent.click(button('Love it'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(button('Well done'));
    await expect.element(button('Love it')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('Well done')).toHaveAttribute('aria-pressed', 'false');
    expectEvents(recorder, [
      react('seen'),
      react('started'),
      [react('committed'), { reaction: 'party', reactions: ['party'] }],
      [react('withdrawn'), { reaction: 'party', reactions: ['party'] }],
      [react('committed'), { reaction: 'love', reactions: ['party', 'love'] }],
      [react('withdrawn'), { reaction: 'love', reactions: ['party', 'love'] }],
      [react('committed'), { reaction: 'love', reactions: ['love'] }],
    ]);
    expect(onSubmit.mock.calls.map(([values]) => values)).toEqual([
      { reaction: 'party', given: true, all: ['party'] },
      { reaction: 'love', given: true, all: ['party', 'love'] },
      { reaction: 'party', given: false, all: ['love'] },
    ]);
  });

  it('does nothing while it is disabled', async () => {
    const { recorder } = mount({ disabled: true });
    await userEvent.click(like(), { force: true });
    expectEvents(recorder, []);
  });
});

describe('sending', () => {
  it('shows the reaction at once, and records it when the server has it', async () => {
    const { open, onSubmit } = createServer();
    const { recorder } = mount({ onSubmit, counts: { like: 7 } });
    await userEvent.click(like());
    await expect.element(button('Like 8')).toHaveAttribute('aria-pressed', 'true');
    expect(page.getByRole('status').element().textContent).toBe('');
    expectEvents(recorder, [react('seen'), react('started')]);
    open[0]!.answer();
    await expect.element(page.getByRole('status')).toHaveTextContent('Thank you!');
    expectEvents(recorder, [react('seen'), react('started'), [react('committed'), { reaction: 'like' }]]);
  });

  it('takes the screen back when it fails, says so, and can be tried again', async () => {
    expectConsole('warn', 'SY-401');
    const { open, onSubmit } = createServer();
    const { recorder } = mount({ onSubmit, counts: { like: 7 } });
    await userEvent.click(like());
    open[0]!.fail(new Error('offline'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('That was not saved. Please try again.');
    await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
    await expect.element(button('Like 7')).toHaveAttribute('aria-pressed', 'false');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(like());
    open[1]!.answer();
    await expect.element(page.getByRole('status')).toHaveTextContent('Thank you!');
    expect(document.querySelector('[role=alert]')).toBeNull();
    expectEvents(recorder, [
      react('seen'),
      react('started'),
      [react('failed'), { reaction: 'like' }],
      [react('committed'), { reaction: 'like' }],
    ]);
  });

  it('sends one press at a time, and then the next', async () => {
    const { open, onSubmit } = createServer();
    const { recorder } = mount({ set: emoji, onSubmit });
    await userEvent.click(button('Love it'));
    await userEvent.click(button('Surprising'));
    expect(onSubmit).toHaveBeenCalledTimes(1);
    open[0]!.answer();
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(2));
    await expect.element(button('Surprising')).toHaveAttribute('aria-pressed', 'true');
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ reaction: 'love' }]);
    open[1]!.answer();
    await recorder.waitFor(react('withdrawn'));
    await vi.waitFor(() => expect(recorder.commitments.at(-1)?.data).toEqual({ reaction: 'wow' }));
  });

  it('records no second yes for what the server knows', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already' }) });
    await userEvent.click(like());
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    expectEvents(recorder, [react('seen'), react('started')]);
  });

  it('gives a server action the press as a plain post would', async () => {
    const posts: [string, FormDataEntryValue][][] = [];
    mount({ action: (data: FormData) => void posts.push([...data]) });
    await userEvent.click(like());
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(like());
    expect(posts).toEqual([
      [
        ['sy-ask', 'article-42'],
        ['react', 'like'],
      ],
      [
        ['sy-ask', 'article-42'],
        ['withdraw', 'like'],
      ],
    ]);
  });

  it('lets the browser carry the pressed button where there is only an address', async () => {
    const { recorder, container } = mount({ action: '/reactions' });
    const posts: string[] = [];
    const onSubmit = (event: SubmitEvent) => {
      posts.push(`prevented ${event.defaultPrevented}`);
      event.preventDefault();
      // As the browser does, in the same task.
      posts.push(
        new URLSearchParams(
          new FormData(event.target as HTMLFormElement, event.submitter) as unknown as Record<string, string>,
        ).toString(),
      );
    };
    document.addEventListener('submit', onSubmit);
    await userEvent.click(like());
    document.removeEventListener('submit', onSubmit);
    expect(posts).toEqual(['prevented false', 'sy-ask=article-42&react=like']);
    expect(recorder.commitments).toHaveLength(1);
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    expect(container.querySelector('form')!.method).toBe('post');
  });

  it('refuses an address that could run code', () => {
    expectConsole('warn', 'SY-110');
    const { container } = mount({ action: 'javascript:alert(1)' });
    expect(container.querySelector('form')!.getAttribute('action')).toBeNull();
  });
});

describe('what is given', () => {
  it('is the page’s where the page keeps it', async () => {
    const heard: unknown[] = [];
    function Page() {
      const [value, setValue] = useState<'up' | 'down' | null>('up');
      return (
        <Reactions
          id="kept"
          set={thumbs}
          value={value}
          onValueChange={(next) => {
            heard.push(next);
            setValue(next);
          }}
        />
      );
    }
    const recorder = createRecorder();
    render(<Page />, { wrapper: recorder.Provider });
    await expect.element(button('Thumbs up')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(button('Thumbs down'));
    await userEvent.click(button('Thumbs up'));
    expect(heard).toEqual(['down', 'up']);
    expect(recorder.phases().filter((line) => !line.endsWith('seen'))).toEqual([
      react('started'),
      react('withdrawn'),
      react('committed'),
      react('withdrawn'),
      react('committed'),
    ]);
  });

  it('stays what a page that keeps it says', async () => {
    mount({ value: null });
    await userEvent.click(like());
    await expect.element(like()).toHaveAttribute('aria-pressed', 'false');
  });

  it('of an earlier visit is remembered, is no exposure, and can be taken back', async () => {
    const first = mount();
    await userEvent.click(like());
    first.unmount();
    const { recorder } = mount();
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    expect(page.getByRole('status').element().textContent).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expectEvents(recorder, []);
    await userEvent.click(like());
    expectEvents(recorder, [react('seen'), react('started'), [react('withdrawn'), { reaction: 'like' }]]);
  });

  it.each([
    ['without the visitor’s consent to storage', { functional: 'denied' as const }, undefined],
    ['where the page says so', undefined, false],
  ])('is not kept on the device %s', async (_name, consent, remember) => {
    render(
      <CommitmentProvider consent={consent}>
        <Reactions id="article-42" remember={remember} />
      </CommitmentProvider>,
    );
    await userEvent.click(like());
    expect(Object.keys(localStorage).filter((key) => key.includes('reactions'))).toEqual([]);
  });

  it('by the server’s word wins over the device, null as well', async () => {
    localStorage.setItem('smallyes:reactions:article-42', 'like');
    mount({ defaultValue: null });
    await expect.element(like()).toHaveAttribute('aria-pressed', 'false');
  });

  it('in one place counts in the others, where it can be taken back', async () => {
    const recorder = createRecorder({ keepMemory: true });
    render(
      <recorder.Provider>
        <Reactions id="article-42" placement="top" set={emoji} />
        <Reactions id="article-42" placement="end" set={emoji} />
      </recorder.Provider>,
    );
    const pressed = () =>
      [...document.querySelectorAll('[aria-pressed=true]')].map((one) => (one as HTMLButtonElement).value);
    const [top, end] = [button('Love it').nth(0), button('Love it').nth(1)];
    await userEvent.click(top);
    await expect.poll(pressed).toEqual(['love', 'love']);
    await userEvent.click(end);
    await expect.poll(pressed).toEqual([]);
    await userEvent.click(button('Surprising').nth(0));
    await expect.poll(pressed).toEqual(['wow', 'wow']);
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ reaction: 'love' }, { reaction: 'wow' }]);
  });

  it('that is on its way is the last word, whatever another tab says meanwhile', async () => {
    const { open, onSubmit } = createServer();
    const key = 'smallyes:reactions:article-42';
    render(
      <CommitmentProvider consent={{ functional: true }}>
        <Reactions id="article-42" set={emoji} onSubmit={() => onSubmit() as Promise<undefined>} />
      </CommitmentProvider>,
    );
    await userEvent.click(button('Love it'));
    localStorage.setItem(key, 'wow');
    dispatchEvent(new StorageEvent('storage', { key, newValue: 'wow', storageArea: localStorage }));
    open[0]!.answer();
    await expect.poll(() => localStorage.getItem(key)).toBe('love');
    await expect.element(button('Love it')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('Surprising')).toHaveAttribute('aria-pressed', 'false');
  });

  it('stays given when the visitor refuses storage afterwards', async () => {
    const ui = (functional: boolean) => (
      <CommitmentProvider consent={{ functional }}>
        <Reactions id="article-42" />
      </CommitmentProvider>
    );
    const { rerender } = render(ui(true));
    await userEvent.click(like());
    rerender(ui(false));
    await expect.poll(() => Object.keys(localStorage)).toEqual([]);
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
  });

  it('and offered no more gives way to another one, which is a yes of its own', async () => {
    const { recorder, rerender, ui } = mount({ set: emoji });
    await userEvent.click(button('Love it'));
    rerender(ui({ set: emoji.slice(1) }));
    await userEvent.click(button('Surprising'));
    expectEvents(recorder, [
      react('seen'),
      react('started'),
      [react('committed'), { reaction: 'love' }],
      [react('withdrawn'), { reaction: 'love' }],
      [react('committed'), { reaction: 'wow' }],
    ]);
  });

  it('is sent and recorded although a handler of the page fails', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    try {
      const { recorder } = mount({
        onValueChange() {
          throw new Error('mine');
        },
      });
      await userEvent.click(like());
      expectEvents(recorder, [react('seen'), react('started'), react('committed')]);
      expect(reported).toHaveBeenCalledOnce();
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('remembered of another version of the page does no harm', async () => {
    localStorage.setItem('smallyes:reactions:article-42', 'gone\nlike\n<b>');
    const { recorder } = mount();
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(like());
    expect(recorder.events.at(-1)).toMatchObject({ phase: 'withdrawn', data: { reaction: 'like' } });
  });

  it('begins anew after reset()', async () => {
    const ref = createRef<ReactionsElement>();
    const { recorder } = mount({ ref });
    await userEvent.click(like());
    ref.current!.reset();
    await expect.element(like()).toHaveAttribute('aria-pressed', 'false');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(like());
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('counts', () => {
  it('are hidden when there are none, and shortened when they are large', async () => {
    mount({ set: emoji, counts: { love: 1_249, wow: 0 } });
    await expect.element(button('Love it 1.2K')).toBeVisible();
    await expect.element(button('Surprising 0')).toBeVisible();
    expect(button('Well done').element().textContent).toBe('🎉Well done');
  });

  it('are written as the language does', async () => {
    render(
      <CommitmentProvider locale="de">
        <Reactions id="article-42" counts={{ like: 12_900_000 }} />
      </CommitmentProvider>,
    );
    await expect.element(like()).toBeVisible();
    expect(like().element().textContent).toMatch(/^Like13\sMio\.$/);
  });

  it('that come anew hold the visitor’s own', async () => {
    const { ui, rerender } = mount({ counts: { like: 7 } });
    await userEvent.click(like());
    await expect.element(button('Like 8')).toBeVisible();
    rerender(ui({ counts: { like: 8 } }));
    await expect.element(button('Like 8')).toBeVisible();
    rerender(ui({ counts: { like: 8 } }));
    await expect.element(button('Like 8')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(like());
    await expect.element(button('Like 7')).toBeVisible();
  });

  it('hold what the device remembers', async () => {
    localStorage.setItem('smallyes:reactions:article-42', 'like');
    mount({ counts: { like: 7 } });
    await expect.element(button('Like 7')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(like());
    await expect.element(button('Like 6')).toBeVisible();
  });
});

describe('the next ask', () => {
  it('comes after the yes, goes when it is taken back, and none comes for an earlier visit’s', async () => {
    const next = ({ data }: { data: { reaction?: string } }) => <p>After {data.reaction}</p>;
    const first = mount({ next });
    await userEvent.click(like());
    await expect.element(page.getByText('After like')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(like());
    await expect.element(page.getByText('After like')).not.toBeInTheDocument();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(like());
    first.unmount();
    mount({ next });
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    await expect.element(page.getByText('After like')).not.toBeInTheDocument();
  });

  it('may hold reactions of its own, which this ask does not hear', async () => {
    const { recorder } = mount({ next: <Reactions id="other" set={thumbs} /> });
    await userEvent.click(like());
    await userEvent.click(button('Thumbs up'));
    expect(recorder.commitments.map(({ ask, data }) => [ask.id, data])).toEqual([
      ['article-42', { reaction: 'like' }],
      ['other', { reaction: 'up' }],
    ]);
  });
});

describe('markup and looks', () => {
  it('is a group with a name, in your words or else in ours', async () => {
    const { rerender, ui } = mount();
    await expect.element(page.getByRole('group', { name: 'Reactions' })).toBeInTheDocument();
    rerender(ui({ label: 'Was this useful?' }));
    await expect.element(page.getByRole('group', { name: 'Was this useful?' })).toBeVisible();
  });

  it('without script has buttons only where an address takes them', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(<Reactions id="article-42" action="/reactions" defaultValue="like" />);
    expect(host.querySelector('form')!.className).toBe('sy-reactions-form');
    expect(host.querySelector('form')!.getAttribute('method')).toBe('post');
    const pressed = host.querySelector('button')!;
    expect([pressed.type, pressed.name, pressed.value]).toEqual(['submit', 'withdraw', 'like']);
    expect(host.querySelector<HTMLInputElement>('[type=hidden]')!.value).toBe('article-42');
    host.innerHTML = renderToString(<Reactions id="article-42" />);
    expect(host.querySelector('form')!.className).toContain('sy-only-with-script');
  });

  it('leads nowhere when it is pressed before it has come alive', async () => {
    const tree = <Reactions id="article-42" />;
    const host = document.body.appendChild(document.createElement('div'));
    const { Provider } = createRecorder();
    host.innerHTML = renderToString(<Provider>{tree}</Provider>);
    const { href } = location;
    host.querySelector('button')!.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(location.href).toBe(href);
    const root = hydrateRoot(host, <Provider>{tree}</Provider>);
    await userEvent.click(like());
    await expect.element(like()).toHaveAttribute('aria-pressed', 'true');
    root.unmount();
    host.remove();
  });

  it('moves nothing when it is pressed, and is as large as fingers need, on 320 px', async () => {
    await page.viewport(320, 600);
    mount({ set: emoji, label: 'What do you think of this article?', counts: { love: 1, wow: 2, party: 3 } });
    const boxes = () =>
      [...document.querySelectorAll('button')].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height];
      });
    const before = boxes();
    for (const [, , width, height] of before) expect(Math.min(width!, height!)).toBeGreaterThanOrEqual(44);
    await userEvent.click(button(/^Surprising/));
    await expect.element(page.getByRole('status')).toHaveTextContent('Thank you!');
    // One digit is as wide as another.
    expect(boxes()).toEqual(before);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await findings(document.body)).toEqual([]);
    await page.viewport(800, 900);
  });
});

it('types the value of the set', () => {
  const tree = (
    <>
      <Reactions id="a" onCommit={(event) => event.data.reaction satisfies 'like'} />
      <Reactions
        id="b"
        set={thumbs}
        value="up"
        onCommit={(event) => event.data.reaction satisfies 'up' | 'down'}
      />
      <Reactions id="c" set={emoji} multiple value={['love']} counts={{ wow: 3 }} />
      {/* @ts-expect-error no such reaction */}
      <Reactions id="d" set={thumbs} value="like" />
      {/* @ts-expect-error no such count */}
      <Reactions id="e" counts={{ up: 1 }} />
    </>
  );
  expect(tree).toBeDefined();
});
