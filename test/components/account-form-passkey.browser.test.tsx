import { render } from '@testing-library/react';
import { createRef } from 'react';
import {
  AccountForm,
  type AccountFormElement,
  type AccountFormProps,
  type PasskeyRegistration,
} from 'smallyes/account-form';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/account-form.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { passkeyOptions, plugIn } from './account-form.support.ts';

const create = (phase: string): EventLine => `account-form.create ${phase}` as EventLine;
const yes = [create('seen'), create('started'), create('committed')];
const email = () => page.getByRole('textbox', { name: 'E-mail address' });
const button = () => page.getByRole('button', { name: /^(Create account|Try again)$/ });
const status = () => page.getByRole('status').first();
const says = (words: string) => expect.element(status()).toHaveTextContent(words);
const welcome = 'Welcome! Your account is ready.';

type Props = Partial<AccountFormProps<'passkey'>>;
let device: Awaited<ReturnType<typeof plugIn>>;

beforeEach(async () => {
  forgetMessages();
  device = await plugIn();
});
afterEach(() => device.unplug());

function mount(props: Props = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <AccountForm
          id="account"
          method="passkey"
          passkeyOptions={({ email }) => passkeyOptions(email)}
          onSubmit={() => ({ status: 'ok' })}
          {...props}
        />
      </recorder.Provider>,
    ),
  };
}

async function send() {
  await userEvent.fill(email(), 'jana@northwind.example');
  await userEvent.click(button());
}

/** What the device says in place of a passkey. */
function refuse(name: string) {
  return vi
    .spyOn(navigator.credentials, 'create')
    .mockRejectedValue(new DOMException('told by a test', name));
}

describe('a passkey', () => {
  it('is made by the device, goes to the server as JSON, and then counts', async () => {
    const got: PasskeyRegistration[] = [];
    const { recorder, container } = mount({
      async onSubmit({ passkey }) {
        if (passkey) got.push(passkey);
        return { status: 'ok' };
      },
    });
    await send();
    await says(welcome);
    const [passkey] = got;
    const client = JSON.parse(atob(passkey!.response.clientDataJSON.replace(/-/g, '+').replace(/_/g, '/')));
    expect(client).toMatchObject({
      type: 'webauthn.create',
      challenge: passkeyOptions('').challenge,
      origin: location.origin,
    });
    expect(passkey!.type).toBe('public-key');
    expect(await device.passkeys()).toHaveLength(1);
    expectEvents(recorder, [yes[0]!, yes[1]!, [create('committed'), { fields: ['email'] }]]);
    expect(await findings(container)).toEqual([]);
  });

  it('is made in a browser that reads and writes no JSON by itself, with the same bytes', async () => {
    const statics = PublicKeyCredential as unknown as Record<string, unknown>;
    const { parseCreationOptionsFromJSON: parse } = statics;
    const { toJSON } = PublicKeyCredential.prototype as unknown as Record<string, unknown>;
    const got: PasskeyRegistration[] = [];
    let own: PasskeyRegistration | undefined;
    const make = vi.spyOn(navigator.credentials, 'create');
    statics['parseCreationOptionsFromJSON'] = undefined;
    Object.assign(PublicKeyCredential.prototype, { toJSON: undefined });
    try {
      mount({
        passkeyOptions: ({ email }) => ({
          ...passkeyOptions(email),
          excludeCredentials: [{ id: '-_8', type: 'public-key' }],
        }),
        onSubmit: ({ passkey }) => void got.push(passkey!),
      });
      await send();
      await says('Thank you! It has arrived.');
      const given = make.mock.calls[0]![0]!.publicKey!;
      expect(new TextDecoder().decode(given.challenge as Uint8Array)).toBe('smallyes-test-challenge');
      expect([...(given.excludeCredentials![0]!.id as Uint8Array)]).toEqual([251, 255]);
      own = (toJSON as () => PasskeyRegistration).call(await make.mock.results[0]!.value);
    } finally {
      statics['parseCreationOptionsFromJSON'] = parse;
      Object.assign(PublicKeyCredential.prototype, { toJSON });
    }
    const { id, rawId, type, response } = own!;
    expect(got[0]).toMatchObject({ id, rawId, type });
    expect(got[0]!.response).toMatchObject({
      clientDataJSON: response.clientDataJSON,
      attestationObject: response.attestationObject,
    });
  });

  it.each(['NotAllowedError', 'AbortError'])(
    'that the visitor did not want (%s) is neither an error nor a yes, and can be tried again',
    async (name) => {
      const asked = refuse(name);
      const { recorder, container } = mount({ onSubmit: () => expect.fail('sent') });
      await send();
      await says('No passkey was made. You can try again whenever you like.');
      await expect.element(button()).toHaveTextContent('Create account');
      await expect.element(button()).toHaveFocus();
      await expect.element(email()).toHaveValue('jana@northwind.example');
      expect(container.querySelector('[data-for=form]')!.textContent).toBe('');
      expectEvents(recorder, yes.slice(0, 2));
      expect(await findings(container)).toEqual([]);
      await userEvent.click(button());
      await expect.poll(() => asked.mock.calls.length).toBe(2);
    },
  );

  it('that a person is not verified for is not made, by the real browser', async () => {
    await device.unplug();
    device = await plugIn(false);
    const { recorder } = mount({ onSubmit: () => expect.fail('sent') });
    await send();
    await says('No passkey was made. You can try again whenever you like.');
    expectEvents(recorder, yes.slice(0, 2));
  });

  it('that the device has already leads to signing in', async () => {
    let id = '';
    const first = mount({ onSubmit: ({ passkey }) => void (id = passkey!.id) });
    await send();
    await says('Thank you! It has arrived.');
    first.unmount();
    const { recorder } = mount({
      signInHref: '/sign-in',
      passkeyOptions: ({ email }) => ({
        ...passkeyOptions(email),
        excludeCredentials: [{ id, type: 'public-key' }],
      }),
    });
    await send();
    await says('This device has a passkey for us already. You can sign in with it.');
    await expect.element(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    expect(recorder.commitments).toEqual([]);
  });

  it('is not made twice when the server fails and the visitor tries again', async () => {
    const ids: string[] = [];
    let options = 0;
    const { recorder } = mount({
      passkeyOptions: ({ email }) => {
        options++;
        return passkeyOptions(email);
      },
      onSubmit({ passkey }) {
        ids.push(passkey!.id);
        return { status: ids.length === 1 ? 'failed' : 'ok' };
      },
    });
    await send();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await userEvent.click(button());
    await says(welcome);
    expect(ids[0]).toBe(ids[1]);
    expect(options).toBe(1);
    expect(await device.passkeys()).toHaveLength(1);
    expectEvents(recorder, [yes[0]!, yes[1]!, create('failed'), yes[2]!]);
  });

  it('is not asked for when the server refuses the address first', async () => {
    const asked = vi.spyOn(navigator.credentials, 'create');
    const { recorder } = mount({
      passkeyOptions: () => ({ status: 'invalid', errors: { email: 'Please use your own address.' } }),
    });
    await send();
    await expect.element(email()).toHaveAccessibleDescription(/Please use your own address\./);
    expect(asked).not.toHaveBeenCalled();
    expectEvents(recorder, [yes[0]!, yes[1]!, create('failed')]);
  });

  it.each([
    [
      'the browser refuses',
      { passkeyOptions: () => ({ ...passkeyOptions(''), rp: { name: 'x', id: 'y.example' } }) },
    ],
    ['its options do not come', { passkeyOptions: () => Promise.reject(new Error('offline')) }],
    ['its options are none', { passkeyOptions: () => ({}) as never }],
    ['its options are missing', { passkeyOptions: () => undefined as never }],
  ] satisfies [string, Props][])('that %s is a failure, and the developer is told', async (_, props) => {
    expectConsole('warn', 'SY-1446');
    const { recorder } = mount(props);
    await send();
    // The browser's own no takes its time where the machine is busy.
    await expect.element(page.getByRole('button', { name: 'Try again' }), { timeout: 12_000 }).toBeVisible();
    expectEvents(recorder, [yes[0]!, yes[1]!, create('failed')]);
  });

  it('is given up by a reset', async () => {
    const ref = createRef<AccountFormElement>();
    let signal: AbortSignal | undefined;
    vi.spyOn(navigator.credentials, 'create').mockImplementation((options) => {
      signal = options!.signal!;
      return new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)));
    });
    const { recorder } = mount({ ref, onSubmit: () => expect.fail('sent') });
    await send();
    await expect.poll(() => !!signal).toBe(true);
    ref.current!.reset();
    expect(signal!.aborted).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.element(email()).toHaveValue('');
    await says('');
    expectEvents(recorder, yes.slice(0, 2));
  });

  it('gives way to a link in a browser that has none', async () => {
    const there = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential')!;
    Reflect.deleteProperty(window, 'PublicKeyCredential');
    try {
      const got: unknown[] = [];
      const { recorder } = mount({
        onSubmit(values) {
          got.push(values);
          return { status: 'pending' };
        },
      });
      await expect.element(page.getByText(/This browser has no passkeys/)).toBeVisible();
      await send();
      await expect.poll(() => got).toEqual([{ email: 'jana@northwind.example', passkey: undefined }]);
      await expect.poll(() => recorder.phases()).toEqual(yes);
    } finally {
      Object.defineProperty(window, 'PublicKeyCredential', there);
    }
  });

  it('needs options, or the developer is told', () => {
    expectConsole('warn', 'SY-1446');
    mount({ passkeyOptions: undefined });
  });
});
