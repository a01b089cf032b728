// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { CommitmentDevtools } from 'smallyes/devtools';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, it } from 'vitest';
import { Vote } from '../provider/asks.tsx';

it('is silent in the tests of a page that has it: one button, no update outside of act', async () => {
  const { unmount } = render(
    <StrictMode>
      <CommitmentProvider>
        <Vote />
        <CommitmentDevtools />
      </CommitmentProvider>
    </StrictMode>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'hurdle' }));
  await act(async () => {});
  const hosts = document.querySelectorAll('[data-sy-devtools]');
  expect(hosts).toHaveLength(1);
  expect(hosts[0]?.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
  unmount();
  expect(document.querySelector('[data-sy-devtools]')).toBeNull();
});

it.each([
  ['what a scroll lock of the page would stop, such as that of a dialog', ['wheel', 'touchmove']],
  ['what the page would take for its own text', ['beforeinput', 'paste', 'copy', 'cut']],
  ['a click of another button', ['auxclick']],
])('keeps from the page %s', (_, types) => {
  const { unmount } = render(<CommitmentDevtools />);
  const button = document.querySelector('[data-sy-devtools]')?.shadowRoot?.querySelector('button');
  const heard: string[] = [];
  const note = ({ type }: Event) => void heard.push(type);
  for (const type of types) document.addEventListener(type, note);
  for (const type of types) button?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  for (const type of types) document.removeEventListener(type, note);
  unmount();
  expect(button).toBeDefined();
  expect(heard).toEqual([]);
});
