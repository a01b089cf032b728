import { renderToString } from 'react-dom/server';
import { CommitmentDevtools } from 'smallyes/devtools';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, it } from 'vitest';

it('renders nothing on a server', () => {
  const html = renderToString(
    <CommitmentProvider>
      <CommitmentDevtools defaultOpen />
    </CommitmentProvider>,
  );
  expect(html).toBe('');
});
