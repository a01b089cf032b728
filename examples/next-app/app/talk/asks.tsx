'use client';

import type { ReactNode } from 'react';
import { ContactDialog } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { StepForm } from 'smallyes/step-form';
import { askForQuote, postQuote, postUnlock, sendMessage, unlock } from './actions';
import { message } from './message';
import { QuestionList } from './question-list';
import { quoteForm } from './quote-form';

// Client components, because schemas, functions and the definition of the form cannot cross from the server.

export function WriteToUs() {
  return (
    <ContactDialog
      id="write"
      className="ask"
      trigger="Write to us"
      title="What shall we look at?"
      description="One of us reads it today and answers within a working day."
      schema={message}
      fallbackHref="mailto:hello@pinegrove.example"
      onSubmit={(_, { formData }) => sendMessage(formData)}
      success="Until then: ask your warehouse for the hour of its last parcel."
    />
  );
}

/** `unlocked`: the questions, for a visitor whom the server knows. */
export function WarehouseQuestions({ unlocked }: { unlocked: ReactNode }) {
  return (
    <LeadGate
      id="warehouse-questions"
      className="ask"
      get="Six questions for your warehouse"
      description="Ask them before you promise a day. One page, and no series of mails."
      onSubmit={(_, { formData }) => unlock(formData)}
      load={async (grant, { signal }) => {
        const response = await fetch(`/gate?magnet=questions&grant=${grant}`, { signal });
        if (!response.ok) throw response;
        return <QuestionList questions={(await response.text()).split('\n')} />;
      }}
      unlocked={unlocked}
      action={postUnlock}
    />
  );
}

export function Quote() {
  return (
    <StepForm
      id="quote"
      className="ask"
      headingLevel={3}
      form={quoteForm}
      onSubmit={(_, { formData }) => askForQuote(formData)}
      action={postQuote}
    />
  );
}
