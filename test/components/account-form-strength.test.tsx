// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { AccountForm } from 'smallyes/account-form';
import { createRecorder } from 'smallyes/testing';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
});

it('a password is judged once, however often the page around it renders meanwhile', async () => {
  vi.useFakeTimers();
  const recorder = createRecorder();
  const asked: string[] = [];
  const ui = (round: number) => (
    <recorder.Provider>
      <AccountForm
        id="account"
        onSubmit={() => {}}
        strength={async (password) => {
          asked.push(password);
          return `Judged in round ${round}`;
        }}
      />
    </recorder.Provider>
  );
  const { rerender } = render(ui(0));
  const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  fireEvent.input(screen.getByLabelText(/^Password/), { target: { value: 'correct horse' } });
  // A page with a fast clock, then with a slow one.
  for (let round = 1; round <= 10; round++) {
    await pass(round < 6 ? 100 : 500);
    rerender(ui(round));
  }
  expect(asked).toEqual(['correct horse']);
  expect(screen.getByText(/^Judged/).textContent).toMatch(/round [34]$/);
});
