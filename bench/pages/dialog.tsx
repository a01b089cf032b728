import { ContactDialog } from 'smallyes/contact-dialog';
import { CommitmentProvider } from 'smallyes/provider';
import { contactFields, type Page, trigger } from '../page.ts';
import { send } from '../send.ts';

export const asks: Page = {
  one: (index) => (
    <ContactDialog
      key={index}
      id={`dialog-${index}`}
      trigger={trigger}
      title={trigger}
      fields={contactFields}
      onSubmit={send}
    />
  ),
  wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
};
