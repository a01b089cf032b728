import '../../src/styles/base.css';
import '../../src/components/poll/poll.css';
import { render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { Poll, type PollElement } from 'smallyes/poll';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as Answered from '../../src/components/poll/poll-answered.tsx';
import { late } from '../../src/internal/late.ts';

/** A network that brings the code of the results when the test says so. */
const network = vi.hoisted(() => ({
  part: undefined as typeof Answered | undefined,
  calls: 0,
  arrive: () => {},
  promise: Promise.resolve() as Promise<void> & { status?: string },
}));
vi.mock('../../src/components/poll/poll-answered-later.ts', () => ({
  answered: {
    get: () => network.part,
    load: () => {
      network.calls++;
      return network.promise;
    },
  },
}));
const part = await import('../../src/components/poll/poll-answered.tsx');

const options = ['Traffic', 'Trust', 'Price'] as const;
const vote = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;
const radio = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const root = () => document.querySelector<PollElement>('.sy-poll')!;
const boxes = () =>
  [...root().querySelectorAll('legend, .sy-choice, .sy-poll-foot')].map((one) =>
    JSON.stringify(one.getBoundingClientRect()),
  );

let count = 0;
let id: string;

beforeEach(async () => {
  // Where no poll stands: a pointer left over one would ask for its code.
  await userEvent.hover(document.documentElement, { position: { x: 790, y: 890 } });
  id = `later-${count++}`;
  localStorage.clear();
  network.part = undefined;
  network.calls = 0;
  network.promise = new Promise((resolve) => {
    network.arrive = () => {
      network.part = part;
      network.promise.status = 'fulfilled';
      resolve();
    };
  });
});

describe('the code of the results', () => {
  it('is not asked for by a poll that merely stands there', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Poll id={id} question="?" options={options} style={{ marginBlockStart: '300vh' }} />
      </Provider>,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(network.calls).toBe(0);
  });

  it.each<[string, () => unknown]>([
    ['the pointer comes', () => userEvent.hover(page.getByText('Which?'))],
    ['the focus comes', () => radio('Trust').element().focus()],
    ['it was seen', () => vi.waitFor(() => expect(network.calls).toBeGreaterThan(0), 3_000)],
  ])('is asked for when %s', async (_name, act) => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Poll id={id} question="Which?" options={options} />
      </Provider>,
    );
    expect(network.calls).toBe(0);
    await act();
    expect(network.calls).toBeGreaterThan(0);
  });

  it('takes no focus away from who has clicked again meanwhile', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Poll id={id} question="Which?" options={options} />
      </Provider>,
    );
    await userEvent.dblClick(radio('Trust'));
    expect(document.activeElement).toBe(radio('Trust').element());
    network.arrive();
    await expect.poll(() => page.getByRole('radio').elements()).toEqual([]);
    expect(document.activeElement).toBe(root().querySelector('legend'));
  });

  it('stands between no click and its event: a visitor who is faster sees the choice, then the results', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Poll id={id} question="?" options={options} results={{ Traffic: 20, Trust: 19 }} />
      </recorder.Provider>,
    );
    const before = boxes();
    (radio('Trust').element() as HTMLElement).click();
    expect(recorder.commitments).toHaveLength(1);
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting. Counting…');
    await expect.element(radio('Trust')).toBeChecked();
    expect(boxes()).toEqual(before);
    // What is decided is decided, although the options are still there.
    await userEvent.click(radio('Price'));
    await expect.element(radio('Trust')).toBeChecked();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(radio('Trust')).toBeChecked();
    expectEvents(recorder, vote);
    network.arrive();
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting. 40 votes');
    expect(page.getByText('Trust: 50 percent, 20 votes, your choice').elements()).toHaveLength(1);
    expect(page.getByRole('radio').elements()).toEqual([]);
    expect(boxes()).toEqual(before);
    expectEvents(recorder, vote);
  });

  it('asks a source once it is there, and counts both votes of a visitor who changed it meanwhile', async () => {
    const source = vi.fn(() => Promise.resolve({ Traffic: 30 }));
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Poll id={id} question="?" options={options} results={source} />
      </recorder.Provider>,
    );
    await userEvent.click(radio('Traffic'));
    await userEvent.click(page.getByRole('button', { name: 'Change' }));
    await userEvent.click(radio('Price'));
    expect(source).not.toHaveBeenCalled();
    network.arrive();
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting. 30 votes');
    expect(source).toHaveBeenCalledOnce();
    expectEvents(recorder, [...vote, 'poll.vote withdrawn', 'poll.vote committed']);
  });

  it('that never comes leaves the thanks and the choice', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Poll id={id} question="?" options={options} results={{ Traffic: 100 }} />
      </recorder.Provider>,
    );
    network.promise = Promise.resolve();
    await userEvent.click(radio('Trust'));
    await vi.waitFor(() => expect(page.getByRole('status').element().textContent).toBe('Thanks for voting.'));
    await expect.element(radio('Trust')).toBeChecked();
    await expect.element(page.getByText('your choice')).toBeVisible();
    expectEvents(recorder, vote);
  });

  it('shows no options meanwhile to a visitor who has answered before, and moves nothing', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Poll id={id} question="?" options={options} votedFor="Trust" results={{ Traffic: 20, Trust: 20 }} />
      </Provider>,
    );
    const before = boxes();
    expect(page.getByRole('radio').elements()).toEqual([]);
    expect(root().querySelectorAll('input[type=radio]')).toHaveLength(3);
    network.arrive();
    await expect.element(page.getByText('20 votes', { exact: false }).first()).toBeVisible();
    expect(boxes()).toEqual(before);
  });

  it('that never comes shows the options to a visitor who has answered before', async () => {
    const { Provider } = createRecorder();
    network.promise = Promise.resolve();
    render(
      <Provider>
        <Poll id={id} question="?" options={options} votedFor="Trust" />
      </Provider>,
    );
    expect(page.getByRole('radio').elements()).toEqual([]);
    await expect.element(radio('Trust')).toBeVisible();
    await expect.element(page.getByText('your choice')).toBeVisible();
  });

  it('that comes late keeps what a server has rendered, and brings it to life without a warning', async () => {
    const recorder = createRecorder();
    const tree = (
      <recorder.Provider>
        <Poll id={id} question="?" options={options} votedFor="Trust" results={{ Traffic: 20, Trust: 20 }} />
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => host.remove());
    const { promise } = network;
    network.part = part;
    network.promise = Object.assign(Promise.resolve(), { status: 'fulfilled' });
    host.innerHTML = renderToString(tree);
    network.part = undefined;
    network.promise = promise;
    const served = host.innerHTML;
    expect(served).toContain('Trust: 50 percent, 20 votes, your choice');
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    onTestFinished(() => react.unmount());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.innerHTML).toBe(served);
    const [list] = host.querySelectorAll('ul');
    network.arrive();
    await userEvent.click(page.getByRole('button', { name: 'Change' }));
    await expect.element(radio('Trust')).toBeChecked();
    expect(list?.isConnected).toBe(false);
    expect(errors).toEqual([]);
  });
});

describe('late', () => {
  it('brings a part once, however often it is asked for', async () => {
    const bring = vi.fn(() => Promise.resolve('part'));
    const one = late(bring);
    expect(one.get()).toBeUndefined();
    await Promise.all([one.load(), one.load()]);
    expect(one.get()).toBe('part');
    expect(bring).toHaveBeenCalledOnce();
  });

  it('bears a network that fails', async () => {
    const one = late(() => Promise.reject(new Error('offline')));
    await expect(one.load()).resolves.toBeUndefined();
    expect(one.get()).toBeUndefined();
  });

  it('asks again for what could not be had, when a visitor turns to the ask and not before', async () => {
    const bring = vi.fn(() => Promise.resolve('part'));
    bring.mockRejectedValueOnce(new Error('offline'));
    const one = late(bring);
    const event = new Event('pointerenter');
    // While the first answer is out, a second turn to it asks nothing more.
    await Promise.all([one.load(event), one.load(event)]);
    await one.load();
    expect(bring).toHaveBeenCalledOnce();
    await Promise.all([one.load(event), one.load(event)]);
    expect(one.get()).toBe('part');
    await one.load(event);
    expect(bring).toHaveBeenCalledTimes(2);
  });
});
