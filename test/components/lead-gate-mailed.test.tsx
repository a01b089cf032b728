// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { LeadGate, type LeadGateProps } from 'smallyes/lead-gate';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, expect, it } from 'vitest';

const patient = { timeout: 5_000 };

beforeEach(() => localStorage.clear());

/** One load of the page: what is kept on the device is all that it has of the one before. */
function load(props: Partial<LeadGateProps>) {
  cleanup();
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: Partial<LeadGateProps> = {}) => (
    <recorder.Provider>
      <LeadGate id="checklist" get="The checklist" {...props} {...more} />
    </recorder.Provider>
  );
  const { rerender } = render(ui());
  return { recorder, show: (more: Partial<LeadGateProps>) => rerender(ui(more)) };
}

async function answer() {
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'jana@shop.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Get it now' }));
  await waitFor(() => expect(screen.getByText(/^Almost there/)).toBeTruthy(), patient);
}

const pending = { onSubmit: () => ({ status: 'pending' }) as const };
const mailed = { grant: 'mailed', load: () => 'The twelve points.' };
const opened = () => waitFor(() => expect(screen.getByText('The twelve points.')).toBeTruthy(), patient);

it('a yes that a mailed link confirms is confirmed under its own attempt', async () => {
  const first = load(pending);
  await answer();
  const second = load({ ...pending, ...mailed });
  await opened();
  expect(second.recorder.phases()).toEqual(['lead-gate.unlock confirmed']);
  const [yes] = first.recorder.commitments;
  expect(second.recorder.events[0]?.attempt).toBe(yes?.attempt);
  // Once: a reload of that page is no second time.
  const third = load({ ...pending, ...mailed });
  await opened();
  expect(third.recorder.phases()).toEqual([]);
});

it('is confirmed on the page that waits for it as well', async () => {
  const { recorder, show } = load(pending);
  await answer();
  show(mailed);
  await opened();
  const [yes] = recorder.commitments;
  const confirmed = recorder.events.filter(({ phase }) => phase === 'confirmed');
  expect(confirmed.map(({ attempt }) => attempt)).toEqual([yes?.attempt]);
});
