import { render } from '@testing-library/react';
import { createRef } from 'react';
import { LeadGate, type LeadGateElement, type LeadGateProps } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { CommitmentProvider } from 'smallyes/provider';
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { z } from 'zod';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { answer, field, get, link, mount, wait } from './lead-gate.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const poll = <Poll id="hurdle" question="What holds your shop back?" options={['Traffic', 'Trust']} />;
const vote = () => userEvent.click(page.getByRole('radio', { name: 'Trust' }));
const failure = () => page.getByText(/^This could not be opened/);
const brokenKey: Partial<LeadGateProps> = {
  unlockBy: 'hurdle',
  onKey: () => Promise.reject(new Error('HTTP 503')),
};

it('says no more that another ask could not open it, once its own form has', async () => {
  expectConsole('warn', 'SY-804');
  render(
    <CommitmentProvider>
      {poll}
      <LeadGate
        id="report"
        get={get}
        href="#report"
        onSubmit={() => ({ status: 'ok', grant: 'g' })}
        {...brokenKey}
      />
    </CommitmentProvider>,
  );
  await vote();
  await expect.element(failure()).toBeVisible();
  await userEvent.fill(field(), 'jana@shop.example');
  await userEvent.click(page.getByRole('button', { name: 'Get it now' }));
  await expect.element(link()).toBeVisible();
  await expect.element(failure()).not.toBeInTheDocument();
});

it('forgets with reset() that another ask could not open it', async () => {
  expectConsole('warn', 'SY-804');
  const ref = createRef<LeadGateElement>();
  render(
    <CommitmentProvider>
      {poll}
      <LeadGate id="report" get={get} href="#report" ref={ref} {...brokenKey} />
    </CommitmentProvider>,
  );
  await vote();
  await expect.element(failure()).toBeVisible();
  ref.current?.reset();
  await expect.element(failure()).not.toBeInTheDocument();
});

it.each([{ grant: 'g0' }, { unlocked: true }] as const)(
  'stays reset when the visitor comes back to the window, whatever it came with: %o',
  async (props) => {
    const ref = createRef<LeadGateElement>();
    mount({ ...props, ref });
    await expect.element(link()).toBeVisible();
    ref.current?.reset();
    await expect.element(field()).toBeVisible();
    await userEvent.fill(field(), 'ja');
    dispatchEvent(new Event('focus'));
    await wait(50);
    await expect.element(field()).toBeVisible();
    await expect.element(field()).toHaveValue('ja');
    await answer();
    await expect.element(link()).toHaveAttribute('href', '#open-g1');
  },
);

/** What a page makes of an address. */
class Subscriber {
  readonly email: string;
  constructor(email: string) {
    this.email = email;
  }
  host() {
    return this.email.split('@')[1];
  }
}
const subscriber = z
  .object({ email: z.email().meta({ title: 'E-mail address' }) })
  .transform(({ email }) => new Subscriber(email));

it('hands on an object of a class that its schema makes', async () => {
  const onSubmit = vi.fn((_values: Subscriber) => ({ status: 'ok', grant: 'g' }) as const);
  render(<LeadGate id="report" get={get} href="#report" schema={subscriber} onSubmit={onSubmit} />, {
    wrapper: CommitmentProvider,
  });
  await answer();
  await expect.element(link()).toBeVisible();
  const [values] = onSubmit.mock.calls[0] ?? [];
  expect(values).toBeInstanceOf(Subscriber);
  expect(values?.host()).toBe('shop.example');
});

it('hands on the box beside the form with the values of a schema, which is not asked about it', async () => {
  const onSubmit = vi.fn((_values: object) => ({ status: 'ok', grant: 'g' }) as const);
  render(
    <LeadGate
      id="report"
      get={get}
      href="#report"
      schema={z.strictObject({ email: z.email().meta({ title: 'E-mail address' }) })}
      consent={{ label: 'Send me news' }}
      onSubmit={onSubmit}
    />,
    { wrapper: CommitmentProvider },
  );
  await userEvent.click(page.getByRole('checkbox', { name: 'Send me news' }));
  await answer();
  await expect.element(link()).toBeVisible();
  expect(onSubmit.mock.calls[0]?.[0]).toEqual({ email: 'jana@shop.example', marketing: true });
});

it.each([
  [
    'throws',
    () => {
      throw new Error('no such file');
    },
    'SY-803',
  ],
  ['gives nothing', () => null as unknown as string, undefined],
] as const)('thanks, and leads nowhere, when href %s', async (_, href, message) => {
  if (message) expectConsole('warn', message);
  mount({ href });
  await answer();
  await expect.element(page.getByText(/^Thank you/)).toBeVisible();
  await expect.element(link()).not.toBeInTheDocument();
});
