import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/callback-request.css';
import { render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import {
  CallbackRequest,
  type CallbackRequestProps,
  type CallbackResult,
  type CallbackValues,
} from 'smallyes/callback-request';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as Part from '../../src/components/callback-request/call-part.ts';

/** A network that brings the code of the times when the test says so. */
const network = vi.hoisted(() => ({
  part: undefined as typeof Part | undefined,
  calls: 0,
  arrive: () => {},
  fail: () => {},
  promise: Promise.resolve() as Promise<void> & { status?: string },
}));
vi.mock('../../src/components/callback-request/call-times-later.ts', () => {
  const load = () => {
    network.calls++;
    return network.promise;
  };
  return { times: { get: () => network.part, load, again: load } };
});
const part = await import('../../src/components/callback-request/call-part.ts');

const basics = {
  id: 'call-me',
  country: 'DE',
  now: Date.parse('2046-01-15T07:00:00Z'),
  windows: { timeZone: 'Europe/Berlin', hours: { 1: [{ from: '10:00', to: '12:00' }] } },
} satisfies CallbackRequestProps;

const monday10 = 'Monday, January 15, 10:00 – 11:00 AM';
const box = (name = monday10) => page.getByRole('checkbox', { name });
const phone = () => page.getByRole('textbox', { name: 'Phone number' });
const button = (name = 'Call me back') => page.getByRole('button', { name });
/** React comes alive where the browser is idle, which a busy machine seldom is. */
const patience = { timeout: 12_000 };
const isAlive = (element: Element | null) =>
  Object.keys(element ?? {}).some((key) => key.startsWith('__reactFiber'));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function forget() {
  network.part = undefined;
  network.promise = new Promise((resolve) => {
    network.fail = () => {
      network.promise.status = 'fulfilled';
      resolve();
    };
    network.arrive = () => {
      network.part = part;
      network.fail();
    };
  });
}

beforeEach(async () => {
  // Where no request stands: a pointer left over one would ask for its code.
  await userEvent.hover(document.documentElement, { position: { x: 790, y: 890 } });
  network.calls = 0;
  forget();
});

/** The page as a server sends it, alive around the times; in the browser nothing of them is there yet. */
async function serve(props: Partial<CallbackRequestProps> = {}) {
  const { Provider } = createRecorder();
  const tree = (more: Partial<CallbackRequestProps> = {}) => (
    <Provider>
      <CallbackRequest {...basics} timeZone="Europe/Berlin" {...props} {...more} />
    </Provider>
  );
  const host = document.body.appendChild(document.createElement('div'));
  network.arrive();
  host.innerHTML = renderToString(tree());
  forget();
  const served = host.querySelector('fieldset')?.outerHTML;
  const errors: unknown[] = [];
  const react = hydrateRoot(host, tree(), { onRecoverableError: (error) => errors.push(error) });
  onTestFinished(() => {
    react.unmount();
    host.remove();
  });
  // A root that hears of something new before it is alive would write the whole page anew.
  await expect.poll(() => isAlive(host.querySelector('form')), patience).toBe(true);
  return { host, served, errors, renew: () => react.render(tree({ windows: { ...basics.windows } })) };
}

describe('the times of a request', () => {
  it('that a server has written stay where they are until what makes them has come, and then come alive', async () => {
    const { host, served, errors, renew } = await serve({ onSubmit: () => {} });
    const field = host.querySelector('fieldset');
    await pause(100);
    (box().element() as HTMLInputElement).click();
    // The page around it goes on meanwhile.
    renew();
    await pause(100);
    expect(host.querySelector('fieldset')).toBe(field);
    expect(field?.outerHTML).toBe(served);
    network.arrive();
    await expect.poll(() => isAlive(field), patience).toBe(true);
    await pause(50);
    expect(host.querySelector('fieldset')).toBe(field);
    await expect.element(box()).toBeChecked();
    expect(errors).toEqual([]);
  });

  it('go along when a visitor is faster than what makes them', async () => {
    const onSubmit = vi.fn((_values: CallbackValues): CallbackResult => ({ status: 'ok' }));
    await serve({ onSubmit });
    await pause(50);
    await userEvent.fill(phone(), '030 901820');
    (box().element() as HTMLInputElement).click();
    await userEvent.click(button());
    await pause(100);
    expect(onSubmit).not.toHaveBeenCalled();
    // React may write the boxes anew on the way.
    (box().element() as HTMLInputElement).checked = false;
    network.arrive();
    await expect.element(page.getByText(`Thank you! We call you: ${monday10}.`), patience).toBeVisible();
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({
      phone: '+4930901820',
      windows: [{ start: '2046-01-15T10:00:00+01:00', end: '2046-01-15T11:00:00+01:00' }],
    });
  });

  it('are told of while they are on their way, and can be asked for again', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <CallbackRequest {...basics} timeZone="Europe/Berlin" onSubmit={() => {}} />
      </Provider>,
    );
    await expect.element(page.getByText('Looking for free times …')).toBeVisible();
    network.fail();
    await expect.element(page.getByText('The free times did not arrive.')).toBeVisible();
    forget();
    network.arrive();
    await userEvent.click(button('Try again'));
    await expect.element(box()).toBeVisible();
    expect(page.getByText('The free times did not arrive.').elements()).toEqual([]);
  });

  it('are not asked for by a request without times before the visitor turns to it', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <CallbackRequest {...basics} windows={undefined} onSubmit={() => {}} />
      </Provider>,
    );
    await pause(100);
    expect(network.calls).toBe(0);
    (phone().element() as HTMLElement).focus();
    expect(network.calls).toBeGreaterThan(0);
  });

  it('that cannot be had keep a request from being sent, and what was typed stays', async () => {
    const { Provider } = createRecorder();
    const onSubmit = vi.fn();
    render(
      <Provider>
        <CallbackRequest {...basics} windows={undefined} onSubmit={onSubmit} />
      </Provider>,
    );
    await userEvent.fill(phone(), '030 901820');
    network.fail();
    await userEvent.click(button());
    await expect
      .element(page.getByText('This was not sent. What you wrote is still here: please try again.'))
      .toBeVisible();
    await expect.element(phone()).toHaveValue('030 901820');
    expect(onSubmit).not.toHaveBeenCalled();
    network.arrive();
    await userEvent.click(button());
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
  });
});
