/** Where the forms of this site go: a service that takes posts, since the site has no server of its own. */
const address = import.meta.env.VITE_FORM_SERVICE ?? '/forms';

export async function sendLead(formData: FormData, signal: AbortSignal) {
  const headers = { accept: 'application/json' };
  const response = await fetch(address, { method: 'POST', body: formData, headers, signal });
  if (!response.ok) throw new Error(`The service answered ${response.status}.`);
}
