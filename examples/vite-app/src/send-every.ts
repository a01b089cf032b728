import { sendLead } from './send-lead';

interface Sending {
  formData?: FormData;
  idempotencyKey: string;
  signal: AbortSignal;
}

/** The id of an ask, and where its answers go. The service numbers no orders, so the key of the try is the number. */
export function to(id: string) {
  return {
    id,
    async onSubmit(answer: unknown, { formData = new FormData(), idempotencyKey, signal }: Sending) {
      if (!formData.has('sy-ask')) formData.set('answer', JSON.stringify(answer));
      formData.set('sy-ask', id);
      await sendLead(formData, signal);
      return { status: 'ok', order: idempotencyKey } as const;
    },
  };
}
