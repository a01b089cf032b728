import { ContactDialog } from 'smallyes/contact-dialog';
import { CommitmentProvider } from 'smallyes/provider';
import { type Page, trigger } from '../page.ts';
import { send } from '../send.ts';

const fields = [
  { type: 'text', name: 'name', label: 'Your name', autoComplete: 'name' },
  { type: 'email', name: 'email', label: 'E-mail', required: true },
  { type: 'long-text', name: 'message', label: 'What is it about?', required: true, maxLength: 1000 },
] as const;

export const asks: Page = {
  one: (index) => (
    <ContactDialog
      key={index}
      id={`dialog-${index}`}
      trigger={trigger}
      title={trigger}
      fields={fields}
      onSubmit={send}
    />
  ),
  wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
};
