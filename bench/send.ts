import type { FormSubmitContext } from 'smallyes/step-form';

/** Posts the form, as the hand-written ones do. */
export async function send(_values: unknown, { formData, signal }: FormSubmitContext): Promise<void> {
  const answer = await fetch('/send', { method: 'POST', body: formData, signal });
  if (!answer.ok) throw new Error(String(answer.status));
}
