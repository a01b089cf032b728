import { render } from '@testing-library/react';
import { createRef } from 'react';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { ShareButton, type ShareButtonElement, type ShareButtonProps } from 'smallyes/share-button';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import { panel } from '#share-button/panel';
import 'smallyes/base.css';
import 'smallyes/share-button.css';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addressOf, mailOf } from '../../src/components/share-button/share-button-state.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';

const share = (phase: string): EventLine => `share-button.share ${phase}` as EventLine;
const yes = [share('seen'), share('started'), share('committed')];
const by = (method: string) => [yes[0]!, yes[1]!, [share('committed'), { method }] as const];
const button = () => page.getByRole('button', { name: 'Share' });
const copyButton = () => page.getByRole('button', { name: 'Copy link' });
const field = () => page.getByRole('textbox', { name: 'Link' });
const thanks = () => page.getByRole('status').first();

const url = 'https://northwind.example/soles';
const linkedin = {
  name: 'linkedin',
  label: 'LinkedIn',
  href: 'https://www.linkedin.com/sharing/share-offsite/?url={url}',
};

/** What the clipboard of the test holds, and whether it lets anything in. */
let clipboard: { text: string; isShut: boolean };
/** Links that the browser would have followed. */
let left: string[] = [];
const stay = (event: Event) => {
  const target = (event.target as Element).closest('a');
  if (target && !event.defaultPrevented) left.push(target.href);
  event.preventDefault();
};

function later() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

function put(name: 'share' | 'canShare' | 'clipboard', value: unknown) {
  Object.defineProperty(navigator, name, { value, configurable: true });
}

// The network is fast here; for a slow one, see share-button-later.browser.test.tsx.
beforeAll(() => panel.load());

beforeEach(() => {
  forgetMessages();
  left = [];
  clipboard = { text: '', isShut: false };
  put('clipboard', {
    async writeText(text: string) {
      if (clipboard.isShut) throw new DOMException('no', 'NotAllowedError');
      clipboard.text = text;
    },
  });
  window.addEventListener('click', stay);
});
afterEach(() => {
  for (const name of ['share', 'canShare', 'clipboard'])
    delete (navigator as unknown as Record<string, unknown>)[name];
  window.removeEventListener('click', stay);
});

function mount(props: Partial<ShareButtonProps<string>> = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <ShareButton<string> id="share-soles" url={url} {...props} />
      </recorder.Provider>,
    ),
  };
}

describeConformance('ShareButton', {
  component: 'share-button',
  render: (props) => <ShareButton id="share-soles" url={url} targets={[]} {...props} />,
  async commit() {
    await userEvent.click(button());
    await new Promise((resolve) => setTimeout(resolve, 50));
  },
  events: yes,
  vetoes: ['onClick'],
});

describe('with a sheet of the device', () => {
  it('hands it the page, and counts once it has shared', async () => {
    const sheets: unknown[] = [];
    const sheet = later();
    put('share', (data: unknown) => {
      sheets.push(data);
      return sheet.promise;
    });
    const { recorder, container } = mount({ subject: 'New soles', text: 'Worth a look' });
    await userEvent.dblClick(button());
    await userEvent.click(button());
    expect(sheets).toEqual([{ url, title: 'New soles', text: 'Worth a look' }]);
    expect(container.querySelector('[data-pending]')).not.toBeNull();
    expectEvents(recorder, yes.slice(0, 2));
    sheet.resolve();
    await expect.element(thanks()).toHaveTextContent('Thank you for sharing!');
    expectEvents(recorder, by('native'));
    expect(container.querySelector('[data-pending]')).toBeNull();
    expect(await findings(container)).toEqual([]);
  });

  it.each([
    ['is closed', 'AbortError'],
    ['is open already', 'InvalidStateError'],
  ])('that %s says neither yes nor no, and can be opened again', async (_, error) => {
    let opened = 0;
    put('share', async () => {
      opened++;
      throw new DOMException('no', error);
    });
    const { recorder, container } = mount();
    await userEvent.click(button());
    await expect.poll(() => container.querySelector('[data-pending]')).toBeNull();
    await userEvent.click(button());
    await expect.poll(() => opened).toBe(2);
    expectEvents(recorder, yes.slice(0, 2));
    expect(field().query()).toBeNull();
    await expect.element(thanks()).toHaveTextContent('');
  });

  it('that the browser does not allow gives way to the link', async () => {
    put('share', async () => {
      throw new DOMException('frame', 'NotAllowedError');
    });
    const { recorder } = mount();
    await userEvent.click(button());
    await expect.element(field()).toBeVisible();
    await userEvent.click(copyButton());
    await expect.element(thanks()).toHaveTextContent('Link copied. Thank you for sharing!');
    expectEvents(recorder, by('copy'));
  });

  it('that cannot take this page, or is not wanted, is not opened', async () => {
    put('share', () => expect.fail('opened'));
    put('canShare', () => false);
    mount();
    await userEvent.click(button());
    await expect.element(field()).toBeVisible();
  });

  it('does not count for an attempt that was reset meanwhile', async () => {
    const sheet = later();
    put('share', () => sheet.promise);
    const ref = createRef<ShareButtonElement>();
    const { recorder } = mount({ ref });
    await userEvent.click(button());
    ref.current!.reset();
    sheet.resolve();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(recorder.commitments).toEqual([]);
  });
});

describe('without one', () => {
  it('opens the link and the places by keyboard, and copies once', async () => {
    const { recorder, container } = mount({ targets: ['mail', linkedin] });
    await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(button()).toHaveAttribute('aria-expanded', 'true');
    await expect.element(field()).toHaveValue(url);
    expect(await findings(container)).toEqual([]);
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(copyButton()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    await expect.element(thanks()).toHaveTextContent('Link copied. Thank you for sharing!');
    expect(clipboard.text).toBe(url);
    expectEvents(recorder, by('copy'));
  });

  it('closes by a second press, and not by the second click of a double click', async () => {
    mount();
    await userEvent.dblClick(button());
    await expect.element(field()).toBeVisible();
    await userEvent.click(button());
    expect(field().query()).toBeNull();
  });

  it('shows the link selected when the clipboard refuses, and counts the copy by hand', async () => {
    clipboard.isShut = true;
    const { recorder, container } = mount({ targets: [] });
    const root = container.querySelector<HTMLElement>('.sy-share-button');
    await expect.element(root).not.toHaveAttribute('data-open');
    await userEvent.click(button());
    await expect.element(root).toHaveAttribute('data-open');
    await expect.element(page.getByRole('status').filter({ hasText: /copy it by hand/ })).toBeVisible();
    const input = field().element() as HTMLInputElement;
    expect(document.activeElement).toBe(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, url.length]);
    expectEvents(recorder, yes.slice(0, 2));
    expect(await findings(container)).toEqual([]);
    await userEvent.copy();
    expectEvents(recorder, by('copy'));
    await expect.element(thanks()).toHaveTextContent('Link copied. Thank you for sharing!');
  });

  it('does the same on a page that has no clipboard at all', async () => {
    put('clipboard', undefined);
    const { recorder } = mount();
    await userEvent.click(button());
    await userEvent.click(copyButton());
    await expect.element(page.getByText(/copy it by hand/)).toBeVisible();
    expect(recorder.commitments).toEqual([]);
  });

  it('does not take a part of the link for a copy of it', async () => {
    const { recorder } = mount();
    await userEvent.click(button());
    const input = field().element() as HTMLInputElement;
    input.focus();
    input.setSelectionRange(0, 5);
    await userEvent.copy();
    expect(recorder.commitments).toEqual([]);
  });

  it('leads to the places that the page names, and counts the click', async () => {
    const { recorder } = mount({ targets: ['mail', linkedin], subject: 'Soles & more', text: '1 + 1' });
    await userEvent.click(button());
    await userEvent.click(page.getByRole('link', { name: 'LinkedIn' }));
    expectEvents(recorder, by('linkedin'));
    expect(left).toEqual([linkedin.href.replace('{url}', encodeURIComponent(url))]);
    const mail = page.getByRole('link', { name: 'E-mail' }).element() as HTMLAnchorElement;
    expect(mail.getAttribute('href')).toBe(
      `mailto:?subject=Soles%20%26%20more&body=1%20%2B%201%0D%0A%0D%0A${encodeURIComponent(url)}`,
    );
    expect(mail.target).toBe('');
  });

  it('tells trackers of a place before the browser goes there, by the middle button as well', async () => {
    const tracked: string[] = [];
    const tracker = { name: 'test', track: ({ phase }: { phase: string }) => void tracked.push(phase) };
    const atLeaving: string[] = [];
    const look = (event: Event) => {
      atLeaving.push(tracked.join(' '));
      event.preventDefault();
    };
    render(
      <CommitmentProvider trackers={[tracker]}>
        <ShareButton id="share-soles" url={url} targets={['mail', linkedin]} />
      </CommitmentProvider>,
    );
    await userEvent.click(button());
    for (const type of ['click', 'auxclick']) window.addEventListener(type, look);
    try {
      await userEvent.click(page.getByRole('link', { name: 'LinkedIn' }), { button: 'middle' });
    } finally {
      for (const type of ['click', 'auxclick']) window.removeEventListener(type, look);
    }
    expect(atLeaving).toEqual(['seen started committed']);
  });

  it('leaves out a place whose address could run code, and the developer is told', async () => {
    expectConsole('warn', 'SY-110');
    mount({ targets: [{ name: 'evil', label: 'Evil', href: 'java\nscript:alert("{url}")' }, linkedin] });
    await userEvent.click(button());
    expect(page.getByRole('link').elements()).toHaveLength(1);
  });

  it('shares the whole address where it was given a part of one, and the developer is told', async () => {
    expectConsole('warn', 'SY-1421');
    mount({ url: '/soles', targets: [] });
    await userEvent.click(button());
    await expect.poll(() => clipboard.text).toBe(`${location.origin}/soles`);
  });

  it('shares the address that the page has now, whatever it was at the first press', async () => {
    const { recorder, rerender } = mount();
    const now = 'https://northwind.example/laces';
    const ui = (
      <recorder.Provider>
        <ShareButton<string> id="share-soles" url={now} />
      </recorder.Provider>
    );
    await userEvent.click(button());
    await expect.element(field()).toHaveValue(url);
    rerender(ui);
    await expect.element(field()).toHaveValue(now);
    await userEvent.click(copyButton());
    await expect.poll(() => clipboard.text).toBe(now);
  });

  it('hears no button of the next ask', async () => {
    const { recorder } = mount({ targets: [], next: <button type="button">More</button> });
    await userEvent.click(button());
    await userEvent.click(page.getByRole('button', { name: 'More' }));
    expect(clipboard.text).toBe(url);
    expectEvents(recorder, by('copy'));
  });

  it('begins a new attempt after reset()', async () => {
    const ref = createRef<ShareButtonElement>();
    const { recorder } = mount({ ref, targets: [] });
    await userEvent.click(button());
    await expect.element(thanks()).toHaveTextContent('Link copied. Thank you for sharing!');
    ref.current!.reset();
    await expect.element(thanks()).toHaveTextContent('');
    await userEvent.click(button());
    await expect.poll(() => new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('without JavaScript', () => {
  const html = (targets?: readonly ('mail' | typeof linkedin)[]) => {
    const markup = renderToString(<ShareButton id="a" url={url} subject="New soles" targets={targets} />);
    // A parser runs no scripts.
    return new DOMParser().parseFromString(markup, 'text/html');
  };

  it('offers real links, and the address in a field', () => {
    const host = html(['mail', linkedin]);
    expect([...host.querySelectorAll('a')].map(({ protocol }) => protocol)).toEqual(['mailto:', 'https:']);
    expect(host.querySelector('input')!.value).toBe(url);
    expect(host.querySelector('button')!.classList.contains('sy-only-with-script')).toBe(true);
  });

  it('offers the address itself where there are no places', () => {
    expect(html([]).querySelector('a')!.href).toBe(url);
  });
});

describe('addresses', () => {
  it('take what is shared as text, whatever it holds', () => {
    expect(
      addressOf('https://a.example/?u={url}&t={text}&x={other}', { url: 'https://b/?c&d', text: '{url}' }),
    ).toBe('https://a.example/?u=https%3A%2F%2Fb%2F%3Fc%26d&t=%7Burl%7D&x={other}');
    // Half of an emoji.
    expect(mailOf({ url, subject: 'cut \ud83d' })).toContain('subject=cut%20&');
  });
});
