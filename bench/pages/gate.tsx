import { LeadGate } from 'smallyes/lead-gate';
import { CommitmentProvider } from 'smallyes/provider';
import { get, href, type Page, taste } from '../page.ts';
import { send } from '../send.ts';

export const asks: Page = {
  one: (index) => (
    <LeadGate key={index} id={`gate-${index}`} get={get} href={href} onSubmit={send}>
      <p>{taste}</p>
    </LeadGate>
  ),
  wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
};
