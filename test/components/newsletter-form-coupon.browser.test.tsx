import { act } from '@testing-library/react';
import { createRef } from 'react';
import type { NewsletterFormElement } from 'smallyes/newsletter-form';
import { expectEvents } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { answer, committed, mount, says, wait } from './newsletter-form.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const code = () => page.getByText('WELCOME10', { exact: true });
const coupon = { code: 'WELCOME10', description: '10 % off your first order', expires: '2999-12-24' };
const withCoupon = (more: object = {}) => ({
  onSubmit: () => ({ status: 'ok', coupon: { ...coupon, ...more } }) as const,
});

describe('the code', () => {
  it('is there after the yes alone, with its date, and in no event', async () => {
    const { recorder, container } = mount(withCoupon());
    expect(container.innerHTML).not.toContain('WELCOME10');
    await answer();
    await expect.element(page.getByRole('region', { name: '10 % off your first order' })).toBeVisible();
    await expect.element(code()).toBeVisible();
    await expect.element(page.getByText('Valid until December 24, 2999.')).toBeVisible();
    expectEvents(recorder, committed);
    expect(JSON.stringify(recorder.events)).not.toContain('WELCOME10');
    expect(JSON.stringify(localStorage)).not.toContain('WELCOME10');
    expect(await findings(container, ['region'])).toEqual([]);
  });

  it('is copied by a button that says so', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    mount(withCoupon());
    await answer();
    await userEvent.click(page.getByRole('button', { name: 'Copy' }));
    await says(/^Copied$/);
    expect(writeText).toHaveBeenCalledExactlyOnceWith('WELCOME10');
  });

  it.each(['refused', 'missing'])(
    'is selected where the clipboard is %s, and the visitor is told',
    async (why) => {
      if (why === 'refused')
        vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
          new DOMException('no', 'NotAllowedError'),
        );
      else vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
      mount(withCoupon());
      await answer();
      await userEvent.click(page.getByRole('button', { name: 'Copy' }));
      await says(/The code is selected/);
      expect(getSelection()?.toString()).toBe('WELCOME10');
    },
  );

  it('that has ended says so, and offers no copy', async () => {
    mount(withCoupon({ expires: '2020-01-31' }));
    await answer();
    await expect.element(page.getByText('It was valid until January 31, 2020.')).toBeVisible();
    expect(document.querySelector('.sy-newsletter-form-copy')).toBeNull();
  });

  it('that ends while the page stands open says so once the visitor is back', async () => {
    vi.useFakeTimers({ now: Date.parse('2046-12-24T16:00:00Z'), toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    mount(withCoupon({ expires: '2046-12-24T17:00:00Z' }));
    await answer();
    await expect.element(page.getByText(/^Valid until December 24, 2046/)).toBeVisible();
    vi.setSystemTime(Date.parse('2046-12-24T17:30:00Z'));
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(page.getByText(/^It was valid until December 24, 2046/)).toBeVisible();
    expect(document.querySelector('.sy-newsletter-form-copy')).toBeNull();
  });

  it('that ends at a moment says it in the time of the visitor', async () => {
    mount(withCoupon({ expires: '2999-12-24T18:00:00+01:00' }));
    await answer();
    const time = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(
      new Date('2999-12-24T17:00:00Z'),
    );
    const plain = (text: string | undefined) => text?.replace(/\u202f/g, ' ');
    await vi.waitFor(() =>
      expect(plain(document.querySelector('.sy-newsletter-form-end')?.textContent)).toContain(plain(time)),
    );
  });

  it.each(['tomorrow', '24.12.2999', '2999-12-24T18:00', '2999-13-45'])(
    'without a date that can be read (%s) has none, and the developer is told',
    async (expires) => {
      expectConsole('warn', 'SY-1433');
      mount(withCoupon({ expires }));
      await answer();
      await expect.element(code()).toBeVisible();
      expect(document.querySelector('.sy-newsletter-form-end')).toBeNull();
    },
  );

  it('that is none is not shown, and the developer is told', async () => {
    expectConsole('warn', 'SY-1433');
    mount(withCoupon({ code: ' ' }));
    await answer();
    await says(/You are subscribed/);
    await wait(50);
    expect(document.querySelector('.sy-newsletter-form-coupon')).toBeNull();
  });

  it('is not shown for an answer that asks for confirmation first, even if it comes along', async () => {
    mount({ onSubmit: () => ({ status: 'pending', coupon }) as const });
    await answer();
    await says(/One step left/);
    await wait(50);
    expect(document.body.innerHTML).not.toContain('WELCOME10');
  });

  it('is asked for once the visitor has confirmed, and not before', async () => {
    const ref = createRef<NewsletterFormElement>();
    const loadCoupon = vi.fn(async () => coupon);
    mount({ ref, loadCoupon, onSubmit: () => ({ status: 'pending' }) });
    await answer();
    await says(/One step left/);
    expect(loadCoupon).not.toHaveBeenCalled();
    act(() => ref.current?.confirm());
    await expect.element(code()).toBeVisible();
    act(() => ref.current?.confirm());
    expect(loadCoupon).toHaveBeenCalledTimes(1);
  });

  it('that did not arrive can be asked for again', async () => {
    expectConsole('warn', 'SY-1435');
    let isUp = false;
    mount({
      loadCoupon: () => {
        if (!isUp) throw new Error('offline');
        return coupon;
      },
    });
    await answer();
    await expect.element(page.getByText(/could not be fetched/)).toBeVisible();
    isUp = true;
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(code()).toBeVisible();
  });

  it('is waited for in words, and given up when the form goes', async () => {
    let signal: AbortSignal | undefined;
    const { unmount } = mount({
      loadCoupon: (context) => {
        signal = context.signal;
        return new Promise(() => {});
      },
    });
    await answer();
    await says(/Your code is on its way/);
    unmount();
    expect(signal?.aborted).toBe(true);
  });

  it('is none where the server has none', async () => {
    mount({ loadCoupon: async () => undefined });
    await answer();
    await says(/You are subscribed/);
    await wait(50);
    expect(document.body.textContent).not.toMatch(/code/i);
  });
});
