import type { JSX } from 'react';
import type { FormSpeaker } from '../form/validate-form.ts';
import type { Form } from './use-form.ts';

/** What is said of a try to send: once, loudly, when it did not succeed; quietly while it is under way. */
export function FormStatus({
  form,
  speak,
}: {
  readonly form: Form;
  readonly speak: FormSpeaker;
}): JSX.Element {
  const { isPending, settled, error, problems } = form.view;
  let words: string | undefined;
  if (settled?.status === 'failed') words = settled.message ?? speak('failed');
  else if (settled?.status === 'invalid')
    // A single field says it itself.
    words =
      settled.message ??
      error ??
      (problems && form.store.specs().length > 1 ? speak('problems', { count: problems }) : undefined);
  return (
    <>
      <p className="sy-error" role="alert" data-for="form">
        {words}
      </p>
      <p className="sy-visually-hidden" role="status">
        {isPending ? speak('sending') : undefined}
      </p>
    </>
  );
}
