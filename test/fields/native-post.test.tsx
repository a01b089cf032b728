// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { LeadGate } from 'smallyes/lead-gate';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';

beforeEach(forgetMessages);

/** Presses, and whether each went to the server. */
function watchPosts() {
  const posts: { isPosted: boolean; submitter: HTMLElement | null; email: unknown }[] = [];
  const listen = (event: SubmitEvent) => {
    const { submitter, target, defaultPrevented } = event;
    const email = new FormData(target as HTMLFormElement).get('email');
    posts.push({ isPosted: !defaultPrevented, submitter, email });
    // There is nowhere to go in a test.
    event.preventDefault();
  };
  window.addEventListener('submit', listen);
  onTestFinished(() => window.removeEventListener('submit', listen));
  return posts;
}

function mount() {
  const recorder = createRecorder();
  const ui = (challenge?: ReactNode) => (
    <recorder.Provider>
      <LeadGate id="checklist" get="The checklist" action="/subscribe" challenge={challenge} />
    </recorder.Provider>
  );
  const { rerender } = render(ui(<button type="submit">Send it by mail</button>));
  const email = (value: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value } });
  return { recorder, email, show: (challenge?: ReactNode) => rerender(ui(challenge)) };
}
const press = (name: string) => void fireEvent.click(screen.getByRole('button', { name }));

const plain = <button type="button">Send it by mail</button>;
it.each([
  ['has gone', undefined],
  ['sends nothing any more', plain],
])('goes although the button that was pressed %s by then', async (_what, instead) => {
  const posts = watchPosts();
  const { recorder, email, show } = mount();
  email('jana@shop.example');
  press('Send it by mail');
  show(instead);
  await waitFor(() => expect(posts).toHaveLength(2), { timeout: 5_000 });
  expect(posts.map(({ isPosted }) => isPosted)).toEqual([false, true]);
  expect(posts[1]).toMatchObject({ submitter: null, email: 'jana@shop.example' });
  expect(recorder.phases().at(-1)).toBe('lead-gate.unlock committed');
});

it('is checked again after a browser that refused it', async () => {
  const posts = watchPosts();
  const { email } = mount();
  email('jana@shop.example');
  const refuse = vi.spyOn(HTMLFormElement.prototype, 'requestSubmit').mockImplementation(() => {
    throw new Error('refused');
  });
  press('Send it by mail');
  await waitFor(() => expect(refuse).toHaveBeenCalled());
  refuse.mockRestore();
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  email('');
  await act(async () => press('Send it by mail'));
  expect(posts.map(({ isPosted }) => isPosted)).toEqual([false, false]);
});
