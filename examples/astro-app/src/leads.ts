import { readForm } from 'smallyes/form';
import { readStepForm } from 'smallyes/step-form/define';
import { gate } from './gate';
import { message } from './message';
import { quoteForm } from './quote-form';

/** Who wrote to us. A real site sends a mail or keeps it in its database; this one forgets it when it restarts. */
const leads: object[] = [];

export function countLeads(): number {
  return leads.length;
}

/** Reads what an ask of the page "Talk to us" sends, keeps it, and says what the ask wants to know. */
export async function takeLead(form: FormData) {
  const read = await readLead(form);
  if (!read.ok) return { status: 'invalid', errors: read.errors } as const;
  leads.push(read.values);
  if (read.ask !== 'warehouse-questions') return { status: 'ok' } as const;
  return { status: 'ok', grant: await gate.grant('questions') } as const;
}

/** The field `sy-ask` holds the id of the ask. */
function readLead(form: FormData) {
  switch (form.get('sy-ask')) {
    case 'write':
      return readForm({ schema: message }, form);
    case 'quote':
      return readStepForm(quoteForm, form);
    default:
      return readForm({ fields: [{ type: 'email', name: 'email', required: true }] }, form);
  }
}
