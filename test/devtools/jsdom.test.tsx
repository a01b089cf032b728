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
