import { render } from '@testing-library/react';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AdviserArticle } from '../../stories/journeys/adviser-article.tsx';
import { standBefore } from '../support/network.ts';

it('the checklist waits for a slow network, in words, and keeps what was typed', async () => {
  const network = await standBefore('*form-machine*');
  network.hold();
  const recorder = createRecorder();
  try {
    render(
      <recorder.Provider>
        <AdviserArticle />
      </recorder.Provider>,
    );
    const gate = page.getByRole('form', { name: 'The first page checklist' });
    const address = gate.getByRole('textbox', { name: 'E-mail address' });
    await address.click();
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await expect.element(gate.getByRole('status')).toHaveTextContent('Sending …');
    await expect.element(address).toHaveValue('ada@example.com');
    await expect.element(address).toHaveFocus();
    expect(recorder.commitments).toEqual([]);
    await network.release();
    await expect
      .element(page.getByText('The first line names what you sell.'), { timeout: 5000 })
      .toBeVisible();
    expect(recorder.commitments.map(({ kind }) => kind)).toEqual(['lead-gate.unlock']);
  } finally {
    await network.end();
  }
});
