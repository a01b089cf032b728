import type { LeadGateResult } from 'smallyes/lead-gate';

/** Sends a form to the place where it goes without JavaScript, and hands on what the server says. */
export async function sendLead(formData: FormData, signal: AbortSignal) {
  const response = await fetch('/api/leads', { method: 'POST', body: formData, signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const result: Exclude<LeadGateResult, void> = await response.json();
  return result;
}
