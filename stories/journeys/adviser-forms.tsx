import { ContactDialog, ContactDialogTrigger, contactDialogId } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import * as z from 'zod';
import { fetchChecklist, send, subscribe } from './adviser-server.tsx';

/** The checklist for an e-mail address. What stands here is the taste; the rest comes from the server. */
export function ChecklistGate() {
  return (
    <LeadGate
      id="first-page-checklist"
      placement="article"
      moment="do"
      get="The first page checklist"
      description="Seven things to look at on your own first page, in the order in which visitors ask. One page, no series of mails."
      consent={{ label: 'Also send me a new article about once a month.' }}
      action="/checklist"
      onSubmit={subscribe}
      load={async (grant) => <Checklist points={await fetchChecklist(grant)} />}
      skippable
      next={({ phase }) =>
        phase === 'committed' ? (
          <a href="#audit">Have it looked through with you</a>
        ) : (
          <a href="#measure">Read on</a>
        )
      }
    />
  );
}

function Checklist({ points }: { points: string[][] }) {
  return (
    <ol className="adviser-checklist">
      {points.map(([point, why]) => (
        <li key={point}>
          <strong>{point}</strong> {why}
        </li>
      ))}
    </ol>
  );
}

const talk = contactDialogId<{ about: string }>('talk');

const message = z.object({
  name: z.string().max(100).meta({ title: 'Your name' }),
  email: z.email().meta({ title: 'E-mail' }),
  message: z.string().max(2000).meta({ title: 'What is it about?' }),
});

/** The way to a person, in the head of the page. */
export function TalkToUs() {
  return (
    <ContactDialog
      id={talk}
      placement="head"
      moment="go"
      trigger="Talk to us"
      variant="secondary"
      hash="talk"
      fallbackHref="mailto:hello@vogt-marten.example"
      title={({ payload }) => (payload ? `Ask about ${payload.about}` : 'Write to Ines and Jan')}
      description="One of us reads it today and answers within a working day."
      schema={message}
      exchange={{ give: ['your name', 'an address to answer to'], get: ['an answer within a working day'] }}
      onSubmit={send}
      success="Until then: the article on nine words is the one that most people read next."
    />
  );
}

/** The same dialog, from the foot of the page, with the matter already known. */
export function AskAboutAudit() {
  return (
    <ContactDialogTrigger for={talk} placement="foot" payload={{ about: 'the shop audit' }}>
      Ask about the audit
    </ContactDialogTrigger>
  );
}

/** The same dialog once more, for a reader who has come back. */
export function AskAgain() {
  return (
    <div className="adviser-again">
      <p>
        <strong>Good to see you again.</strong> Is there something that the articles leave open? One of us
        answers within a working day.
      </p>
      <ContactDialogTrigger for={talk} placement="banner" payload={{ about: 'an article' }}>
        Ask Ines or Jan
      </ContactDialogTrigger>
    </div>
  );
}

/** A quote in four steps. Shops without orders yet are told the truth instead of a price. */
export const quoteForm = defineStepForm({
  steps: {
    shop: {
      title: 'How many orders do you have in a month?',
      description: 'Roughly. It decides what can be measured at all.',
      fields: [
        {
          type: 'choice',
          name: 'orders',
          label: 'Orders in a month',
          required: true,
          trackable: true,
          options: [
            { value: 'none', label: 'None yet' },
            { value: 'few', label: 'Up to 100' },
            { value: 'some', label: '100 to 1,000' },
            { value: 'many', label: 'More than 1,000' },
          ],
        },
      ],
      reply: ({ orders }) =>
        orders === 'few'
          ? 'Then we would measure second clicks: sales are too rare to learn from.'
          : orders === 'some' || orders === 'many'
            ? 'Enough to see a change within three weeks.'
            : undefined,
      next: [{ when: { orders: 'none' }, to: { end: 'tooEarly' } }, { to: 'help' }],
    },
    help: {
      title: 'Where should we look?',
      fields: [
        {
          type: 'choices',
          name: 'parts',
          label: 'Parts of your shop',
          required: true,
          trackable: true,
          options: [
            { value: 'first-page', label: 'The first page' },
            { value: 'products', label: 'Product pages' },
            { value: 'cart', label: 'Cart and checkout' },
          ],
        },
        {
          type: 'url',
          name: 'shop',
          label: 'Address of your shop',
          required: true,
          placeholder: 'example.com',
        },
      ],
      reply: ({ parts }) => {
        const evenings = 2 + parts.length;
        return `${evenings} evenings, ${evenings * 320} euros, fixed.`;
      },
      next: 'you',
    },
    you: {
      title: 'Where do we send the quote?',
      schema: z.object({
        name: z.string().max(100).meta({ title: 'Your name' }),
        email: z.email().meta({ title: 'E-mail' }),
        note: z
          .string()
          .max(2000)
          .optional()
          .meta({ title: 'Anything we should know', field: { type: 'long-text' } }),
      }),
      next: 'check',
    },
    check: { review: true, title: 'Is this right, {name|there}?', next: { end: 'sent' } },
  },
  endings: {
    sent: {
      title: 'Your quote is on its way, {name|and thank you}',
      text: 'You have it by tomorrow evening. It holds for a month, and asks for nothing.',
    },
    tooEarly: {
      title: 'Keep your money for now',
      text: 'Without orders there is nothing to repair yet. Do the three things of this article, and come back with your first fifty.',
      send: false,
    },
  },
});

/** The large ask, at the end of everything. */
export function AuditQuote() {
  return (
    <StepForm
      id="audit-quote"
      placement="foot"
      moment="buy"
      form={quoteForm}
      action="/quote"
      onSubmit={send}
      worth={{ amount: 1280, currency: 'EUR' }}
    />
  );
}
