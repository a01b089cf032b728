import { render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { standBefore } from '../support/network.ts';
import { Host, wait } from './form-host.tsx';

it('posts once by the browser itself, however often it is pressed while the network refuses the machine', async () => {
  const network = await standBefore('*form-machine*');
  const post = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {});
  try {
    render(<Host fields={[{ type: 'text', name: 'name' }]} options={{ action: '/talk' }} />);
    const form = document.querySelector('form');
    form?.requestSubmit();
    form?.requestSubmit();
    await expect.poll(() => post.mock.calls.length).toBeGreaterThan(0);
    await wait(50);
    expect(post).toHaveBeenCalledTimes(1);
  } finally {
    await network.end();
  }
});
