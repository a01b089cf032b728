import { act, render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { AccountForm, type AccountFormElement, type AccountFormProps } from 'smallyes/account-form';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/account-form.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';

const create = (phase: string): EventLine => `account-form.create ${phase}` as EventLine;
const key = 'smallyes:account-form:account';
const status = () => page.getByRole('status').first();
const says = (words: string) =>
  expect.element(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible();
const confirmed = 'Confirmed! Your account is ready.';
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

function mount(
  props: Partial<AccountFormProps<'link'>> = {},
  { isLater = false, isStrict = false }: { isLater?: boolean; isStrict?: boolean } = {},
) {
  const recorder = createRecorder({ keepMemory: isLater });
  const tree = (
    <recorder.Provider>
      <AccountForm id="account" method="link" onSubmit={() => ({ status: 'pending' })} {...props} />
    </recorder.Provider>
  );
  return { recorder, ...render(isStrict ? <StrictMode>{tree}</StrictMode> : tree) };
}

async function send() {
  await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'jana@northwind.example');
  await userEvent.click(page.getByRole('button', { name: 'Create account' }));
}

/** Asks for an account on one page, and leaves it. */
async function signUp() {
  let attempt = '';
  const { unmount } = mount({
    onSubmit: (_, context) => {
      attempt = context.attempt;
      return { status: 'pending' };
    },
  });
  await send();
  await says('One step left');
  unmount();
  return attempt;
}

describe('an account whose mail was confirmed', () => {
  it('tells so by its ref, once, in the attempt of the yes, and the focus follows', async () => {
    const ref = createRef<AccountFormElement>();
    const { recorder, container } = mount({ ref, next: () => <p>Your first order</p> });
    await send();
    await says('One step left');
    act(() => ref.current?.confirm());
    act(() => ref.current?.confirm());
    await says(confirmed);
    await expect.element(status()).toHaveFocus();
    await expect.element(page.getByText('Your first order')).toBeVisible();
    expect(container.firstElementChild?.getAttribute('data-stage')).toBe('created');
    expectEvents(recorder, [create('seen'), create('started'), create('committed'), create('confirmed')]);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(1);
    expect(await findings(container)).toEqual([]);
  });

  it.each([false, true])(
    'is counted once on the page behind the link, over reloads (StrictMode %s)',
    async (isStrict) => {
      const attempt = await signUp();
      const first = mount({ confirmed: true }, { isLater: true, isStrict });
      await says(confirmed);
      await vi.waitFor(() => expectEvents(first.recorder, [create('confirmed')]));
      expect(first.recorder.events[0]?.attempt).toBe(attempt);
      first.unmount();
      const second = mount({ confirmed: attempt }, { isLater: true, isStrict });
      await says(confirmed);
      await wait(50);
      expectEvents(second.recorder, []);
    },
  );

  it('is known on another device by the attempt in the address', async () => {
    const attempt = await signUp();
    localStorage.clear();
    history.replaceState(null, '', `?welcome=${attempt}`);
    const { recorder } = mount({ confirmParameter: 'welcome' }, { isLater: true });
    try {
      await says(confirmed);
      await vi.waitFor(() =>
        expect(recorder.events.find(({ phase }) => phase === 'confirmed')?.attempt).toBe(attempt),
      );
    } finally {
      history.replaceState(null, '', location.pathname);
    }
  });

  it('is heard of in the tab that waits, and not counted there as well', async () => {
    const { recorder } = mount();
    await send();
    await says('One step left');
    const note = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...note, isConfirmed: true }));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
    await says(confirmed);
    expectEvents(recorder, [create('seen'), create('started'), create('committed')]);
  });

  it('that nobody remembers is thanked, not counted, and the developer is told', async () => {
    expectConsole('warn', 'SY-1448');
    const { recorder } = mount({ confirmed: true });
    await says(confirmed);
    await wait(50);
    expectEvents(recorder, []);
  });

  it('leaves nothing behind that names the visitor, and nothing of an account that was there already', async () => {
    await signUp();
    expect(localStorage.getItem(key)).not.toContain('jana');
    localStorage.clear();
    mount({ onSubmit: () => ({ status: 'already' }) });
    await send();
    await says('One step left');
    expect(localStorage.getItem(key)).toBeNull();
  });
});
