/** Sends an answer to the place where its form goes without JavaScript, with the same fields. */
export async function sendAnswer(answer: Record<string, string>, signal: AbortSignal) {
  const response = await fetch('/answers', { method: 'POST', body: new URLSearchParams(answer), signal });
  return { status: response.ok ? 'ok' : 'failed' } as const;
}
