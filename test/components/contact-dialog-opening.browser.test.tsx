import { ContactDialogTrigger } from 'smallyes/contact-dialog';
import { expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, dialog, isClosed, isOpen, line, mount, trigger, wait } from './contact-dialog.support.tsx';

/** The network: what drives the form comes when this says so. */
const network = vi.hoisted(() => ({
  asked: 0,
  answer: (): Promise<unknown> => Promise.reject(new Error('offline')),
}));

vi.mock('../../src/fields/load-form-machine.ts', () => ({
  loadFormMachine() {
    network.asked++;
    return network.answer();
  },
}));

const words = () => page.getByText(/could not be opened/);
const status = () => document.querySelector('.sy-contact-dialog-words');

// A pointer that an earlier test left over the trigger is a visitor who turns to it.
beforeEach(async () => {
  const corner = document.body.appendChild(document.createElement('div'));
  corner.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 9px; height: 9px';
  await userEvent.hover(corner);
  corner.remove();
});

// In this order: once the dialog is there it stays.
describe('a contact dialog that is still on its way', () => {
  it('asks for nothing until the visitor turns to its trigger, and then at once', async () => {
    mount();
    await wait(200);
    expect(network.asked).toBe(0);
    await userEvent.hover(trigger());
    expect(network.asked).toBeGreaterThan(0);
    await wait(20);
    const before = network.asked;
    trigger().element().focus();
    expect(network.asked).toBeGreaterThan(before);
  });

  it('asks once it was seen and the browser is idle', async () => {
    network.asked = 0;
    const { recorder } = mount();
    await recorder.waitFor(line('open seen'));
    await vi.waitFor(() => expect(network.asked).toBe(1), 4_000);
  });

  it('leaves it to the visitor where data is dear', async () => {
    network.asked = 0;
    vi.stubGlobal('requestIdleCallback', (act: () => void) => act());
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    try {
      const { recorder } = mount();
      await recorder.waitFor(line('open seen'));
      await wait(300);
      expect(network.asked).toBe(0);
    } finally {
      Reflect.deleteProperty(navigator, 'connection');
    }
  });

  it('follows the link when the network gives out', async () => {
    const { recorder } = mount();
    await userEvent.click(trigger());
    await vi.waitFor(() => expect(location.hash).toBe('#contact'));
    history.replaceState(history.state, '', location.pathname + location.search);
    expectEvents(recorder, [
      line('open seen'),
      line('open started'),
      [line('open failed'), { trigger: 'trigger' }],
    ]);
  });

  it.each(['/contact', 'contact.html', '?page=contact', 'HTTPS://shop.example/contact'])(
    'stays where it is without a network: a page behind the link could not come either (%s)',
    async (fallbackHref) => {
      vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      const { href } = location;
      const { recorder } = mount({ fallbackHref });
      await userEvent.click(trigger());
      await expect.element(words()).toBeVisible();
      expect(location.href).toBe(href);
      expect(recorder.commitments).toEqual([]);
    },
  );

  it('goes to a place of its own page without a network as well', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    mount();
    await userEvent.click(trigger());
    await vi.waitFor(() => expect(location.hash).toBe('#contact'));
    history.replaceState(history.state, '', location.pathname + location.search);
    await expect.element(words()).not.toBeInTheDocument();
  });

  it('says so without a link, and tries again at the next press', async () => {
    const { recorder } = mount({ fallbackHref: undefined });
    await userEvent.click(button('Contact us'));
    await expect.element(words()).toBeVisible();
    expect(status()?.getAttribute('role')).toBe('status');
    expect(status()?.contains(words().element())).toBe(true);
    network.asked = 0;
    await userEvent.click(button('Contact us'));
    await wait(50);
    expect(network.asked).toBeGreaterThan(0);
    expect(recorder.commitments).toEqual([]);
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  it.each([800, 360])('says so without moving anything, in a window of %i', async (width) => {
    await page.viewport(width, 900);
    const { recorder } = mount(
      {},
      {
        around: (
          <header style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
            <strong>Northlight</strong>
            <ContactDialogTrigger for="talk">Write</ContactDialogTrigger>
            <a href="#shop">Shop</a>
          </header>
        ),
      },
    );
    const boxes = () =>
      ['header', 'header button', 'header a'].map((one) => {
        const { left, top, right, bottom } = document.querySelector(one)!.getBoundingClientRect();
        return [left, top, right, bottom];
      });
    await recorder.waitFor(line('open seen'));
    const before = boxes();
    await userEvent.click(button('Write'));
    await expect.element(words()).toBeVisible();
    expect(boxes()).toEqual(before);
    const told = words().element().getBoundingClientRect();
    expect(told.left).toBeGreaterThanOrEqual(0);
    expect(told.right).toBeLessThanOrEqual(width);
    expect(told.width).toBeGreaterThan(200);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(800, 900);
  });

  it('leaves presses with a modifier to the browser', async () => {
    mount();
    const link = trigger().element();
    const prevented: boolean[] = [];
    const note = (event: Event) => {
      prevented.push(event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', note);
    for (const init of [
      { ctrlKey: true },
      { metaKey: true },
      { shiftKey: true },
      { altKey: true },
      { button: 1 },
    ])
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    removeEventListener('click', note);
    expect(prevented).toEqual([false, false, false, false, false, true]);
    await vi.waitFor(() => expect(location.hash).toBe('#contact'));
    history.replaceState(history.state, '', location.pathname + location.search);
  });

  it('follows the link as well when the network only hangs', async () => {
    network.answer = () => new Promise(() => {});
    mount();
    const link = trigger().element() as HTMLElement;
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      link.click();
      await vi.advanceTimersByTimeAsync(9_900);
      expect(location.hash).toBe('');
      await vi.advanceTimersByTimeAsync(200);
      expect(location.hash).toBe('#contact');
    } finally {
      vi.useRealTimers();
      history.replaceState(history.state, '', location.pathname + location.search);
    }
  });

  it('shows at once that something comes, opens when it is there, once, and not for a trigger that has gone', async () => {
    let arrive = (_: unknown) => {};
    network.answer = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const gone = mount({ fallbackHref: undefined });
    await userEvent.click(button('Contact us'));
    gone.unmount();
    const { recorder } = mount({ fallbackHref: undefined });
    await userEvent.click(button('Contact us'));
    await expect.element(button('Opening …')).toHaveAttribute('aria-busy', 'true');
    expect(status()?.textContent).toBe('Opening …');
    await expect.element(button('Opening …')).toHaveFocus();
    await userEvent.click(button('Opening …'));
    await userEvent.keyboard('{Enter}');
    expect(recorder.commitments).toEqual([]);
    arrive(undefined);
    await isOpen();
    expect(recorder.commitments).toHaveLength(1);
    expect(gone.recorder.commitments).toEqual([]);
    expect(document.querySelectorAll('[role=dialog]')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(status()?.textContent).toBe('');
  });
});
