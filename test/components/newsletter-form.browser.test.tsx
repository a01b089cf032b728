import { act, render } from '@testing-library/react';
import { createRef } from 'react';
import { de } from 'smallyes/locales/de';
import {
  type NewsletterContext,
  NewsletterForm,
  type NewsletterFormElement,
  type NewsletterFormProps,
} from 'smallyes/newsletter-form';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import {
  answer,
  basics,
  button,
  committed,
  field,
  key,
  letter,
  mount,
  says,
  sent,
  status,
  wait,
} from './newsletter-form.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  history.replaceState(null, '', location.href.split(/[#?]/)[0]);
});

describeConformance('NewsletterForm', {
  component: 'newsletter-form',
  render: (props) => <NewsletterForm {...basics} {...props} />,
  async commit() {
    await answer();
    await says(/Thank you! You are subscribed\./);
  },
  events: [letter('seen'), letter('started'), letter('committed')],
  vetoes: ['onClick'],
});

describe('the yes', () => {
  it.each([false, true])('is one, on a double click and Enter as well (StrictMode %s)', async (strict) => {
    const onSubmit = vi.fn(async () => {
      await wait(30);
      return { status: 'ok' } as const;
    });
    const { recorder } = mount({ onSubmit }, { strict });
    await userEvent.fill(field(), 'jana@shop.example');
    await userEvent.keyboard('{Enter}{Enter}');
    const press = document.querySelector<HTMLElement>('.sy-newsletter-form button');
    press?.click();
    press?.click();
    await says(/You are subscribed/);
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expectEvents(recorder, committed);
  });

  it('can be given by keyboard alone, and the focus follows to the words about it', async () => {
    mount();
    await userEvent.keyboard('{Tab}');
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('jana@shop.example{Tab}');
    await expect.element(button()).toHaveFocus();
    await userEvent.keyboard(' ');
    await says(/You are subscribed/);
    await expect.element(status()).toHaveFocus();
  });

  it('claims no subscription when the server says nothing', async () => {
    const { recorder } = mount({ onSubmit: async () => {} });
    await answer();
    await says(/Thank you! Your sign-up has arrived\./);
    expect(document.body.textContent).not.toMatch(/subscribed/i);
    expectEvents(recorder, committed);
  });

  it('thanks in the language that the page has now', async () => {
    const { Provider } = createRecorder();
    const ui = (labels?: typeof de) => (
      <Provider labels={labels} locale={labels ? 'de' : undefined}>
        <NewsletterForm {...basics} />
      </Provider>
    );
    const { rerender } = render(ui());
    await answer();
    await says(/You are subscribed/);
    rerender(ui(de));
    await says(/Vielen Dank/);
  });

  it('is no second one for an address that is on the list already', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already' }) });
    await answer();
    await says(/This address is on the list already\./);
    expect(recorder.phases()).not.toContain(letter('committed'));
    window.dispatchEvent(new Event('pagehide'));
    expect(recorder.phases()).not.toContain(letter('abandoned'));
  });

  it('failed when the server does not take it: what was typed stays, and the same key goes with the next try', async () => {
    const keys: string[] = [];
    let isUp = false;
    const { recorder } = mount({
      onSubmit: (_, { idempotencyKey }) => {
        keys.push(idempotencyKey);
        return isUp ? { status: 'ok' } : { status: 'failed' };
      },
    });
    await answer();
    await expect.element(page.getByText(/^This was not sent/)).toBeVisible();
    await expect.element(field()).toHaveValue('jana@shop.example');
    isUp = true;
    await userEvent.click(button());
    await says(/You are subscribed/);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expectEvents(recorder, [
      letter('seen'),
      letter('started'),
      [letter('failed'), sent],
      [letter('committed'), sent],
    ]);
  });

  it('asks for an address that is one', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({ onSubmit });
    await answer('jana@');
    await expect.element(field()).toBeInvalid();
    await expect.element(field()).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(recorder.phases()).toEqual([letter('seen'), letter('started')]);
  });

  it('hands choices, wording, signals and origin to onSubmit, and none of it to events', async () => {
    history.replaceState(null, '', '?utm_source=letter-swap&utm_campaign=autumn&secret=1');
    const onSubmit = vi.fn((_: unknown, _context: NewsletterContext) => ({ status: 'ok' }) as const);
    const { recorder } = mount({
      onSubmit,
      topics: ['Prices', { value: 'trust', label: 'Trust and reviews' }],
      frequencies: ['Weekly', 'Monthly'],
      consent: { label: 'Also send me offers.', link: { label: 'How', href: '/privacy' } },
    });
    await expect.element(page.getByRole('checkbox', { name: /offers/ })).not.toBeChecked();
    await userEvent.click(page.getByRole('checkbox', { name: 'Trust and reviews' }));
    await userEvent.click(page.getByRole('radio', { name: 'Monthly' }));
    await answer();
    await says(/You are subscribed/);
    const [values, context] = onSubmit.mock.calls[0] ?? [];
    expect(values).toEqual({
      email: 'jana@shop.example',
      topics: ['trust'],
      frequency: 'Monthly',
      marketing: false,
    });
    expect(context?.consents).toEqual([
      { name: 'marketing', given: false, wording: expect.stringContaining('Also send me offers.') },
    ]);
    expect(context?.signals).toEqual({ isTrapFilled: false, elapsed: expect.any(Number) });
    expect(context?.signals.elapsed).toBeGreaterThan(0);
    const touch = { utm_source: 'letter-swap', utm_campaign: 'autumn' };
    expect(context?.origin).toEqual({ page: location.pathname, campaign: { first: touch, last: touch } });
    expect(context?.attempt).toBe(recorder.events[0]?.attempt);
    expect(context?.isResend).toBe(false);
    expect(JSON.stringify(recorder.events)).not.toMatch(/jana|trust|Monthly|secret/);
    expect(recorder.commitments[0]?.data).toEqual({ fields: ['email', 'topics', 'frequency'] });
  });

  it('knows the page of the first visit on a later one', async () => {
    const here = location.pathname;
    const pages: (string | undefined)[] = [];
    const onSubmit = (_: unknown, { origin }: NewsletterContext) => {
      pages.push(origin.page);
      return { status: 'ok' } as const;
    };
    try {
      history.replaceState(null, '', '/guides/first-grinder?mail=jana@shop.example');
      const first = mount({ onSubmit });
      await answer();
      await says(/You are subscribed/);
      first.unmount();
      history.replaceState(null, '', '/prices');
      mount({ onSubmit }, { recorder: createRecorder({ keepMemory: true }) });
      await answer();
      await says(/You are subscribed/);
      expect(pages).toEqual(['/guides/first-grinder', '/guides/first-grinder']);
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('tells of a trap that was filled in, and refuses nobody for it', async () => {
    const onSubmit = vi.fn((_: unknown, _context: NewsletterContext) => ({ status: 'ok' }) as const);
    mount({ onSubmit });
    const trap = document.querySelector<HTMLInputElement>('input[tabindex="-1"]');
    if (trap) trap.value = 'https://bot.example';
    await answer();
    await says(/You are subscribed/);
    expect(onSubmit.mock.calls[0]?.[1].signals.isTrapFilled).toBe(true);
  });

  it('says that nothing takes it, when nothing does', () => {
    expectConsole('warn', 'SY-1432');
    mount({ onSubmit: undefined });
  });

  it('makes no render while the visitor types', async () => {
    let renders = 0;
    mount({
      render: (props) => {
        renders++;
        return <div {...props} />;
      },
    });
    await userEvent.click(field());
    await userEvent.keyboard('j');
    await wait(200);
    renders = 0;
    await userEvent.keyboard('ana@shop.example');
    expect(renders).toBe(0);
  });

  it('can be declined, and taken up again', async () => {
    const { recorder } = mount({
      skippable: true,
      next: ({ phase }) => <p>next after {phase}</p>,
    });
    await userEvent.fill(field(), 'jana@');
    await userEvent.click(page.getByRole('button', { name: 'No, thanks' }));
    await expect.element(page.getByText('next after dismissed')).toBeVisible();
    expectEvents(recorder, [letter('seen'), letter('started'), letter('dismissed')]);
    await userEvent.click(page.getByRole('button', { name: 'Show it again' }));
    await expect.element(field()).toHaveValue('jana@');
    await expect.element(field()).toHaveFocus();
  });

  it('begins anew after reset()', async () => {
    const ref = createRef<NewsletterFormElement>();
    const { recorder } = mount({ ref, onSubmit: () => ({ status: 'pending' }) });
    await answer();
    await says(/One step left/);
    expect(localStorage.getItem(key)).toContain(recorder.events[0]?.attempt);
    act(() => ref.current?.reset());
    await expect.element(field()).toHaveValue('');
    expect(localStorage.getItem(key)).toBe('');
    await answer();
    await says(/One step left/);
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('while it is to be confirmed', () => {
  const pending = () => ({ status: 'pending' }) as const;

  it('says so, and never that anybody is subscribed', async () => {
    const { recorder } = mount({ onSubmit: pending, reward: <p>the reward</p>, next: <p>the next ask</p> });
    await answer();
    await says(/One step left: confirm by the link that we have just sent to jana@shop\.example\./);
    await expect.element(status()).toHaveFocus();
    expect(document.body.textContent).not.toMatch(/subscribed|the reward|the next ask/i);
    expectEvents(recorder, committed);
    // An open page hides: nobody has abandoned anything.
    window.dispatchEvent(new Event('pagehide'));
    expectEvents(recorder, committed);
  });

  it('goes back to a wrong address, with the text kept, and counts the mended one as the same yes', async () => {
    const onSubmit = vi.fn((_: unknown, _context: NewsletterContext) => ({ status: 'pending' }) as const);
    const { recorder } = mount({ onSubmit });
    await answer('jana@shop.exampel');
    await userEvent.click(page.getByRole('button', { name: 'Wrong address?' }));
    await expect.element(field()).toHaveValue('jana@shop.exampel');
    await expect.element(field()).toHaveFocus();
    await answer();
    await says(/jana@shop\.example\./);
    expect(onSubmit.mock.calls.map(([, { isResend }]) => isResend)).toEqual([false, false]);
    expectEvents(recorder, committed);
  });

  it('sends the mail once more after a wait that is shown', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const answers = ['pending', 'failed', 'pending', 'already'] as const;
      const onSubmit = vi.fn(
        (_: unknown, _context: NewsletterContext) =>
          ({ status: answers[onSubmit.mock.calls.length - 1]! }) as const,
      );
      const { recorder } = mount({ onSubmit, resendAfter: 20 });
      await answer();
      const again = page.getByRole('button', { name: 'Send it again', exact: true });
      const pass = async () => {
        await expect
          .element(page.getByRole('button', { name: 'Send it again in 20 seconds' }))
          .toHaveAttribute('aria-disabled', 'true');
        await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
        await page.getByRole('button', { name: 'Send it again in 20 seconds' }).click({ force: true });
        act(() => void vi.advanceTimersByTime(19_000));
        await expect.element(page.getByRole('button', { name: 'Send it again in 1 second' })).toBeVisible();
        act(() => void vi.advanceTimersByTime(1_000));
        await userEvent.click(again);
      };
      await pass();
      await expect.element(page.getByText(/^This was not sent/).last()).toBeVisible();
      await says(/One step left/);
      // One that failed costs no wait.
      await userEvent.click(again);
      await says(/Sent once more, to jana@shop\.example\./);
      await pass();
      // It was confirmed in the meantime, and the server knows.
      await says(/Confirmed! You are subscribed\./);
      expect(onSubmit.mock.calls.map(([, { isResend }]) => isResend)).toEqual([false, true, true, true]);
      expectEvents(recorder, [...committed, [letter('failed'), sent], letter('confirmed')]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits by the clock: a phone stops the page while the visitor looks for the mail elsewhere', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    onTestFinished(() => void vi.useRealTimers());
    mount({ onSubmit: pending });
    await answer();
    await expect.element(page.getByRole('button', { name: 'Send it again in 30 seconds' })).toBeVisible();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    vi.setSystemTime(Date.now() + 20_000);
    act(() => void vi.advanceTimersByTime(1_000));
    await expect.element(page.getByRole('button', { name: 'Send it again in 9 seconds' })).toBeVisible();
    vi.setSystemTime(Date.now() + 3_600_000);
    act(() => void vi.advanceTimersByTime(1_000));
    await expect.element(page.getByRole('button', { name: 'Send it again', exact: true })).toBeVisible();
  });

  it('is confirmed through the ref, once, in the same attempt', async () => {
    const ref = createRef<NewsletterFormElement>();
    const { recorder } = mount({ ref, onSubmit: pending, next: <p>the next ask</p> });
    await answer();
    await says(/One step left/);
    // It goes with the mail that is waited for.
    (page.getByRole('button', { name: /^Send it again/ }).element() as HTMLElement).focus();
    act(() => ref.current?.confirm());
    act(() => ref.current?.confirm());
    await says(/Confirmed! You are subscribed\./);
    await expect.element(status()).toHaveFocus();
    await expect.element(page.getByText('the next ask')).toBeVisible();
    expectEvents(recorder, [...committed, letter('confirmed')]);
    const [seen, , yes, confirmed] = recorder.events;
    expect(confirmed?.attempt).toBe(seen?.attempt);
    expect(confirmed?.id).not.toBe(yes?.id);
  });

  it('hears of a confirmation in another tab, and does not count it here as well', async () => {
    const { recorder } = mount({ onSubmit: pending });
    await answer();
    await says(/One step left/);
    const note = JSON.parse(localStorage.getItem(key) ?? '');
    localStorage.setItem(key, JSON.stringify({ ...note, isConfirmed: true }));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
    await says(/Confirmed! You are subscribed\./);
    expectEvents(recorder, committed);
  });
});

describe('on the page behind the link', () => {
  /** Signs up on one page, and leaves it. */
  async function signUp() {
    let attempt = '';
    const { unmount } = mount({
      onSubmit: (_, context) => {
        attempt = context.attempt;
        return { status: 'pending' };
      },
    });
    await answer();
    await says(/One step left/);
    unmount();
    return attempt;
  }

  /** A later page in the same browser. */
  const later = (props: Partial<NewsletterFormProps>, strict?: boolean) =>
    mount(props, { strict: !!strict, recorder: createRecorder({ keepMemory: true }) });

  it.each([false, true])(
    'confirms the attempt that this browser remembers, once over reloads (StrictMode %s)',
    async (strict) => {
      const attempt = await signUp();
      const first = later({ confirmed: true }, strict);
      await says(/Confirmed! You are subscribed\./);
      await vi.waitFor(() => expectEvents(first.recorder, [letter('confirmed')]));
      expect(first.recorder.events[0]?.attempt).toBe(attempt);
      first.unmount();
      const second = later({ confirmed: true }, strict);
      await wait(50);
      await says(/Confirmed! You are subscribed\./);
      expectEvents(second.recorder, []);
      second.unmount();
      // Nor by the link itself, which a visitor may open twice.
      const third = later({ confirmed: attempt }, strict);
      await wait(50);
      expectEvents(third.recorder, []);
    },
  );

  it('confirms on another device by the attempt that the link carries', async () => {
    const attempt = await signUp();
    localStorage.clear();
    const { recorder } = later({ confirmed: attempt });
    await vi.waitFor(() => expectEvents(recorder, [letter('confirmed')]));
    expect(recorder.events[0]?.attempt).toBe(attempt);
  });

  it.each([true, 'yes', '01a2021f-23c7-41ba-bdf0-ac11a56dec4d', '<script>'])(
    'thanks, counts nothing and tells the developer, where nobody knows the attempt (%j)',
    async (confirmed) => {
      expectConsole('warn', 'SY-1431');
      const { recorder } = later({ confirmed });
      await says(/Confirmed! You are subscribed\./);
      await wait(50);
      expectEvents(recorder, []);
    },
  );

  it('waits for the visitor to allow the memory that knows the attempt', async () => {
    expectConsole('warn', 'SY-1431');
    const attempt = await signUp();
    const recorder = createRecorder({ keepMemory: true });
    const ui = (functional: boolean | undefined) => (
      <recorder.Provider consent={{ functional }}>
        <NewsletterForm {...basics} confirmed />
      </recorder.Provider>
    );
    const { rerender } = render(ui(undefined));
    await says(/Confirmed! You are subscribed\./);
    await wait(50);
    expectEvents(recorder, []);
    rerender(ui(true));
    await vi.waitFor(() => expectEvents(recorder, [letter('confirmed')]));
    expect(recorder.events[0]?.attempt).toBe(attempt);
  });

  it('stores nothing where the visitor allows no storage', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider consent={{ functional: false }}>
        <NewsletterForm {...basics} onSubmit={() => ({ status: 'pending' })} />
      </recorder.Provider>,
    );
    await answer();
    await says(/One step left/);
    expect(localStorage.length).toBe(0);
  });

  it.each(['{', '{"v":2,"attempt":"x"}', 'null', '{"v":1,"attempt":7}'])(
    'takes a note that is none for nothing (%s)',
    async (note) => {
      expectConsole('warn', 'SY-1431');
      localStorage.setItem(key, note);
      const { recorder } = later({ confirmed: true });
      await says(/Confirmed!/);
      await wait(50);
      expectEvents(recorder, []);
    },
  );

  it('reads the parameter that it is told to, and no other', async () => {
    const attempt = await signUp();
    history.replaceState(null, '', `?confirmed=${attempt}`);
    const without = later({});
    await wait(50);
    await expect.element(field()).toBeVisible();
    without.unmount();
    const { recorder } = later({ confirmParameter: 'confirmed' });
    await says(/Confirmed! You are subscribed\./);
    expect(recorder.phases()).toContain(letter('confirmed'));
    expect(recorder.events.find(({ phase }) => phase === 'confirmed')?.attempt).toBe(attempt);
  });

  it('does not confirm by itself what is signed up for after a reset', async () => {
    await signUp();
    const ref = createRef<NewsletterFormElement>();
    const { recorder } = later({ ref, confirmed: true, onSubmit: () => ({ status: 'pending' }) });
    await vi.waitFor(() => expectEvents(recorder, [letter('confirmed')]));
    act(() => ref.current?.reset());
    await answer('other@shop.example');
    await says(/One step left/);
    // What makes it look again: another tab, or the visitor who comes back to this one.
    act(() => void window.dispatchEvent(new Event('focus')));
    await wait(50);
    await says(/One step left/);
    expect(recorder.phases().filter((line) => line === letter('confirmed'))).toHaveLength(1);
  });
});
