/** The id of an ask, and where its answers go: one place for scripts and for plain forms. */
export function to(id: string) {
  return {
    id,
    action: '/api/every',
    async onSubmit(answer: unknown, { formData, signal }: { formData?: FormData; signal: AbortSignal }) {
      const body = formData ?? new URLSearchParams({ 'sy-ask': id, answer: JSON.stringify(answer) });
      const response = await fetch('/api/every', { method: 'POST', body, signal });
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      const result: { status: 'ok'; order: string } = await response.json();
      return result;
    },
  };
}
