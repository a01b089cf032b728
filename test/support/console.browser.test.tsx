import { render } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

function Counter() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      Pressed {count}
    </button>
  );
}

it('answers real input in a real browser, without a line on the console', async () => {
  render(<Counter />);
  await userEvent.click(page.getByRole('button'));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button')).toHaveTextContent('Pressed 2');
});
