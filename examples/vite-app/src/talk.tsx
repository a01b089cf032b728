import { ContactDialog } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { StepForm } from 'smallyes/step-form';
import { message } from './message';
import { quoteForm } from './quote-form';
import { sendLead } from './send-lead';
import { show } from './show';

function Talk() {
  return (
    <>
      <h1>Talk to us</h1>
      <p>
        Bring one page of your shop and half an hour. We look at it together and you leave with one line to
        change, whether or not we ever work together.
      </p>
      <WriteToUs />
      <p>
        Or write to <a href="mailto:hello@pinegrove.example">hello@pinegrove.example</a>. Helen or Tom answers
        within a working day.
      </p>

      <h2>Come prepared</h2>
      <p>A warehouse knows more about your delivery than any agency. It only has to be asked.</p>
      <WarehouseQuestions />

      <h2>Or know the price first</h2>
      <Quote />
    </>
  );
}

function WriteToUs() {
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

function WarehouseQuestions() {
  return (
    <LeadGate
      id="warehouse-questions"
      className="ask"
      get="Six questions for your warehouse"
      description="Ask them before you promise a day. One page, and no series of mails."
      onSubmit={async (_, { formData, signal }) => {
        await sendLead(formData, signal);
        // Nothing here can keep a secret, so the service mails the questions.
        return { status: 'pending' };
      }}
    />
  );
}

function Quote() {
  return (
    <StepForm
      id="quote"
      className="ask"
      headingLevel={3}
      form={quoteForm}
      onSubmit={(_, { formData, signal }) => sendLead(formData, signal)}
    />
  );
}

show(<Talk />);
