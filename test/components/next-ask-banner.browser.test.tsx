import { ContactDialog } from 'smallyes/contact-dialog';
import { defineLadder } from 'smallyes/ladder';
import { Poll } from 'smallyes/poll';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { asks, group, mount, notNow, pick, refusable, spot, star } from './next-ask.support.tsx';

const region = () => page.getByRole('region', { name: 'A short question' });
const onlyAuthor = { asks: { author: asks.author } };
const provider = { ladder: refusable };

// Escape comes with a chunk of its own; the network is fast here.
beforeAll(() => import('../../src/components/next-ask/watch-banner.ts'));

beforeEach(async () => {
  forgetMessages();
  localStorage.clear();
  document.documentElement.removeAttribute('dir');
  await page.viewport(800, 900);
});

describe('a banner', () => {
  it('is a named region while it asks, and none while it is empty', async () => {
    mount({ ...onlyAuthor, appearance: 'banner' }, { provider });
    await expect.element(region()).toBeVisible();
    await userEvent.click(notNow());
    await vi.waitFor(() => expect(region().query()).toBeNull());
    expect(spot().getBoundingClientRect().height).toBe(0);
  });

  it('goes with Escape, once, as a no', async () => {
    const { recorder } = mount({ ...onlyAuthor, appearance: 'banner' }, { provider });
    await expect.element(region()).toBeVisible();
    (star('author').element() as HTMLElement).focus();
    // On a machine that is busy the chunk may be later than the first press.
    await vi.waitFor(async () => {
      await userEvent.keyboard('{Escape}{Escape}');
      expect(region().query()).toBeNull();
    }, 5000);
    expect(recorder.phases()).toEqual(['star-rating.rate seen', 'star-rating.rate dismissed']);
    expect(document.activeElement).toBe(spot());
  });

  it('leaves Escape alone outside, in a dialog, in a list that is open, in a field that holds something', async () => {
    const { recorder } = mount(
      {
        asks: {
          author: (
            <div>
              <input aria-label="Words" defaultValue="Dear author" />
              <button type="button" aria-expanded="true">
                List
              </button>
              <div role="dialog" aria-label="Puzzle">
                <button type="button">Piece</button>
              </div>
              {asks.author}
            </div>
          ),
        },
        appearance: 'banner',
      },
      { provider, after: <button type="button">Outside</button> },
    );
    await expect.element(region()).toBeVisible();
    for (const name of ['Words', 'List', 'Piece', 'Outside']) {
      const found = document.querySelector<HTMLElement>(`[aria-label="${name}"]`);
      const element =
        found ??
        [...document.querySelectorAll<HTMLElement>('button')].find(
          (one) => one.textContent?.trim() === name,
        )!;
      element.focus();
      await userEvent.keyboard('{Escape}');
      expect(region().query(), name).not.toBeNull();
    }
    expect(recorder.phases()).not.toContain('star-rating.rate dismissed');
    const words = page.getByRole('textbox', { name: 'Words' });
    await userEvent.clear(words);
    // A driver may take the focus away with the words.
    (words.element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(region().query()).toBeNull());
  });

  it('stays where Escape that is held has closed a dialog of its ask', async () => {
    const author = (
      <div>
        <ContactDialog id="talk" trigger="Write to the author" title="Talk" onSubmit={() => {}} fields={[]} />
        {asks.author}
      </div>
    );
    const { recorder } = mount({ asks: { author }, appearance: 'banner' }, { provider });
    await expect.element(region()).toBeVisible();
    const trigger = page.getByRole('button', { name: 'Write to the author' });
    await userEvent.click(trigger);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape>30/}');
    await expect.element(trigger).toHaveFocus();
    expect(region().query()).not.toBeNull();
    expect(recorder.phases()).not.toContain('star-rating.rate dismissed');
  });

  it('does not hear Escape where it may not be sent away, nor in place', async () => {
    const { recorder, set } = mount(
      { ...onlyAuthor, appearance: 'banner', dismissible: false },
      { provider },
    );
    await expect.element(region()).toBeVisible();
    (star('author').element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    set({ appearance: 'place', dismissible: true });
    await expect.element(notNow()).toBeVisible();
    (star('author').element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    expect(recorder.phases()).not.toContain('star-rating.rate dismissed');
  });

  it('keeps the thanks until the visitor has read them', async () => {
    const { recorder } = mount({ ...onlyAuthor, appearance: 'banner' }, { provider });
    await pick('author');
    const close = page.getByRole('button', { name: 'Close' });
    await expect.element(close).toBeVisible();
    expect(spot().textContent).toContain('You rated 4 of 5');
    await userEvent.click(close);
    await vi.waitFor(() => expect(region().query()).toBeNull());
    expect(recorder.phases().at(-1)).toBe('star-rating.rate committed');
  });

  it('lets the page hear Escape first, and veto', async () => {
    mount(
      { ...onlyAuthor, appearance: 'banner', onKeyDown: (event) => event.preventDefault() },
      { provider },
    );
    await expect.element(region()).toBeVisible();
    (star('author').element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    expect(region().query()).not.toBeNull();
  });

  it.each([
    [320, 640],
    [360, 640],
    [1280, 800],
  ])('fits a window of %d by %d', async (width, height) => {
    await page.viewport(width, height);
    mount({ ...onlyAuthor, appearance: 'banner' }, { provider });
    await expect.element(region()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe('in a shadow tree', () => {
  const shadowTree = () => {
    const host = document.body.appendChild(document.createElement('x-widget'));
    onTestFinished(() => host.remove());
    const shadow = host.attachShadow({ mode: 'open' });
    return { shadow, container: shadow.appendChild(document.createElement('div')) };
  };

  it('a banner goes with Escape, and the focus stays at its spot', async () => {
    const { shadow, container } = shadowTree();
    mount({ ...onlyAuthor, appearance: 'banner' }, { provider, container });
    await expect.element(region()).toBeVisible();
    (star('author').element() as HTMLElement).focus();
    await vi.waitFor(async () => {
      await userEvent.keyboard('{Escape}');
      expect(region().query()).toBeNull();
    }, 5000);
    expect(shadow.activeElement).toBe(shadow.querySelector('.sy-next-ask'));
  });

  it('an ask that ends by a button of its own leaves the focus at the spot', async () => {
    const { shadow, container } = shadowTree();
    const own = defineLadder({ id: 'own', goal: 'hurdle', rungs: [{ ask: 'hurdle', kind: 'poll.vote' }] });
    const poll = <Poll id="hurdle" question="Which?" options={['Traffic', 'Trust']} skippable />;
    mount({ asks: { hurdle: poll } }, { provider: { ladder: own }, container });
    await userEvent.click(page.getByRole('button', { name: 'Skip' }));
    await vi.waitFor(() => expect(shadow.activeElement).toBe(shadow.querySelector('.sy-next-ask')));
  });

  it('one over the page steps aside for what has the focus there, and not for itself', async () => {
    const { shadow, container } = shadowTree();
    const style = shadow.appendChild(document.createElement('style'));
    style.textContent = '.sy-next-ask { position: fixed; inset: auto 0 0; background: white; height: 200px }';
    const at = (bottom: number) =>
      ({ position: 'fixed', insetBlockEnd: bottom, insetInlineStart: 40 }) as const;
    const before = (
      <>
        <input aria-label="Low" style={at(40)} />
        <input aria-label="High" style={at(400)} />
      </>
    );
    mount({ ...onlyAuthor, overlay: true }, { provider, before, container });
    const aside = () => shadow.querySelector('.sy-next-ask')!.hasAttribute('data-aside');
    await expect.element(region()).toBeVisible();
    await vi.waitFor(() => expect(document.documentElement.style.scrollPaddingBlockEnd).toBe('200px'));
    page.getByRole('textbox', { name: 'High' }).element().focus();
    page.getByRole('textbox', { name: 'Low' }).element().focus();
    await vi.waitFor(() => expect(aside()).toBe(true));
    page.getByRole('textbox', { name: 'High' }).element().focus();
    await vi.waitFor(() => expect(aside()).toBe(false));
    page.getByRole('textbox', { name: 'Low' }).element().focus();
    await vi.waitFor(() => expect(aside()).toBe(true));
    (star('author').element() as HTMLElement).focus();
    await vi.waitFor(() => expect(aside()).toBe(false));
  });
});

describe('over the page', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they never change
      <p key={at}>
        <a href={`#line-${at}`}>Line {at}</a>
      </p>
    ));
  const overlap = (element: Element) => {
    const [one, two] = [element, spot()].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
    return one.bottom > two.top && one.top < two.bottom && one.right > two.left && one.left < two.right;
  };
  const covers = (element: Element) => overlap(element) && getComputedStyle(spot()).visibility === 'visible';

  it.each(['ltr', 'rtl'])('stands at the end edge of the window, %s, and takes no focus', async (dir) => {
    document.documentElement.dir = dir;
    mount({ ...onlyAuthor, overlay: true }, { provider, before: lines(60) });
    await expect.element(region()).toBeVisible();
    expect(getComputedStyle(spot()).position).toBe('fixed');
    const { left, right, bottom } = spot().getBoundingClientRect();
    expect(innerHeight - bottom).toBe(16);
    const width = document.documentElement.clientWidth;
    expect(dir === 'rtl' ? left : width - right).toBeCloseTo(16, 0);
    expect(document.activeElement).toBe(document.body);
  });

  it('never covers what has the focus, on the way down and at the very end of the page', async () => {
    await page.viewport(360, 640);
    mount({ ...onlyAuthor, overlay: true }, { provider, before: lines(40) });
    await expect.element(region()).toBeVisible();
    await vi.waitFor(() => expect(document.documentElement.style.scrollPaddingBlockEnd).not.toBe(''));
    for (let at = 0; at < 40; at++) {
      await userEvent.tab();
      const focused = document.activeElement!;
      expect(focused.textContent).toBe(`Line ${at}`);
      await vi.waitFor(() => expect(covers(focused), focused.textContent ?? '').toBe(false));
    }
  });

  it('comes while the visitor writes at the foot of the window, and waits until they are done', async () => {
    await page.viewport(360, 640);
    const field = (
      <input aria-label="Search" style={{ position: 'fixed', insetBlockEnd: 40, insetInlineStart: 40 }} />
    );
    const { set } = mount({ asks: {}, overlay: true }, { provider, before: field });
    const search = page.getByRole('textbox', { name: 'Search' }).element() as HTMLElement;
    search.focus();
    set(onlyAuthor);
    await vi.waitFor(() => expect(spot().dataset['ask']).toBe('author'));
    await vi.waitFor(() => expect(getComputedStyle(spot()).visibility).toBe('hidden'));
    expect(document.activeElement).toBe(search);
    search.blur();
    await vi.waitFor(() => expect(getComputedStyle(spot()).visibility).toBe('visible'));
  });

  it('stays for a large part of the page that has the focus, such as its main part', async () => {
    await page.viewport(360, 640);
    const main = (
      <div tabIndex={-1} id="main">
        {lines(60)}
      </div>
    );
    mount({ ...onlyAuthor, overlay: true }, { provider, before: main });
    await expect.element(region()).toBeVisible();
    document.querySelector<HTMLElement>('#main')!.focus();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(getComputedStyle(spot()).visibility).toBe('visible');
  });

  it('gives the page back its scroll padding when it goes', async () => {
    document.documentElement.style.scrollPaddingBlockEnd = '7px';
    try {
      mount({ ...onlyAuthor, overlay: true }, { provider, before: lines(40) });
      await vi.waitFor(() =>
        expect(Number.parseFloat(document.documentElement.style.scrollPaddingBlockEnd)).toBeGreaterThan(50),
      );
      await userEvent.click(notNow());
      await vi.waitFor(() => expect(document.documentElement.style.scrollPaddingBlockEnd).toBe('7px'));
    } finally {
      document.documentElement.style.scrollPaddingBlockEnd = '';
    }
  });

  it('scrolls within itself when it is long, and stands in its place in a low window', async () => {
    const tall = { asks: { author: <div style={{ height: 2000 }}>{asks.author}</div> } };
    mount({ ...tall, overlay: true }, { provider });
    await expect.element(group('author')).toBeVisible();
    expect(spot().getBoundingClientRect().height).toBeLessThanOrEqual(0.7 * 900);
    expect(spot().scrollHeight).toBeGreaterThan(spot().clientHeight);
    await page.viewport(320, 256);
    expect(getComputedStyle(spot()).position).toBe('static');
  });

  it('in a low window, where it covers nothing, leaves the scrolling and what has the focus alone', async () => {
    await page.viewport(320, 400);
    mount({ ...onlyAuthor, overlay: true }, { provider, before: lines(3), after: lines(40) });
    await expect.element(region()).toBeVisible();
    await vi.waitFor(() => expect(document.documentElement.style.scrollPaddingBlockEnd).not.toBe(''));
    await page.viewport(320, 256);
    await vi.waitFor(() => expect(document.documentElement.style.scrollPaddingBlockEnd).toBe(''));
    for (let at = 0; at < 12; at++) {
      await userEvent.tab();
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      expect(top, `${document.activeElement!.textContent}`).toBeGreaterThanOrEqual(0);
      expect(bottom, `${document.activeElement!.textContent}`).toBeLessThanOrEqual(256);
      expect(spot().hasAttribute('data-aside')).toBe(false);
    }
  });

  it('is not printed', async () => {
    mount({ ...onlyAuthor, overlay: true }, { provider });
    await expect.element(region()).toBeVisible();
    await emulateMedia({}, 'print');
    expect(getComputedStyle(spot()).display).toBe('none');
  });
});
