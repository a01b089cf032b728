import { defineStepForm } from 'smallyes/step-form';

const euros = (amount: number) => `€${amount.toLocaleString('en')}`;

/** A quote for a photographer's day, in three steps and a review. */
export const shootForm = defineStepForm({
  steps: {
    occasion: {
      title: 'What shall we photograph?',
      fields: [
        {
          type: 'choice',
          name: 'occasion',
          required: true,
          trackable: true,
          options: [
            { value: 'products', label: 'Products for a shop' },
            { value: 'portraits', label: 'Portraits of a team' },
            { value: 'rooms', label: 'Rooms and places' },
          ],
        },
      ],
    },
    size: {
      title: 'How many pictures do you need?',
      description: 'A guess is enough. You can change it later.',
      fields: [{ type: 'number', name: 'pictures', min: 1, max: 500, required: true, trackable: true }],
    },
    contact: {
      title: 'Where shall we send the quote?',
      fields: [
        { type: 'text', name: 'name', label: 'Your name', required: true },
        { type: 'email', name: 'email', label: 'E-mail', required: true },
      ],
    },
    review: { review: true },
  },
  endings: {
    sent: {
      title: 'Thank you, {name}',
      text: 'Your quote is on its way. Mara looks at it today and writes to you by tomorrow noon.',
    },
  },
});

/** The same in Arabic. */
export const shootFormInArabic = defineStepForm({
  steps: {
    occasion: {
      title: 'ماذا نصوّر لكم؟',
      fields: [
        {
          type: 'choice',
          name: 'occasion',
          required: true,
          trackable: true,
          options: [
            { value: 'products', label: 'منتجات لمتجر' },
            { value: 'portraits', label: 'صور فريق العمل' },
            { value: 'rooms', label: 'غرف وأماكن' },
          ],
        },
      ],
    },
    size: {
      title: 'كم صورة تحتاجون؟',
      description: 'يكفي تقدير، ويمكنكم تغييره لاحقًا.',
      fields: [{ type: 'number', name: 'pictures', min: 1, max: 500, required: true, trackable: true }],
    },
    contact: {
      title: 'إلى أين نرسل العرض؟',
      fields: [
        { type: 'text', name: 'name', label: 'اسمكم', required: true },
        { type: 'email', name: 'email', label: 'البريد الإلكتروني', required: true },
      ],
    },
    review: { review: true },
  },
  endings: { sent: { title: 'شكرًا {name}', text: 'عرضكم في الطريق. تكتب لكم مها قبل ظهر الغد.' } },
});

/** A way that depends on the answers, an ending without a sale, and earlier answers in later texts. */
export const auditForm = defineStepForm({
  steps: {
    need: {
      title: 'What do you need?',
      fields: [
        {
          type: 'choice',
          name: 'service',
          required: true,
          trackable: true,
          options: [
            {
              value: 'audit',
              label: 'A look at my shop',
              description: 'One week, a list of what to mend first',
            },
            { value: 'build', label: 'A new shop', description: 'Two to four months' },
            { value: 'chat', label: 'Just a question' },
          ],
        },
      ],
      next: [
        { when: { service: 'audit' }, to: 'orders' },
        { when: { service: 'build' }, to: 'budget' },
        { to: 'question' },
      ],
    },
    orders: {
      title: 'How many orders do you get in a month?',
      fields: [{ type: 'number', name: 'orders', required: true, min: 0, trackable: true }],
      next: (values) => (values.orders < 20 ? { end: 'tooSmall' } : 'contact'),
    },
    budget: {
      title: 'What have you set aside for it?',
      fields: [
        {
          type: 'choice',
          name: 'budget',
          required: true,
          trackable: true,
          options: ['Up to €10,000', '€10,000 to €30,000', 'More'],
        },
      ],
      next: 'contact',
    },
    question: {
      title: 'What would you like to know?',
      fields: [{ type: 'long-text', name: 'question', required: true, maxLength: 600 }],
    },
    contact: {
      title: 'Where can we answer you?',
      description: 'About: {service|your question}.',
      fields: [{ type: 'email', name: 'email', label: 'E-mail', required: true }],
    },
  },
  endings: {
    sent: { title: 'Thank you', text: 'Jan reads it today and answers within a working day.' },
    tooSmall: {
      title: 'It is too early for an audit',
      text: 'With {orders} orders a month, numbers do not tell enough yet. Talk to ten customers first: it is free, and you will learn more.',
      send: false,
    },
  },
});

/** Answers are worth something at once: a price, worked out while the visitor looks. */
export const priceForm = defineStepForm({
  steps: {
    rooms: {
      title: 'How large is your office?',
      fields: [{ type: 'number', name: 'area', required: true, min: 10, max: 5000, unit: 'm²' }],
      reply: ({ area }) => {
        const monthly = Math.round(area * 2.4) * 10;
        return { text: `About ${euros(monthly)} a month, with two visits a week.`, monthly };
      },
    },
    often: {
      title: 'How often shall we come?',
      fields: [
        {
          type: 'choice',
          name: 'visits',
          required: true,
          options: [
            { value: '1', label: 'Once a week' },
            { value: '2', label: 'Twice a week' },
            { value: '5', label: 'Every working day' },
          ],
        },
      ],
      reply: async ({ visits, area = 0 }) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const monthly = Math.round(area * (1.2 + Number(visits) * 0.6)) * 10;
        return { text: `${euros(monthly)} a month.`, monthly };
      },
    },
    contact: {
      title: 'Who shall we call about a first visit?',
      fields: [
        { type: 'text', name: 'name', label: 'Name', required: true },
        { type: 'phone', name: 'phone', label: 'Phone', required: true },
      ],
    },
  },
  endings: { sent: { title: 'Thank you', text: 'We call you today between two and five.' } },
});

/** Everything about the visitor, in one step: what a conversation asks one by one. */
export const talkForm = defineStepForm({
  steps: {
    you: {
      title: 'About you',
      fields: [
        {
          type: 'choice',
          name: 'role',
          label: 'What do you do?',
          required: true,
          trackable: true,
          options: [
            { value: 'shop', label: 'I run a shop' },
            { value: 'agency', label: 'I work for shops' },
            { value: 'other', label: 'Something else' },
          ],
        },
        { type: 'text', name: 'first', label: 'And your first name?', required: true },
      ],
    },
    goal: {
      title: 'The goal',
      fields: [
        {
          type: 'choice',
          name: 'goal',
          label: 'What would help you most, {first}?',
          required: true,
          trackable: true,
          options: ['More visitors', 'More of them who buy', 'More who come back'],
        },
      ],
      reply: ({ goal }) =>
        goal === 'More of them who buy' ? 'That is what most of our readers work on, too.' : undefined,
    },
    email: {
      title: 'The plan',
      fields: [{ type: 'email', name: 'email', label: 'Where shall we send your plan?', required: true }],
    },
  },
  endings: { sent: { title: 'Here it comes, {first}', text: 'Look into your inbox in two minutes.' } },
});

/** Twenty steps of five fields. */
export const longForm = defineStepForm({
  steps: Object.fromEntries(
    Array.from({ length: 20 }, (_, step) => [
      `part${step + 1}`,
      {
        title: `Part ${step + 1}`,
        fields: Array.from({ length: 5 }, (_, field) => ({
          type: 'text' as const,
          name: `p${step + 1}q${field + 1}`,
          label: `Question ${field + 1}`,
        })),
      },
    ]),
  ),
  endings: { sent: { title: 'Thank you for your patience' } },
});
