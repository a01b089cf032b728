import { virtual } from '@guidepup/virtual-screen-reader';
import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { ContactDialog } from 'smallyes/contact-dialog';
import { createRecorder } from 'smallyes/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emulateMedia } from '../support/emulate-media.ts';
import {
  answer,
  box,
  button,
  check,
  dialog,
  fields,
  fill,
  isClosed,
  isOpen,
  mount,
  open,
  trigger,
  wait,
} from './contact-dialog.support.tsx';

const panel = () => document.querySelector<HTMLElement>('.sy-contact-dialog-panel')!;
const settled = () =>
  Promise.all(
    panel()
      .getAnimations()
      .map(({ finished }) => finished),
  );

afterEach(async () => {
  await page.viewport(800, 900);
});

describe('an open dialog', () => {
  it.each([
    [1280, 900],
    [360, 740],
    [320, 640],
    [320, 256],
  ])('fits a window of %i by %i and can be scrolled to its end', async (width, height) => {
    await page.viewport(width, height);
    mount({
      title: 'Tell us about your shop and what you have already tried this year',
      description: 'Free.',
    });
    await open();
    await settled();
    const { left, right, top, bottom } = panel().getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(Math.round(bottom)).toBeLessThanOrEqual(height);
    expect(panel().scrollWidth).toBeLessThanOrEqual(panel().clientWidth);
    const send = button('Send').element();
    send.scrollIntoView({ block: 'nearest' });
    expect(send.getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
    // The heading that sticks covers nothing that has the focus.
    box(/E-mail/)
      .element()
      .focus();
    const head = document.querySelector('.sy-contact-dialog-head')!;
    if (getComputedStyle(head).position === 'sticky')
      expect(
        box(/E-mail/)
          .element()
          .getBoundingClientRect().top,
      ).toBeGreaterThanOrEqual(head.getBoundingClientRect().bottom);
  });

  it('is a sheet at the lower edge of a phone, and follows what its keyboard leaves free', async () => {
    await page.viewport(360, 740);
    const real = Object.getOwnPropertyDescriptor(window, 'visualViewport')!;
    const view = Object.assign(new EventTarget(), { height: 740, offsetTop: 0, scale: 1 });
    Object.defineProperty(window, 'visualViewport', { value: view, configurable: true });
    try {
      mount();
      await open();
      await settled();
      expect(Math.round(panel().getBoundingClientRect().bottom)).toBe(740);
      box(/Message/)
        .element()
        .focus();
      Object.assign(view, { height: 400, offsetTop: 40 });
      view.dispatchEvent(new Event('resize'));
      const { top, bottom } = panel().getBoundingClientRect();
      expect(Math.round(bottom)).toBe(440);
      expect(top).toBeGreaterThanOrEqual(40);
      const field = box(/Message/)
        .element()
        .getBoundingClientRect();
      expect(field.top).toBeGreaterThanOrEqual(top);
      expect(field.bottom).toBeLessThanOrEqual(440);
      // Somebody magnifies the page: the dialog keeps still.
      Object.assign(view, { height: 200, scale: 2 });
      view.dispatchEvent(new Event('resize'));
      expect(Math.round(panel().getBoundingClientRect().bottom)).toBe(440);
    } finally {
      Object.defineProperty(window, 'visualViewport', real);
    }
  });

  it('moves nothing for those who want no motion, and goes at once', async () => {
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    mount();
    await open();
    expect(panel().getAnimations()).toEqual([]);
    await fill();
    await userEvent.click(dialog(), { position: { x: 5, y: 5 } });
    expect(panel().getAnimations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await wait(20);
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  it('keeps its edge and passes axe in forced colours and in the dark', async () => {
    await emulateMedia({ 'forced-colors': 'active' });
    mount();
    await open();
    await wait(300);
    expect(getComputedStyle(panel()).borderTopWidth).toBe('1px');
    expect(await check()).toEqual([]);
    await emulateMedia({ 'forced-colors': 'none' });
    document.documentElement.dataset['syTheme'] = 'dark';
    try {
      await userEvent.keyboard('{Escape}');
      await isClosed();
      await open();
      await wait(300);
      expect(getComputedStyle(dialog().element()).colorScheme).toBe('dark');
      expect(await check()).toEqual([]);
    } finally {
      delete document.documentElement.dataset['syTheme'];
    }
  });

  it('is spoken with its name, its sentence and its fields', async () => {
    mount({ description: 'Free of charge.' });
    await open();
    await virtual.start({ container: dialog().element() as HTMLElement });
    try {
      while ((await virtual.lastSpokenPhrase()) !== 'button, Send') await virtual.next();
      const log = await virtual.spokenPhraseLog();
      expect(log[0]).toBe('dialog, Talk to an adviser, Free of charge.');
      expect(log).toContain('heading, Talk to an adviser, level 2');
      expect(log).toContain('button, Close');
      expect(log.some((phrase) => /textbox, E-mail/.test(phrase))).toBe(true);
    } finally {
      await virtual.stop();
    }
  });

  it('speaks the words after a press beside it, and the thanks', async () => {
    mount();
    await open();
    await fill();
    await virtual.start({ container: document.body });
    try {
      await userEvent.click(dialog(), { position: { x: 5, y: 5 } });
      await vi.waitFor(async () =>
        expect((await virtual.spokenPhraseLog()).join()).toContain('polite: Still here, with what you wrote'),
      );
      await userEvent.click(button('Send'));
      await vi.waitFor(async () =>
        expect((await virtual.spokenPhraseLog()).join()).toContain('polite: Thank you! It has arrived.'),
      );
    } finally {
      await virtual.stop();
    }
  });

  it('opens in three commits at most, and makes none for a key', async () => {
    let commits = 0;
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Profiler id="page" onRender={() => commits++}>
          <ContactDialog
            id="talk"
            trigger="Contact us"
            title="Talk to an adviser"
            fallbackHref="#contact"
            fields={fields}
            onSubmit={() => {}}
          />
        </Profiler>
      </Provider>,
    );
    await userEvent.hover(trigger());
    await wait(400);
    commits = 0;
    await open();
    await wait(100);
    expect(commits).toBeGreaterThan(0);
    expect(commits).toBeLessThanOrEqual(3);
    await userEvent.type(box(/Message/), 'W');
    commits = 0;
    await userEvent.type(box(/Message/), 'hich plan fits?');
    expect(commits).toBe(0);
  });
});

// The last one: a policy cannot be taken back.
describe('under a strict Content-Security-Policy', () => {
  it('needs no style that the policy forbids, with a nonce or without', async () => {
    const violations: string[] = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) =>
      violations.push(`${violatedDirective} ${sourceFile}`),
    );
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'self'";
    document.head.append(policy);
    document.body.insertAdjacentHTML('beforeend', '<i style="color:red"></i>');
    await vi.waitFor(() => expect(violations).toHaveLength(1));
    document.body.lastElementChild?.remove();
    mount();
    await open();
    expect(getComputedStyle(document.documentElement).overflow).toBe('hidden');
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await answer();
    await isOpen();
    await wait(100);
    expect(violations).toHaveLength(1);
  });
});
