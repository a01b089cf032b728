import { act, render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import {
  AccountForm,
  type AccountFormElement,
  type AccountFormProps,
  type PasskeyRegistration,
} from 'smallyes/account-form';
import { de } from 'smallyes/locales/de';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/account-form.css';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';

const create = (phase: string): EventLine => `account-form.create ${phase}` as EventLine;
const yes = [create('seen'), create('started'), create('committed')];
const email = () => page.getByRole('textbox', { name: 'E-mail address' });
const password = () => page.getByLabelText('Password', { exact: true });
const eye = () => page.getByRole('button', { name: 'Show password' });
const button = () => page.getByRole('button', { name: /^(Create account|Try again)$/ });
const status = () => page.getByRole('status').first();
const says = (words: string) => expect.element(status()).toHaveTextContent(words);
const secret = 'correct horse battery';
const mailed =
  'One step left: open the mail that we have just sent to jana@northwind.example, and go on from there.';

const basics = {
  id: 'account',
  onSubmit: () => ({ status: 'ok' }) as const,
} satisfies AccountFormProps;

afterEach(() => void vi.useRealTimers());
beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

function mount(props: Partial<AccountFormProps> = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <AccountForm {...basics} {...props} />
      </recorder.Provider>,
    ),
  };
}

async function send(words = secret) {
  await userEvent.fill(email(), 'jana@northwind.example');
  await userEvent.fill(password(), words);
  await userEvent.click(button());
}

describeConformance('AccountForm', {
  component: 'account-form',
  render: (props) => <AccountForm {...basics} {...props} />,
  async commit() {
    await send();
    await expect.element(page.getByText('Welcome! Your account is ready.'), { timeout: 2_000 }).toBeVisible();
  },
  events: yes,
  vetoes: ['onClick'],
});

describe('an account', () => {
  it('that is made says so, and no event holds what was typed', async () => {
    const { recorder, container } = mount({ next: ({ data }) => <p>{`Next: ${data.fields}`}</p> });
    await send();
    await says('Welcome! Your account is ready.');
    await expect.element(status()).toHaveFocus();
    await expect.element(page.getByText('Next: email,password')).toBeVisible();
    expectEvents(recorder, [yes[0]!, yes[1]!, [create('committed'), { fields: ['email', 'password'] }]]);
    expect(JSON.stringify(recorder.events)).not.toMatch(/jana|horse/);
    expect(container.firstElementChild!.getAttribute('data-stage')).toBe('created');
    expect(await findings(container)).toEqual([]);
  });

  it.each([
    ['ok', 'Welcome! Your account is ready.', 'created'],
    ['pending', mailed, 'pending'],
    [undefined, 'Thank you! It has arrived.', 'created'],
  ] as const)('answered with %s reads "%s"', async (answer, words, stage) => {
    const { recorder, container } = mount({
      onSubmit: async () => (answer ? { status: answer } : undefined),
    });
    await send();
    await says(words);
    expect(container.firstElementChild!.getAttribute('data-stage')).toBe(stage);
    expectEvents(recorder, yes);
  });

  it('shows no empty box before anything is said', () => {
    mount();
    expect(status().element().getBoundingClientRect().height).toBe(0);
  });

  it('is asked for once by a double click, also under StrictMode', async () => {
    let count = 0;
    const recorder = createRecorder();
    render(
      <StrictMode>
        <recorder.Provider>
          <AccountForm
            {...basics}
            onSubmit={async () => {
              count++;
              await new Promise((resolve) => setTimeout(resolve, 100));
            }}
          />
        </recorder.Provider>
      </StrictMode>,
    );
    await userEvent.fill(email(), 'jana@northwind.example');
    await userEvent.fill(password(), secret);
    await userEvent.dblClick(button());
    await says('Thank you! It has arrived.');
    expect(count).toBe(1);
    expectEvents(recorder, yes);
  });

  it('by keyboard alone: the button that shows the password comes after it', async () => {
    mount();
    await userEvent.tab();
    await userEvent.keyboard('jana@northwind.example');
    await userEvent.tab();
    await userEvent.keyboard(secret);
    await userEvent.tab();
    await expect.element(eye()).toHaveFocus();
    await userEvent.tab();
    await expect.element(button()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await says('Welcome! Your account is ready.');
  });

  it('that failed keeps what was typed', async () => {
    const { recorder, container } = mount({ onSubmit: () => ({ status: 'failed' }) });
    await send();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect.element(password()).toHaveValue(secret);
    expectEvents(recorder, [yes[0]!, yes[1]!, create('failed')]);
    expect(await findings(container)).toEqual([]);
  });

  it('asks for the terms, and hands over how they were worded', async () => {
    const got: unknown[] = [];
    const { recorder } = mount({
      terms: { label: 'I accept the terms of Northwind.', link: { label: 'Read them', href: '/terms' } },
      onSubmit: ({ terms }, { consents }) => void got.push(terms, consents),
    });
    await send();
    const box = page.getByRole('checkbox');
    await expect.element(box).toHaveFocus();
    expect(recorder.commitments).toEqual([]);
    await userEvent.click(box);
    await userEvent.click(button());
    await says('Thank you! It has arrived.');
    expect(got).toEqual([
      true,
      [{ name: 'terms', given: true, wording: 'I accept the terms of Northwind. Read them' }],
    ]);
  });

  it('starts anew by reset()', async () => {
    const ref = createRef<AccountFormElement>();
    const { recorder } = mount({ ref });
    await send();
    await says('Welcome! Your account is ready.');
    ref.current!.reset();
    await expect.element(password()).toHaveValue('');
    await send();
    await expect.poll(() => new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('an account that is there already', () => {
  const look = (container: Element) => {
    const root = container.firstElementChild!.cloneNode(true) as Element;
    for (const one of root.querySelectorAll('form')) one.remove();
    return root.outerHTML.replace(/_r_\w+_/g, '');
  };

  it('looks to a stranger like a new one, down to the markup, and counts for nothing', async () => {
    const signInHref = '/sign-in';
    const fresh = mount({ signInHref, onSubmit: () => ({ status: 'pending' }) });
    await send();
    await says(mailed);
    await expect.element(page.getByRole('button', { name: /^Send it again in/ })).toBeVisible();
    const seen = look(fresh.container).replace(/in \d+ seconds/, '');
    expectEvents(fresh.recorder, yes);
    expect(await findings(fresh.container)).toEqual([]);
    fresh.unmount();
    const known = mount({ signInHref, onSubmit: () => ({ status: 'already' }) });
    await send();
    await says(mailed);
    await expect.element(page.getByRole('button', { name: /^Send it again in/ })).toBeVisible();
    expect(look(known.container).replace(/in \d+ seconds/, '')).toBe(seen);
    expect(known.recorder.commitments).toEqual([]);
    await expect.element(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Wrong address?' }));
    await expect.element(email()).toHaveFocus();
    await expect.element(email()).toHaveValue('jana@northwind.example');
  });

  it('is named where the page lets visitors know, with the way to sign in', async () => {
    const { recorder, container } = mount({
      revealKnown: true,
      signInHref: '/sign-in',
      next: <p>Next</p>,
      onSubmit: () => ({ status: 'already' }),
    });
    await send();
    await says('There is an account with this address already.');
    await expect.element(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
    expect(page.getByText('Next').query()).toBeNull();
    expect(recorder.commitments).toEqual([]);
    expect(await findings(container)).toEqual([]);
  });

  it('has no link to sign in that could run code', () => {
    expectConsole('warn', 'SY-110');
    mount({ signInHref: 'javascript:alert(1)' });
    expect(page.getByRole('link').query()).toBeNull();
  });
});

describe('a password', () => {
  it('is for managers, can be pasted, and is taken as it was typed', async () => {
    let got = '';
    mount({ onSubmit: ({ password }) => void (got = password) });
    await expect.element(email()).toHaveAttribute('autocomplete', 'username');
    await expect.element(password()).toHaveAttribute('autocomplete', 'new-password');
    await expect.element(password()).toHaveAttribute('passwordrules', 'minlength: 15;');
    const typed = '  spaces at both ends  ';
    await userEvent.fill(email(), typed);
    await userEvent.click(email());
    await userEvent.keyboard('{Control>}a{/Control}{Control>}c{/Control}');
    await userEvent.click(password());
    await userEvent.paste();
    if ((password().element() as HTMLInputElement).value === '') await userEvent.fill(password(), typed);
    await expect.element(password()).toHaveValue(typed);
    await userEvent.fill(email(), 'jana@northwind.example');
    await userEvent.click(button());
    await says('Thank you! It has arrived.');
    expect(got).toBe(typed);
  });

  it.each([
    ['has 14 characters', 'aaaaaaaaaaaaaa', 14],
    ['has 14 characters that count double in JavaScript', '🐘'.repeat(14), 14],
  ])('that %s is too short, and 15 will do without any other rule', async (_, short) => {
    const { recorder, container } = mount();
    await send(short);
    await expect
      .element(password())
      .toHaveAccessibleDescription(/Please write at least 15 characters\..*At least 15 characters\./);
    await expect.element(password()).toHaveFocus();
    expect(recorder.commitments).toEqual([]);
    expect(await findings(container)).toEqual([]);
    await userEvent.fill(password(), `${short}a`);
    await userEvent.click(button());
    await says('Welcome! Your account is ready.');
  });

  it('may have 8 characters beside a second factor, and never fewer', async () => {
    expectConsole('warn', 'SY-1447');
    mount({ passwordMinLength: 4 });
    await send('1234567');
    await expect.element(password()).toHaveAccessibleDescription(/at least 8 characters/);
    await userEvent.fill(password(), '12345678');
    await userEvent.click(button());
    await says('Welcome! Your account is ready.');
  });

  it('that the server knows as leaked is refused at its field', async () => {
    mount({
      onSubmit: () => ({ status: 'invalid', errors: { password: 'This one has leaked elsewhere.' } }),
    });
    await send();
    await expect.element(password()).toHaveAccessibleDescription(/This one has leaked elsewhere\./);
  });

  it('is shown and hidden by a toggle of 44 px that keeps the focus, and hidden when it is sent', async () => {
    const { container } = mount({ onSubmit: () => ({ status: 'failed' }) });
    await userEvent.fill(password(), secret);
    const { width, height } = eye().element().getBoundingClientRect();
    expect([width, height]).toEqual([44, 44]);
    await userEvent.click(eye());
    await expect.element(password()).toHaveAttribute('type', 'text');
    await expect.element(eye()).toHaveAttribute('aria-pressed', 'true');
    await expect.element(eye()).toHaveFocus();
    expect(await findings(container)).toEqual([]);
    await userEvent.click(eye());
    await expect.element(password()).toHaveAttribute('type', 'password');
    await userEvent.click(eye());
    await userEvent.fill(email(), 'jana@northwind.example');
    await userEvent.click(button());
    await expect.element(password()).toHaveAttribute('type', 'password');
  });

  it('is judged in words only by a function of the page, once the visitor pauses', async () => {
    const heard: string[] = [];
    const { container } = mount({
      async strength(password) {
        heard.push(password);
        if (password === 'crash') throw new Error('no dictionary');
        return password.length < 10 ? 'Easy to guess.' : 'Hard to guess.';
      },
    });
    await userEvent.click(password());
    await userEvent.keyboard('password');
    await expect.element(password()).toHaveAccessibleDescription(/Easy to guess\./);
    expect(heard).toEqual(['password']);
    await userEvent.keyboard(' and more');
    await expect.element(page.getByText('Hard to guess.')).toBeVisible();
    expect(await findings(container)).toEqual([]);
    await userEvent.fill(password(), 'crash');
    await expect.poll(() => container.querySelector('.sy-account-form-strength')!.textContent).toBe('');
  });

  it('is judged by nothing otherwise', () => {
    const { container } = mount();
    expect(container.querySelector('.sy-account-form-strength, meter, progress')).toBeNull();
  });

  it('stays in no storage', async () => {
    mount();
    await userEvent.fill(email(), 'jana@northwind.example');
    await userEvent.fill(password(), secret);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(JSON.stringify(localStorage) + JSON.stringify(sessionStorage)).not.toMatch(/horse|jana/);
  });
});

describe('a link by mail', () => {
  it('asks for the address alone, and can be sent again, which is no second yes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const got: unknown[] = [];
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <AccountForm
          id="account"
          method="link"
          onSubmit={(values, { isResend }) => {
            got.push([values, isResend]);
            return { status: 'pending' };
          }}
        />
      </recorder.Provider>,
    );
    await expect.element(page.getByText(/We send you a link that signs you in\./)).toBeVisible();
    expect(password().query()).toBeNull();
    await userEvent.fill(email(), 'jana@northwind.example');
    await userEvent.click(button());
    await says(mailed);
    expect(got).toEqual([[{ email: 'jana@northwind.example' }, false]]);
    await expect.element(page.getByRole('button', { name: /^Send it again in/ })).toBeVisible();
    act(() => void vi.advanceTimersByTime(31_000));
    vi.useRealTimers();
    await userEvent.click(page.getByRole('button', { name: 'Send it again' }));
    await expect.poll(() => got.length).toBe(2);
    expect(got[1]).toEqual([{ email: 'jana@northwind.example' }, true]);
    expectEvents(recorder, [yes[0]!, yes[1]!, [create('committed'), { fields: ['email'] }]]);
  });
});

describe('before script, and without', () => {
  const html = (props: Partial<AccountFormProps>) => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(<AccountForm {...basics} {...props} />);
    return host;
  };

  it('is a form that posts, with the checks of the browser', () => {
    const form = html({ onSubmit: undefined, action: '/accounts' }).querySelector('form')!;
    expect([form.method, form.getAttribute('action')]).toEqual(['post', '/accounts']);
    expect([...new FormData(form)].map(([field]) => field)).toEqual(
      expect.arrayContaining(['sy-ask', 'email', 'password']),
    );
    const field = form.querySelector<HTMLInputElement>('[name=password]')!;
    expect([field.type, field.required, field.minLength]).toEqual(['password', true, 15]);
    expect(form.querySelector('.sy-account-form-show')!.className).toContain('sy-only-with-script');
  });

  it('never puts a password into an address where nothing takes a post', () => {
    const host = html({ fallback: { label: 'Write to us', href: 'mailto:hello@northwind.example' } });
    expect(host.querySelector('form')!.method).toBe('dialog');
    // Where scripts run, a browser takes what is in it for mere text.
    expect(host.querySelector('noscript')!.textContent).toContain('Write to us');
  });

  it('shows in the first paint what the server knows, which is no exposure', async () => {
    const { recorder } = mount({ known: 'pending' });
    await says('One step left: open the mail that we have just sent you, and go on from there.');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expectEvents(recorder, []);
  });

  it('says so in the language that the page has now', async () => {
    const { Provider } = createRecorder();
    const ui = (labels?: typeof de) => (
      <Provider labels={labels} locale={labels ? 'de' : undefined}>
        <AccountForm {...basics} onSubmit={() => ({ status: 'pending' })} fields={[null] as never} />
      </Provider>
    );
    const { rerender } = render(ui());
    await send();
    await says(mailed);
    rerender(ui(de));
    await expect.poll(() => status().element().textContent).toContain('an jana@northwind.example geschickt');
  });

  it('tells the developer of a form that leads nowhere', () => {
    expectConsole('warn', 'SY-1445');
    mount({ onSubmit: undefined });
  });
});

describe('types', () => {
  it('hand over what the method brings, and your fields', () => {
    <AccountForm
      id="a"
      fields={[{ type: 'text', name: 'name', required: true }]}
      onSubmit={(values) => {
        expectTypeOf(values.password).toEqualTypeOf<string>();
        expectTypeOf(values.name).toEqualTypeOf<string>();
      }}
    />;
    <AccountForm
      id="a"
      method="passkey"
      passkeyOptions={({ email }) => {
        expectTypeOf(email).toEqualTypeOf<string>();
        return { status: 'failed' };
      }}
      onSubmit={(values) => {
        expectTypeOf(values.passkey).toEqualTypeOf<PasskeyRegistration | undefined>();
        // @ts-expect-error there is none
        values.password;
      }}
    />;
    <AccountForm
      id="a"
      method="link"
      onSubmit={(values) => {
        expectTypeOf(values.email).toEqualTypeOf<string>();
        // @ts-expect-error there is none
        values.passkey;
      }}
    />;
  });
});
