// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Poll } from 'smallyes/poll';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';

it('what is withdrawn is what was said, whatever the poll offers by then', async () => {
  const recorder = createRecorder();
  const ui = (seed: string) => (
    <recorder.Provider>
      <Poll
        id="hurdle"
        question="What holds you back?"
        options={['Traffic', 'Trust', 'Price']}
        shuffle={seed}
      />
    </recorder.Provider>
  );
  const { rerender } = render(ui('one'));
  const pick = (name: string) => act(async () => void fireEvent.click(screen.getByRole('radio', { name })));
  await pick('Trust');
  rerender(ui('two'));
  fireEvent.click(await screen.findByRole('button', { name: 'Change' }));
  await pick('Price');
  const [vote, withdrawn, other] = recorder.events.slice(-3);
  expect([vote?.phase, withdrawn?.phase, other?.phase]).toEqual(['committed', 'withdrawn', 'committed']);
  expect(withdrawn?.data).toEqual(vote?.data);
  expect(other?.data).toMatchObject({ choice: 'Price' });
});
