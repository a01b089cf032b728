'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { readForm } from 'smallyes/form';
import { readStepForm } from 'smallyes/step-form/define';
import { gate } from '../gate';
import { saveLead } from '../leads';
import { message } from './message';
import { quoteForm } from './quote-form';

export async function sendMessage(form: FormData) {
  const read = await readForm({ schema: message }, form);
  if (!read.ok) return { status: 'invalid', errors: read.errors } as const;
  saveLead(read.values);
  return { status: 'ok' } as const;
}

/** An address for the questions: the grant opens them now, the cookie at the next visit. */
export async function unlock(form: FormData) {
  const read = await readForm({ fields: [{ type: 'email', name: 'email', required: true }] }, form);
  if (!read.ok) return { status: 'invalid', errors: read.errors } as const;
  saveLead(read.values);
  const grant = await gate.grant('questions');
  (await cookies()).set(gate.cookie('questions', grant));
  return { status: 'ok', grant } as const;
}

export async function askForQuote(form: FormData) {
  const read = await readStepForm(quoteForm, form);
  if (!read.ok) return { status: 'invalid', errors: read.errors } as const;
  saveLead(read.values);
  return { status: 'ok' } as const;
}

/** The same for browsers without JavaScript: they are led to a page. */
export async function postUnlock(form: FormData) {
  const { status } = await unlock(form);
  redirect(status === 'ok' ? '/talk' : '/talk/again');
}

export async function postQuote(form: FormData) {
  const { status } = await askForQuote(form);
  redirect(status === 'ok' ? '/talk/thanks' : '/talk/again');
}
