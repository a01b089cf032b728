import { act } from '@testing-library/react';
import { createRef } from 'react';
import { EmailField } from 'smallyes/fields';
import { LeadGate, type LeadGateElement } from 'smallyes/lead-gate';
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
  field,
  gate,
  get,
  link,
  mount,
  region,
  sent,
  wait,
} from './lead-gate.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  history.replaceState(null, '', location.href.split('#')[0]);
});

describeConformance('LeadGate', {
  component: 'lead-gate',
  render: (props) => <LeadGate {...basics} {...props} />,
  async commit() {
    await answer();
    await expect.element(link()).toBeVisible();
  },
  events: [gate('seen'), gate('started'), gate('committed')],
  vetoes: ['onClick'],
});

const committed = [gate('seen'), gate('started'), [gate('committed'), sent]] as const;

describe('the yes', () => {
  it.each([false, true])('is one, on a double click and Enter as well (StrictMode %s)', async (strict) => {
    const onSubmit = vi.fn(async () => {
      await wait(30);
      return { status: 'ok', grant: 'g1' } as const;
    });
    const { recorder } = mount({ onSubmit }, { strict });
    await userEvent.fill(field(), 'jana@shop.example');
    await userEvent.keyboard('{Enter}{Enter}');
    const press = document.querySelector<HTMLElement>('.sy-lead-gate button');
    press?.click();
    press?.click();
    await expect.element(link()).toBeVisible();
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expectEvents(recorder, committed);
  });

  it('carries the promise as it was shown, and nothing that was typed', async () => {
    const { recorder } = mount();
    await answer();
    await expect.element(link()).toBeVisible();
    const [yes] = recorder.commitments;
    expect(yes?.grade).toBe(2);
    expect(yes?.exchange).toEqual({ give: ['E-mail address'], get: [get] });
    expect([...document.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
      'E-mail address',
      get,
    ]);
    expect(JSON.stringify(recorder.events)).not.toMatch(/jana|shop\.example|g1/);
  });

  it('hands the values, and the wording of the box beside them, to onSubmit alone', async () => {
    const onSubmit = vi.fn(() => ({ status: 'ok' }) as const);
    const { recorder } = mount({
      onSubmit,
      consent: { label: 'One idea each month.', link: { label: 'How', href: '/privacy' } },
    });
    await expect.element(page.getByRole('checkbox')).not.toBeChecked();
    await expect.element(page.getByRole('checkbox')).not.toBeRequired();
    await answer();
    await expect.element(link()).toBeVisible();
    const [values, context] = onSubmit.mock.calls[0] as unknown as [object, { consents: object[] }];
    expect(values).toEqual({ email: 'jana@shop.example', marketing: false });
    expect(context.consents).toEqual([
      { name: 'marketing', given: false, wording: expect.stringContaining('One idea each month.') },
    ]);
    expectEvents(recorder, committed);
  });

  it('takes only addresses of domains that may be used', async () => {
    const { recorder } = mount({ denyDomains: ['mail.example'] });
    await answer('jana@mail.example');
    await expect.element(field()).toBeInvalid();
    expect(recorder.phases()).not.toContain(gate('committed'));
  });

  it('takes addresses of the domains that are allowed, and of no others', async () => {
    mount({ allowDomains: ['shop.example'] });
    await answer('jana@badshop.example');
    await expect.element(field()).toBeInvalid();
    await expect.element(page.getByText(/^Please use another e-mail address/)).toBeVisible();
    await answer('jana@mail.shop.example');
    await expect.element(link()).toBeVisible();
  });

  it('takes fields as elements, and fields of its own', async () => {
    const onSubmit = vi.fn(() => ({ status: 'ok' }) as const);
    mount({ onSubmit, form: <EmailField name="work" label="E-mail address" required /> });
    await answer();
    await expect.element(link()).toBeVisible();
    expect((onSubmit.mock.calls as unknown[][])[0]?.[0]).toEqual({ work: 'jana@shop.example' });
  });

  it('has its box beside fields that are elements', async () => {
    const onSubmit = vi.fn(() => ({ status: 'ok' }) as const);
    const form = <EmailField name="work" label="E-mail address" required />;
    mount({ onSubmit, form, consent: { label: 'One idea each month.' } });
    await userEvent.click(page.getByRole('checkbox', { name: /^One idea/ }));
    await answer();
    await expect.element(link()).toBeVisible();
    expect((onSubmit.mock.calls as unknown[][])[0]?.[0]).toEqual({
      work: 'jana@shop.example',
      marketing: true,
    });
  });

  it('is no second one for somebody whom the server knows', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already', grant: 'g1' }) });
    await answer();
    await expect.element(page.getByText('Welcome back! This is yours already.')).toBeVisible();
    expect(recorder.phases()).not.toContain(gate('committed'));
    await expect.element(link()).toHaveAttribute('href', '#open-g1');
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
    await expect.element(link()).toBeVisible();
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
    expectEvents(recorder, [
      gate('seen'),
      gate('started'),
      [gate('failed'), sent],
      [gate('committed'), sent],
    ]);
  });

  it('makes no render of the gate while the visitor types', async () => {
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

  it('begins anew after reset(), and forgets the unlock', async () => {
    const ref = createRef<LeadGateElement>();
    const { recorder } = mount({ ref });
    await answer();
    await expect.element(link()).toBeVisible();
    expect(localStorage.getItem('smallyes:gate:checklist')).toContain('g1');
    act(() => ref.current?.reset());
    await expect.element(field()).toHaveValue('');
    expect(localStorage.getItem('smallyes:gate:checklist')).toBe('');
    await answer();
    await expect.element(link()).toBeVisible();
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('delivery', () => {
  it('shows a link that has the focus, and navigates nowhere by itself', async () => {
    mount();
    await answer();
    await expect.element(link()).toHaveFocus();
    await expect.element(link()).toHaveAttribute('href', '#open-g1');
    await expect.element(page.getByRole('status').first()).toHaveTextContent('Thank you! It is yours now.');
    expect(location.hash).toBe('');
  });

  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x'])(
    'opens nothing at the address %s, and says so',
    async (href) => {
      expectConsole('warn', 'SY-110');
      mount({ href });
      await answer();
      await expect.element(page.getByText('Thank you! It is yours now.')).toBeVisible();
      expect(document.querySelector('.sy-lead-gate a')).toBeNull();
    },
  );

  it('brings content for the grant, with the focus at its start', async () => {
    const load = vi.fn(async (grant: string | undefined) => <p>The twelve points, for {grant}.</p>);
    mount({ load });
    await answer();
    await expect.element(region()).toHaveFocus();
    await expect.element(region()).toHaveTextContent('The twelve points, for g1.');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('does not take the focus from somebody who is elsewhere by then', async () => {
    let bring = (_: string) => {};
    const load = vi.fn(() => new Promise<string>((resolve) => (bring = resolve)));
    mount({ load });
    const other = document.body.appendChild(document.createElement('button'));
    await answer();
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    other.focus();
    bring('The twelve points.');
    await expect.element(region()).toBeVisible();
    expect(document.activeElement).toBe(other);
    other.remove();
  });

  it('keeps the access when it does not arrive, and brings it at the next try', async () => {
    expectConsole('warn', 'SY-803');
    let isUp = false;
    const { recorder } = mount({
      load: () => {
        if (!isUp) throw new Error('offline');
        return 'The twelve points.';
      },
    });
    await answer();
    await expect.element(page.getByText(/could not be opened right now/)).toBeVisible();
    isUp = true;
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(region()).toHaveTextContent('The twelve points.');
    expectEvents(recorder, committed);
  });

  it('goes back to the form when the server refuses the grant, with what was typed', async () => {
    const { recorder } = mount({ load: () => Promise.reject(new Response(null, { status: 403 })) });
    await answer();
    const ended = page.getByText(/^Your access has ended/);
    await expect.element(ended).toBeVisible();
    // A warning, and no step that is left as after a mail.
    const probe = document.createElement('i');
    probe.style.color = 'var(--sy-warning-text)';
    ended.element().append(probe);
    expect(getComputedStyle(ended.element()).color).toBe(getComputedStyle(probe).color);
    probe.remove();
    await expect.element(field()).toHaveValue('jana@shop.example');
    await expect.element(field()).toHaveFocus();
    expect(localStorage.getItem('smallyes:gate:checklist')).toBe('');
    expect(recorder.commitments).toHaveLength(1);
  });

  it('hears nothing of a loader after the gate has gone, and tells it to stop', async () => {
    let signal: AbortSignal | undefined;
    let fail = () => {};
    const { unmount } = mount({
      load: (_, context) => {
        signal = context.signal;
        return new Promise((_resolve, reject) => (fail = () => reject(new Error('too late'))));
      },
    });
    await answer();
    await vi.waitFor(() => expect(signal).toBeDefined());
    unmount();
    expect(signal?.aborted).toBe(true);
    fail();
    await wait(20);
  });

  it('asks a mailed link of an address once, waits before the next, and mends the address', async () => {
    const onSubmit = vi.fn(() => ({ status: 'pending' }) as const);
    const { recorder } = mount({ onSubmit });
    await answer();
    await expect
      .element(page.getByText('Almost there: open the link that we have just sent to jana@shop.example.'))
      .toBeVisible();
    // A step is left: no check as after a yes that is through.
    await expect
      .element(page.getByRole('status').filter({ hasText: /^Almost there/ }))
      .toHaveAttribute('data-tone', 'notice');
    const again = page.getByRole('button', { name: /^Send it again/ });
    await expect.element(again).toHaveAttribute('aria-disabled', 'true');
    await again.click({ force: true });
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expectEvents(recorder, committed);
    await userEvent.click(page.getByRole('button', { name: 'Use another address' }));
    await expect.element(field()).toHaveValue('jana@shop.example');
    await expect.element(field()).toHaveFocus();
  });
});

it('sends the mail once more after the wait, counts no second yes, and says when that did not work', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    let isUp = true;
    const onSubmit = vi.fn(() => ({ status: isUp ? 'pending' : 'failed' }) as const);
    const { recorder } = mount({ onSubmit });
    await answer();
    const again = page.getByRole('button', { name: 'Send it again', exact: true });
    const pass = async () => {
      await expect.element(page.getByRole('button', { name: 'Send it again in 30 seconds' })).toBeVisible();
      // It is painted first, and counts from then on.
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      act(() => void vi.advanceTimersByTime(29_000));
      await expect.element(page.getByRole('button', { name: 'Send it again in 1 second' })).toBeVisible();
      act(() => void vi.advanceTimersByTime(1_000));
      await userEvent.click(again);
    };
    await pass();
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(2));
    isUp = false;
    await pass();
    await expect.element(page.getByText(/^This was not sent/).last()).toBeVisible();
    await expect.element(page.getByText(/^Almost there/)).toBeVisible();
    isUp = true;
    await userEvent.click(page.getByRole('button', { name: 'Use another address' }));
    await answer('jana@other.example');
    await expect.element(page.getByText(/sent to jana@other\.example/)).toBeVisible();
    expect(onSubmit).toHaveBeenCalledTimes(4);
    expect(recorder.commitments).toHaveLength(1);
  } finally {
    vi.useRealTimers();
  }
});

it('leaves a plain post to the browser, and remembers no unlock that the server has not said', async () => {
  const submit = vi.spyOn(HTMLFormElement.prototype, 'requestSubmit').mockImplementation(() => {});
  const { recorder } = mount({ onSubmit: undefined, action: '/unlock' });
  await answer();
  await vi.waitFor(() => expect(submit).toHaveBeenCalledTimes(1));
  expect(recorder.commitments).toHaveLength(1);
  expect(localStorage.getItem('smallyes:gate:checklist')).toBeNull();
  await expect.element(link()).not.toBeInTheDocument();
});

it('does not hear a grant that comes after the visitor has begun anew', async () => {
  const settle: ((result: { status: 'ok'; grant: string }) => void)[] = [];
  const ref = createRef<LeadGateElement>();
  mount({ ref, onSubmit: () => new Promise((resolve) => void settle.push(resolve)) });
  await answer();
  await vi.waitFor(() => expect(settle).toHaveLength(1));
  act(() => ref.current?.reset());
  await answer();
  await vi.waitFor(() => expect(settle).toHaveLength(2));
  settle[0]?.({ status: 'ok', grant: 'late' });
  await wait(50);
  await expect.element(link()).not.toBeInTheDocument();
  settle[1]?.({ status: 'ok', grant: 'g2' });
  await expect.element(link()).toHaveAttribute('href', '#open-g2');
});

describe('a visitor who comes back', () => {
  const again = () => createRecorder({ keepMemory: true });

  it('finds it open, without a form, an event or a stolen focus', async () => {
    const first = mount();
    await answer();
    await expect.element(link()).toBeVisible();
    first.unmount();
    const { recorder } = mount({}, { recorder: again() });
    await expect.element(link()).toHaveAttribute('href', '#open-g1');
    await expect.element(field()).not.toBeInTheDocument();
    expect(document.activeElement).toBe(document.body);
    await wait(1_200);
    expectEvents(recorder, []);
  });

  it('is asked again once the days are over', async () => {
    const at = Date.now() - 31 * 86_400_000;
    const recorder = again();
    localStorage.setItem('smallyes:gate:checklist', JSON.stringify({ v: 1, at, grant: 'g1' }));
    mount({}, { recorder });
    await expect.element(page.getByText(/^Your access has ended/)).toBeVisible();
    await expect.element(field()).toBeVisible();
  });

  it('is asked again once the grant itself is over', async () => {
    const seconds = (offset: number) => Math.floor(Date.now() / 1_000 + offset).toString(36);
    const grant = `1.k.checklist.${seconds(-90_000)}.${seconds(-10)}.aaaaaaaaaaaaaaaaaaaaaA..sig`;
    const recorder = again();
    localStorage.setItem('smallyes:gate:checklist', JSON.stringify({ v: 1, at: Date.now(), grant }));
    mount({}, { recorder });
    await expect.element(page.getByText(/^Your access has ended/)).toBeVisible();
  });

  it.each(['', 'x', '{}', '[]', '{"v":1}', '{"v":2,"at":1}', 'null'])(
    'finds the form where storage holds %j',
    async (note) => {
      const recorder = again();
      localStorage.setItem('smallyes:gate:checklist', note);
      mount({}, { recorder });
      await wait(100);
      await expect.element(field()).toBeVisible();
    },
  );

  it('finds it open when another tab has unlocked it', async () => {
    mount();
    await expect.element(field()).toBeVisible();
    localStorage.setItem('smallyes:gate:checklist', JSON.stringify({ v: 1, at: Date.now(), grant: 'g2' }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'smallyes:gate:checklist' }));
    await expect.element(link()).toHaveAttribute('href', '#open-g2');
  });

  it('confirms the yes with the grant of a mailed link', async () => {
    const first = mount({ onSubmit: () => ({ status: 'pending' }) });
    await answer();
    await expect.element(page.getByText(/^Almost there/)).toBeVisible();
    first.unmount();
    const { recorder } = mount({ grant: 'mailed', load: () => 'The twelve points.' }, { recorder: again() });
    await expect.element(region()).toBeVisible();
    expect(recorder.phases().filter((line) => line.endsWith('confirmed'))).toHaveLength(1);
    expect(recorder.commitments).toEqual([]);
    expect(localStorage.getItem('smallyes:gate:checklist')).toContain('mailed');
  });

  it('writes nothing down until storage is allowed', async () => {
    const { Provider } = createRecorder();
    const { render } = await import('@testing-library/react');
    render(
      <Provider consent={{ functional: 'unknown' }}>
        <LeadGate {...basics} />
      </Provider>,
    );
    await answer();
    await expect.element(link()).toBeVisible();
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('is not led to a refusal by a link that has ended', async () => {
    const fetched = vi.spyOn(window, 'fetch').mockResolvedValue(new Response(null, { status: 403 }));
    const recorder = again();
    localStorage.setItem('smallyes:gate:checklist', JSON.stringify({ v: 1, at: Date.now(), grant: 'g1' }));
    mount({}, { recorder });
    await expect.element(link()).toBeVisible();
    await wait(200);
    await userEvent.click(link());
    await expect.element(page.getByText(/^Your access has ended/)).toBeVisible();
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'HEAD' });
    await expect.element(field()).toHaveFocus();
  });

  it('is not led to one either where the page has stood open until the grant ended', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const fetched = vi.spyOn(window, 'fetch').mockResolvedValue(new Response(null, { status: 410 }));
    const seconds = Math.floor(Date.now() / 1_000);
    // As `createGate` writes it: it lasts a day.
    const grant = `1.k.checklist.${seconds.toString(36)}.${(seconds + 86_400).toString(36)}.id..mac`;
    const went = vi.fn((event: Event) => event.preventDefault());
    mount({ onSubmit: () => ({ status: 'ok', grant }) });
    await answer();
    await expect.element(link()).toBeVisible();
    addEventListener('click', went);
    onTestFinished(() => removeEventListener('click', went));
    await userEvent.click(link());
    expect(fetched).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 2 * 86_400_000);
    await userEvent.click(link());
    await expect.element(page.getByText(/^Your access has ended/)).toBeVisible();
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

it.each([{ unlocked: true }, { grant: 'g1' }])(
  'lets the link of a gate that the server has opened go its own way, and loads nothing for it: %o',
  async (opened) => {
    const fetched = vi.spyOn(window, 'fetch');
    mount(opened);
    await expect.element(link()).toBeVisible();
    await wait(200);
    const went: boolean[] = [];
    const stay = (event: Event) => {
      went.push(!event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', stay);
    onTestFinished(() => removeEventListener('click', stay));
    await userEvent.click(link());
    expect(went).toEqual([true]);
    expect(fetched).not.toHaveBeenCalled();
  },
);

it.each(['ltr', 'rtl'])(
  'fits into 320 px (%s), with long words and everything that can stand there',
  async (dir) => {
    await page.viewport(320, 600);
    try {
      mount({
        dir,
        get: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenkatalog (PDF)',
        consent: { label: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, once a month.' },
        skippable: true,
      });
      const root = document.querySelector<HTMLElement>('.sy-lead-gate')!;
      const fits = () =>
        [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 321);
      expect(fits()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await answer();
      await expect.element(page.getByText('Thank you! It is yours now.')).toBeVisible();
      expect(fits()).toEqual([]);
    } finally {
      await page.viewport(800, 900);
    }
  },
);

describe('a no', () => {
  it('is dismissed, offers the smaller ask, and can be taken back', async () => {
    const { recorder } = mount({
      skippable: true,
      next: ({ phase }) => <p>Next after {phase}</p>,
    });
    await userEvent.click(page.getByRole('button', { name: 'No, thanks' }));
    await expect.element(page.getByText('Next after dismissed')).toBeVisible();
    expectEvents(recorder, [gate('seen'), gate('dismissed')]);
    await userEvent.click(page.getByRole('button', { name: 'Show it again' }));
    await answer();
    await expect.element(page.getByText('Next after committed')).toBeVisible();
  });

  it('is not offered where the gate is required', () => {
    mount();
    expect(page.getByRole('button', { name: 'No, thanks' }).elements()).toEqual([]);
  });
});
