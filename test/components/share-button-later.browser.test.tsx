import { render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { ShareButton } from 'smallyes/share-button';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/share-button.css';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as Part from '../../src/components/share-button/share-panel.tsx';
import { type Late, late } from '../../src/internal/late.ts';

/** A network that brings the panel when the test says so. */
const network = vi.hoisted(() => ({
  part: undefined as typeof Part | undefined,
  calls: 0,
  /** One whose part is lost or found as the test says. */
  late: undefined as Late<typeof Part> | undefined,
  arrive: (_has?: boolean) => {},
  promise: Promise.resolve(),
}));
vi.mock('../../src/components/share-button/share-panel-later.ts', () => ({
  panel: {
    get: () => (network.late ? network.late.get() : network.part),
    load: (event?: unknown) => {
      network.calls++;
      return network.late ? network.late.load(event) : network.promise;
    },
  },
}));
const part = await import('../../src/components/share-button/share-panel.tsx');

const url = 'https://northwind.example/soles';
const button = () => page.getByRole('button', { name: 'Share' });
const field = () => page.getByRole('textbox', { name: 'Link' });

let clipboard: { text: string; isShut: boolean };
function put(name: 'share' | 'clipboard', value: unknown) {
  Object.defineProperty(navigator, name, { value, configurable: true });
}

beforeEach(async () => {
  // A pointer left over a button would ask for the panel.
  await userEvent.hover(document.documentElement, { position: { x: 790, y: 890 } });
  clipboard = { text: '', isShut: false };
  put('clipboard', {
    async writeText(text: string) {
      if (clipboard.isShut) throw new DOMException('no', 'NotAllowedError');
      clipboard.text = text;
    },
  });
  network.part = undefined;
  network.late = undefined;
  network.calls = 0;
  network.promise = new Promise((resolve) => {
    network.arrive = (has = true) => {
      if (has) network.part = part;
      resolve();
    };
  });
});
afterEach(() => {
  for (const name of ['share', 'clipboard']) delete (navigator as unknown as Record<string, unknown>)[name];
});

function mount(props: object = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <ShareButton id="share-soles" url={url} {...props} />
      </recorder.Provider>,
    ),
  };
}

describe('the panel', () => {
  it('is not asked for by a button that merely stands there, but by one that is about to be pressed', async () => {
    mount();
    await expect.element(button()).toBeVisible();
    expect(network.calls).toBe(0);
    await userEvent.hover(button());
    expect(network.calls).toBeGreaterThan(0);
  });

  it('is never asked for where the device has a sheet that takes the page', async () => {
    put('share', async () => {});
    mount();
    await userEvent.click(button());
    await expect.element(page.getByText('Thank you for sharing!')).toBeVisible();
    expect(network.calls).toBe(0);
  });

  it('opens when it has come, for a press that came before it', async () => {
    const { recorder } = mount();
    await userEvent.click(button());
    expect(field().query()).toBeNull();
    await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
    network.arrive();
    await expect.element(field()).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Copy link' }));
    await expect.poll(() => clipboard.text).toBe(url);
    expect(recorder.phases().at(-1)).toBe('share-button.share committed');
  });

  it('that cannot be had leaves the copy of the link', async () => {
    mount();
    await userEvent.click(button());
    network.arrive(false);
    await expect.poll(() => clipboard.text).toBe(url);
    await expect.element(page.getByText(/^Link copied/)).toBeVisible();
  });

  it('that the network lost is asked for again when the visitor turns to the button once more', async () => {
    const bring = vi.fn(async () => part);
    bring.mockRejectedValueOnce(new Error('offline'));
    network.late = late(bring);
    mount();
    await userEvent.hover(button());
    await expect.poll(() => bring.mock.calls.length).toBe(1);
    await userEvent.click(button());
    await expect.element(field()).toBeVisible();
    expect(bring).toHaveBeenCalledTimes(2);
    expect(clipboard.text).toBe('');
  });

  it('that is lost while the clipboard refuses opens nothing, and the next press shows the link', async () => {
    const bring = vi.fn(async () => part);
    bring.mockRejectedValueOnce(new Error('offline'));
    network.late = late(bring);
    clipboard.isShut = true;
    const { container } = mount({ targets: [], native: false });
    button()
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    await expect.poll(() => bring.mock.calls.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve));
    expect(container.querySelector('.sy-share-button-panel')).toBeNull();
    await userEvent.click(button());
    await expect.element(page.getByText(/copy it by hand/)).toBeVisible();
    expect(bring).toHaveBeenCalledTimes(2);
  });

  it('comes with the selected link after a refusal, and a copy by hand counts', async () => {
    clipboard.isShut = true;
    const { recorder } = mount({ targets: [] });
    await userEvent.click(button());
    network.arrive();
    await expect.element(page.getByText(/copy it by hand/)).toBeVisible();
    await expect.element(field()).toHaveFocus();
    await userEvent.copy();
    expect(recorder.phases().at(-1)).toBe('share-button.share committed');
  });

  it('stands in the page of a server for who has no script, and is needed by nobody else', async () => {
    network.part = part;
    const { Provider } = createRecorder();
    const ui = (
      <Provider>
        <ShareButton id="share-soles" url={url} />
      </Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(ui);
    expect(new DOMParser().parseFromString(host.innerHTML, 'text/html').links).toHaveLength(1);
    network.part = undefined;
    const errors: unknown[] = [];
    const root = hydrateRoot(host, ui, { onRecoverableError: (error) => errors.push(error) });
    onTestFinished(() => {
      root.unmount();
      host.remove();
    });
    await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button());
    network.arrive();
    await expect.element(field()).toBeVisible();
    expect(errors).toEqual([]);
  });
});
