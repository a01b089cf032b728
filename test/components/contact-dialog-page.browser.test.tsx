import { Content, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { render } from '@testing-library/react';
import { ContactDialog } from 'smallyes/contact-dialog';
import { createRecorder } from 'smallyes/testing';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import {
  answer,
  box,
  button,
  dialog,
  fields,
  fill,
  isClosed,
  isOpen,
  line,
  mount,
  open,
  staysOpen,
  trigger,
  wait,
} from './contact-dialog.support.tsx';

const added: Element[] = [];
afterEach(() => {
  for (const one of added.splice(0)) one.remove();
});

/** What another script puts on the page. */
function put(html: string) {
  const host = document.createElement('div');
  host.innerHTML = html;
  const element = host.firstElementChild as HTMLElement;
  document.body.append(element);
  added.push(element);
  return element;
}

const frame = (style = '') =>
  `<div style="position:fixed;inset:10px auto auto 10px;z-index:2147483647;${style}"><iframe width="120" height="60" title="Puzzle" srcdoc="<button onclick='parent.puzzle=(parent.puzzle||0)+1' style='position:fixed;inset:0'>I am human</button>"></iframe></div>`;
const solve = async (host: HTMLElement) => {
  Object.assign(window, { puzzle: 0 });
  await page
    .frameLocator(page.elementLocator(host.querySelector('iframe')!))
    .getByRole('button')
    .click();
  return (window as { puzzle?: number }).puzzle;
};

describe('the page behind an open dialog', () => {
  it('cannot be reached, and can again once it is closed', async () => {
    const aside = put('<div><button>Chat</button></div>');
    const already = put('<div inert><button>Old</button></div>');
    const { container } = mount();
    await open();
    expect([container.inert, aside.inert]).toEqual([true, true]);
    await userEvent.keyboard('{Escape}');
    expect([container.inert, aside.inert, already.inert]).toEqual([false, false, true]);
  });

  it('keeps live regions and what it marks in reach', async () => {
    const toast = put('<div aria-live="polite"></div>');
    const marked = put('<div><p>Deep</p><div data-sy-reachable><button>Bank</button></div></div>');
    mount();
    await open();
    expect(toast.inert).toBe(false);
    expect(marked.inert).toBe(false);
    expect((marked.firstElementChild as HTMLElement).inert).toBe(true);
    expect((marked.lastElementChild as HTMLElement).inert).toBe(false);
  });

  it('does not scroll, does not jump aside, and scrolls again', async () => {
    put('<div style="height:4000px"></div>');
    mount();
    trigger().element().scrollIntoView();
    const start = scrollY;
    const width = document.documentElement.clientWidth;
    await open();
    const { x, y } = { x: 400, y: 880 };
    await cdp().send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY: -600 });
    await wait(200);
    expect(scrollY).toBe(start);
    expect(getComputedStyle(document.documentElement).overflow).toBe('hidden');
    expect(document.documentElement.clientWidth).toBe(width);
    await userEvent.keyboard('{Escape}');
    expect(document.documentElement.style.overflow).toBe('');
    scrollTo(0, 100);
    expect(scrollY).toBe(100);
    scrollTo(0, 0);
  });

  it.each([
    ['comes after the opening', undefined],
    ['waits hidden before the opening', 'visibility:hidden'],
    ['waits transparent before the opening', 'opacity:0'],
  ])('lets a captcha be solved that %s', async (_name, unseen) => {
    const early = unseen ? put(frame(unseen)) : undefined;
    const { recorder } = mount();
    await open();
    await fill();
    const host = early ?? put(frame());
    host.style.visibility = 'visible';
    host.style.opacity = '1';
    expect(await solve(host)).toBe(1);
    host.remove();
    await staysOpen();
    await userEvent.click(button('Send'));
    await recorder.waitFor(line('submit committed'));
  });

  it('lets a payment frame in its form be used, and keeps the focus there', async () => {
    mount({
      challenge: <div id="pay" ref={(node) => void (node && !node.firstChild && node.append(frameOf()))} />,
    });
    await open();
    expect(await solve(document.querySelector<HTMLElement>('#pay')!)).toBe(1);
    await wait(50);
    // WebKit leaves `activeElement` where it was: only the frame can tell.
    expect(document.querySelector<HTMLIFrameElement>('#pay iframe')?.contentDocument?.hasFocus()).toBe(true);
  });

  it('lets a list of suggestions beside it be picked from and scrolled', async () => {
    mount();
    await open();
    const list = put(
      '<div style="position:fixed;inset:0 auto auto 0;z-index:2147483647;height:60px;width:160px;overflow:auto;background:#fff"><button>Elm Street</button><div style="height:600px"></div></div>',
    );
    let picked = 0;
    list.querySelector('button')?.addEventListener('click', () => picked++);
    await userEvent.click(page.getByRole('button', { name: 'Elm Street' }));
    expect(picked).toBe(1);
    await cdp().send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x: 30,
      y: 30,
      deltaX: 0,
      deltaY: 200,
    });
    await vi.waitFor(() => expect(list.scrollTop).toBeGreaterThan(0));
    await staysOpen();
  });

  it('lends theme, direction, language and brand of the trigger', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <div
          data-sy-theme="dark"
          dir="rtl"
          lang="ar"
          ref={(node) => node?.style.setProperty('--sy-accent', 'rgb(200, 30, 90)')}
        >
          <ContactDialog
            id="talk"
            trigger="Contact us"
            title="Talk"
            fallbackHref="#contact"
            fields={fields}
            onSubmit={() => {}}
          />
        </div>
      </recorder.Provider>,
    );
    await open();
    const layer = dialog().element() as HTMLElement;
    expect([layer.dataset['syTheme'], layer.dir, layer.lang]).toEqual(['dark', 'rtl', 'ar']);
    expect(getComputedStyle(layer).getPropertyValue('--sy-accent')).toBe('rgb(200, 30, 90)');
    expect(getComputedStyle(layer).colorScheme).toBe('dark');
  });

  it('does not hear the form of the dialog in a form around its trigger', async () => {
    const outer = vi.fn((event: React.FormEvent) => event.preventDefault());
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <form onSubmit={outer}>
          <ContactDialog
            id="talk"
            trigger="Contact us"
            title="Talk"
            fallbackHref="#contact"
            fields={fields}
            onSubmit={() => {}}
          />
        </form>
      </recorder.Provider>,
    );
    await answer();
    expect(outer).not.toHaveBeenCalled();
  });
});

describe('dialogs among dialogs', () => {
  it('are two on one page without mixing anything up', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <ContactDialog
          id="one"
          trigger="Contact us"
          title="First"
          fallbackHref="#contact"
          fields={fields}
          onSubmit={() => {}}
        />
        <ContactDialog
          id="two"
          trigger="Book"
          title="Second"
          fallbackHref="#book"
          fields={fields}
          onSubmit={() => {}}
        />
      </recorder.Provider>,
    );
    await open();
    await fill();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await open('Book');
    await expect.element(dialog()).toHaveAccessibleName('Second');
    await expect.element(box(/E-mail/)).toHaveValue('');
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await expect.element(trigger('Book')).toHaveFocus();
    expect(recorder.phases('one')).toHaveLength(5);
  });

  it('opens from within another, is alone in reach, and gives back', async () => {
    mount({
      children: (
        <ContactDialog
          id="inner"
          trigger="Terms"
          title="Ask about the terms"
          fallbackHref="#terms"
          fields={fields}
          onSubmit={() => {}}
        />
      ),
    });
    await open();
    const outer = dialog().element() as HTMLElement;
    await userEvent.click(trigger('Terms'));
    await vi.waitFor(() => expect(document.querySelectorAll('[role=dialog]')).toHaveLength(2));
    await wait(250);
    expect(outer.inert).toBe(true);
    // With the focus nowhere, both could take the key for theirs.
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('{Escape}');
    // Until the inner one has faded.
    await vi.waitFor(staysOpen, 3_000);
    expect(outer.isConnected).toBe(true);
    expect(outer.inert).toBe(false);
    expect(getComputedStyle(document.documentElement).overflow).toBe('hidden');
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(document.documentElement.style.overflow).toBe('');
  });

  it('works inside a modal dialog of the page, native or not', async () => {
    const recorder = createRecorder();
    const ask = (
      <ContactDialog
        id="talk"
        trigger="Contact us"
        title="Inner"
        fallbackHref="#contact"
        fields={fields}
        onSubmit={() => {}}
      />
    );
    const first = render(
      <recorder.Provider>
        <dialog ref={(node) => void (node && !node.open && node.showModal())}>{ask}</dialog>
      </recorder.Provider>,
    );
    await userEvent.click(trigger());
    await userEvent.fill(box(/E-mail/), 'mara@example.com');
    await expect.element(box(/E-mail/)).toHaveValue('mara@example.com');
    first.unmount();
    render(
      <recorder.Provider>
        <Root defaultOpen>
          <Portal>
            <Overlay />
            <Content aria-describedby={undefined}>
              <Title>Outer</Title>
              {ask}
            </Content>
          </Portal>
        </Root>
      </recorder.Provider>,
    );
    await userEvent.click(trigger());
    await page.getByRole('dialog', { name: 'Inner' }).findElement();
    await userEvent.fill(box(/E-mail/), 'mara@example.com');
    await userEvent.fill(box(/Message/), 'Works here too');
    await expect.element(box(/Message/)).toHaveFocus();
  });
});

describe('the address of the page', () => {
  const clear = () => history.replaceState(history.state, '', location.pathname + location.search);
  afterEach(clear);

  it('opens the dialog that it names, as a yes, and is clean after closing', async () => {
    history.replaceState({ router: 1 }, '', '#talk');
    const before = history.length;
    const { recorder } = mount({ hash: 'talk' });
    await isOpen();
    expect(recorder.commitments[0]?.data).toEqual({ trigger: 'hash' });
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(location.hash).toBe(''));
    expect(history.length).toBe(before);
    expect(history.state).toEqual({ router: 1 });
  });

  it('takes one entry, closes by Back, opens by Forward, and leaves the state of a router alone', async () => {
    history.replaceState({ router: 2 }, '');
    const reasons: string[] = [];
    mount({ hash: 'talk', onOpenChange: (_open, { reason }) => reasons.push(reason) }, { strict: true });
    const before = history.length;
    await open();
    await vi.waitFor(() => expect(location.hash).toBe('#talk'));
    expect(history.state).toEqual({ router: 2 });
    const after = history.length;
    history.back();
    await isClosed();
    expect(location.hash).toBe('');
    history.forward();
    await isOpen();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(location.hash).toBe(''));
    await open();
    await vi.waitFor(() => expect(location.hash).toBe('#talk'));
    expect(history.length).toBe(after);
    expect(after - before).toBeLessThanOrEqual(1);
    expect(reasons).toEqual(['trigger', 'hash', 'hash', 'escape', 'trigger']);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(location.hash).toBe(''));
  });

  it('follows a page that keeps the dialog open in spite of Back', async () => {
    let isKept = false;
    let refused = 0;
    mount({
      hash: 'talk',
      onOpenChange(isOpenNow, change) {
        if (!isKept || isOpenNow) return;
        refused++;
        change.cancel();
      },
    });
    await open();
    await vi.waitFor(() => expect(location.hash).toBe('#talk'));
    isKept = true;
    history.back();
    await vi.waitFor(() => expect(refused).toBe(1));
    expect(location.hash).toBe('#talk');
    await staysOpen();
    isKept = false;
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(location.hash).toBe(''));
  });

  it('may hold letters that an address spells in another way', async () => {
    history.replaceState(history.state, '', '#gespr%C3%A4ch');
    const { recorder } = mount({ hash: 'gespräch' });
    await isOpen();
    expect(recorder.commitments[0]?.data).toEqual({ trigger: 'hash' });
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(location.hash).toBe(''));
    await open();
    await vi.waitFor(() => expect(location.hash).toBe('#gespr%C3%A4ch'));
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(location.hash).toBe(''));
  });

  it('stays that of the page where a base element leads relative addresses elsewhere', async () => {
    const base = document.head.appendChild(document.createElement('base'));
    onTestFinished(() => base.remove());
    base.href = '/elsewhere/';
    const { pathname } = location;
    mount({ hash: 'talk' });
    await open();
    await vi.waitFor(() => expect(location.hash).toBe('#talk'));
    expect(location.pathname).toBe(pathname);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(location.hash).toBe(''));
  });

  it('may be one that a browser does not let be changed', async () => {
    vi.spyOn(history, 'pushState').mockImplementation(() => {
      throw new DOMException('too many', 'SecurityError');
    });
    mount({ hash: 'talk' });
    await open();
    await staysOpen();
    await userEvent.keyboard('{Escape}');
    await isClosed();
  });

  it('is left alone without a hash', async () => {
    const push = vi.spyOn(history, 'pushState');
    const replace = vi.spyOn(history, 'replaceState');
    mount();
    await open();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(push).not.toHaveBeenCalled();
    expect(replace).not.toHaveBeenCalled();
  });
});

function frameOf() {
  const host = document.createElement('div');
  host.innerHTML = frame('position:static');
  return host;
}
