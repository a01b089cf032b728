import { ContactDialog } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { StepForm } from 'smallyes/step-form';
import { message } from './message';
import { quoteForm } from './quote-form';
import { sendLead } from './send-lead';

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
      onSubmit={(_, { formData, signal }) => sendLead(formData, signal)}
      success="Until then: ask your warehouse for the hour of its last parcel."
    />
  );
}

export function WarehouseQuestions() {
  return (
    <LeadGate
      id="warehouse-questions"
      className="ask"
      get="Six questions for your warehouse"
      description="Ask them before you promise a day. One page, and no series of mails."
      onSubmit={(_, { formData, signal }) => sendLead(formData, signal)}
      load={async (grant, { signal }) => {
        const response = await fetch(`/gate?magnet=questions&grant=${grant}`, { signal });
        if (!response.ok) throw response;
        const questions = (await response.text()).split('\n');
        return (
          <ol>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        );
      }}
      // The same place for visitors without JavaScript.
      action="/leads"
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
      onSubmit={(_, { formData, signal }) => sendLead(formData, signal)}
      action="/leads"
    />
  );
}
