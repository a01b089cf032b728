import { defineStepForm } from 'smallyes/step-form/define';

/** What a quote depends on. The page asks by it, and the server reads what it is sent by it. */
export const quoteForm = defineStepForm({
  steps: {
    need: {
      title: 'What would help you most?',
      fields: [
        {
          type: 'choice',
          name: 'need',
          label: 'Your next step',
          required: true,
          trackable: true,
          options: [
            { value: 'review', label: 'A look at my delivery step' },
            { value: 'promise', label: 'A named day for every parcel' },
          ],
        },
      ],
      next: [{ when: { need: 'review' }, to: 'contact' }, { to: 'parcels' }],
    },
    parcels: {
      title: 'How many parcels leave you in a month?',
      description: 'A guess is enough. You can change it later.',
      fields: [
        {
          type: 'number',
          name: 'parcels',
          label: 'Parcels in a month',
          required: true,
          min: 1,
          max: 100_000,
          trackable: true,
        },
      ],
      reply: ({ parcels }) =>
        `About €${(900 + Math.round(parcels / 10)).toLocaleString('en')}, once, and three weeks of our time.`,
    },
    contact: {
      title: 'Where shall we send the quote?',
      fields: [
        { type: 'text', name: 'name', label: 'Your name', required: true, maxLength: 100 },
        { type: 'email', name: 'email', label: 'E-mail', required: true },
      ],
    },
  },
  endings: {
    sent: {
      title: 'Thank you, {name}',
      text: 'Helen or Tom looks at it today. You have the quote by tomorrow evening.',
    },
  },
});
