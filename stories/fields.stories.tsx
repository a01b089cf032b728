import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { uuid } from 'smallyes/events';
import {
  AddressField,
  ChoiceField,
  ConsentField,
  EmailField,
  type FieldComponents,
  type FormSubmitHandler,
  LongTextField,
  type OwnFieldProps,
  TextField,
  useField,
} from 'smallyes/fields';
import { type FieldSpec, type FormSchema, fieldsOf } from 'smallyes/form';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import * as z from 'zod';
import { FormBody } from '../src/fields/form-body.tsx';
import { FormExchange } from '../src/fields/form-exchange.tsx';
import { useFormSpeaker } from '../src/fields/form-speaker.ts';
import { useForm } from '../src/fields/use-form.ts';

interface FormHostProps {
  /** The fields, as data. */
  fields?: readonly FieldSpec[] | undefined;
  /** Checks the values; without fields, it also says which there are. */
  schema?: FormSchema | undefined;
  /** Takes the values to a server. */
  onSubmit?: FormSubmitHandler<never> | undefined;
  /** Controls of one's own. */
  components?: FieldComponents | undefined;
  /** What is given and got. */
  exchange?: { give: string[]; get: string[] } | undefined;
  /** The button. */
  submitLabel?: string | undefined;
  /** Fields as JSX. */
  children?: ReactNode;
}

/** A bare form around the fields: asks such as `ContactDialog`, `LeadGate` and `StepForm` bring their own. */
function FormHost(props: FormHostProps) {
  const { fields, schema, onSubmit, components, exchange, submitLabel, children } = props;
  const speak = useFormSpeaker();
  const [specs] = useState(() => fields ?? (schema && !children ? fieldsOf(schema) : undefined));
  const form = useForm({
    name: 'FormHost "fields"',
    speak,
    schema,
    onSubmit,
    createKey: uuid,
    ask: { attempt: () => ({ id: 'one' }) },
    onSettle() {},
  });
  const { settled } = form.view;
  const isSent = settled?.status === 'ok';
  return (
    <div data-sy-ask="form-host">
      {exchange && <FormExchange exchange={exchange} speak={speak} />}
      <FormBody
        form={form}
        id="fields"
        speak={speak}
        fields={specs}
        components={components}
        submitLabel={submitLabel}
        aria-label="Example"
        after={isSent && <p role="note">{speak('sent')}</p>}
      >
        {children}
      </FormBody>
    </div>
  );
}

/**
 * Fields stand in the form of an ask. They are native HTML until the visitor turns to them: then checks, drafts and
 * sending arrive, and take the running form over. Say them as data, as JSX, or by a schema.
 */
const meta = {
  title: 'Fields',
  component: FormHost,
  args: { onSubmit: fn() },
} satisfies Meta<FormHostProps>;

export default meta;

type Story = StoryObj<FormHostProps>;

const every: readonly FieldSpec[] = [
  { type: 'text', name: 'firstName', required: true, width: 'half' },
  { type: 'text', name: 'lastName', required: true, width: 'half' },
  {
    type: 'email',
    name: 'email',
    label: 'Work e-mail',
    description: 'We answer to this address within one working day.',
    placeholder: 'name@example.com',
    required: true,
  },
  { type: 'phone', name: 'phone', width: 'half' },
  { type: 'url', name: 'website', label: 'Your shop', placeholder: 'example.com', width: 'half' },
  { type: 'number', name: 'area', label: 'Floor space', unit: 'm²', min: 10, max: 5000, width: 'half' },
  { type: 'date', name: 'day', label: 'When may we call?', min: '2026-11-23', width: 'half' },
  {
    type: 'choice',
    name: 'size',
    label: 'How many are you?',
    as: 'select',
    required: true,
    options: [
      { value: '1', label: 'Just me' },
      { value: '2-10', label: '2 to 10' },
      { value: '11-50', label: '11 to 50' },
      { value: '51+', label: 'More than 50' },
    ],
  },
  {
    type: 'choice',
    name: 'pace',
    label: 'How soon do you want to start?',
    required: true,
    options: [
      { value: 'now', label: 'This month', description: 'We keep two days free for urgent projects.' },
      { value: 'quarter', label: 'This quarter' },
      { value: 'later', label: 'I am only looking around' },
    ],
  },
  {
    type: 'choices',
    name: 'topics',
    label: 'What shall we talk about?',
    description: 'Up to two.',
    max: 2,
    options: ['Photos', 'Prices', 'Delivery'],
  },
  { type: 'address', name: 'address', label: 'Where is the shop?', required: true },
  {
    type: 'file',
    name: 'plan',
    label: 'Floor plan',
    accept: 'image/*,.pdf',
    multiple: true,
    maxSize: 5_000_000,
  },
  {
    type: 'long-text',
    name: 'message',
    label: 'Anything else?',
    maxLength: 500,
    rows: 3,
  },
  {
    type: 'consent',
    name: 'terms',
    label: 'I have read how you treat my data.',
    link: { label: 'Privacy notice', href: '/privacy' },
    required: true,
  },
  { type: 'hidden', name: 'source', defaultValue: 'pricing' },
];

const filled = every.map((spec): FieldSpec => {
  const values: Record<string, unknown> = {
    firstName: 'Ines',
    lastName: 'Okafor',
    email: 'ines@example.com',
    phone: '+49 228 555 0199',
    website: 'lamp-and-chair.example.com',
    area: 140,
    day: '2026-12-03',
    size: '2-10',
    pace: 'quarter',
    topics: ['Photos', 'Delivery'],
    address: { street: 'Bonner Straße 12', postalCode: '53111', city: 'Bonn', country: 'Germany' },
    message: 'We moved in spring, and half of our customers still go to the old place.',
    source: 'pricing',
  };
  return { ...spec, defaultValue: values[spec.name] } as FieldSpec;
});

/** The machine of a form loads at the first touch, on a busy computer not at once. */
const soon = (check: () => unknown) => waitFor(check, { timeout: 5000 });

const sentBy = (handler: unknown) => (handler as Mock).mock.calls.at(-1)?.[0];

/** Every type, as the visitor finds it. What may be left out says so; nothing is starred. */
export const Default: Story = {
  args: { fields: every },
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox', { name: 'First name' })).toBeRequired();
    await expect(canvas.getByRole('textbox', { name: 'First name' })).toHaveAttribute(
      'autocomplete',
      'given-name',
    );
    await expect(canvas.getByRole('textbox', { name: 'Phone (optional)' })).toHaveAttribute('type', 'tel');
    await expect(canvas.getByRole('radiogroup', { name: 'How soon do you want to start?' })).toBeVisible();
    await expect(canvas.getByRole('group', { name: 'What shall we talk about? (optional)' })).toBeVisible();
    await expect(canvas.getByRole('checkbox', { name: /how you treat my data/ })).not.toBeChecked();
  },
};

/** Filled in and sent: each value has its type. */
export const Filled: Story = {
  args: { fields: filled },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('checkbox', { name: /how you treat my data/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(args.onSubmit).toHaveBeenCalledTimes(1));
    await expect(sentBy(args.onSubmit)).toMatchObject({
      website: 'https://lamp-and-chair.example.com',
      area: 140,
      topics: ['Photos', 'Delivery'],
      terms: true,
      source: 'pricing',
    });
  },
};

/** After a try: the first wrong field has the focus, each says what to do, the form says how many there are. */
export const Problems: Story = {
  args: { fields: every },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Work e-mail' }), 'ines@');
    await soon(() => expect(document.querySelector('form')).toHaveProperty('noValidate', true));
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(canvas.getByRole('alert')).toHaveTextContent('10 answers need another look.'));
    await soon(() => expect(canvas.getByRole('textbox', { name: 'First name' })).toHaveFocus());
    await expect(canvas.getByRole('textbox', { name: 'Work e-mail' })).toBeInvalid();
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** The server takes its time: words beside the spinner, and the focus stays. */
export const Pending: Story = {
  args: { fields: filled.slice(0, 3), onSubmit: () => new Promise(() => {}) },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(canvas.getByRole('button', { name: 'Sending …' })).toBeVisible());
    await expect(canvas.getByRole('status', { name: '' })).toBeInTheDocument();
  },
};

/** The server was not there. Nothing is lost, and the button says what to do. */
export const Failed: Story = {
  args: { fields: filled.slice(0, 3), onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible());
    await expect(canvas.getByRole('alert')).toHaveTextContent('What you wrote is still here');
    await expect(canvas.getByRole('textbox', { name: 'First name' })).toHaveValue('Ines');
  },
};

/** Not part of the form for now. */
export const Disabled: Story = {
  args: { fields: filled.map((spec) => ({ ...spec, disabled: true })) },
  async play({ canvas }) {
    for (const box of canvas.getAllByRole('textbox')) await expect(box).toBeDisabled();
  },
};

/** Sent, but fixed. */
export const ReadOnly: Story = {
  args: { fields: filled.map((spec) => ({ ...spec, readOnly: true, required: false })) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Photos' }));
    await expect(canvas.getByRole('checkbox', { name: 'Photos' })).toBeChecked();
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(sentBy(args.onSubmit)).toMatchObject({ pace: 'quarter', size: '2-10' }));
  },
};

/** Files with their sizes, each of which can be taken back. */
export const Files: Story = {
  args: { fields: every.filter(({ type }) => type === 'file') },
  async play({ canvas, args }) {
    const plan = new File(['x'.repeat(48_200)], 'ground floor.pdf', { type: 'application/pdf' });
    const photo = new File(['x'.repeat(2_340_000)], 'window.jpg', { type: 'image/jpeg' });
    await userEvent.upload(canvas.getByLabelText('Floor plan (optional)'), [plan, photo]);
    await expect(canvas.getByText('48.2 kB')).toBeVisible();
    await expect(canvas.getByText('2.3 MB')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Remove window.jpg' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(sentBy(args.onSubmit)?.plan).toHaveLength(2));
  },
};

/** The room left is shown from four fifths on. More can be typed, and nothing that was pasted is cut. */
export const Counter: Story = {
  args: { fields: [{ type: 'long-text', name: 'message', label: 'Your story in short', maxLength: 60 }] },
  async play({ canvas }) {
    const area = canvas.getByRole('textbox');
    await userEvent.type(area, 'We sell lamps from three small makers in the Eifel.');
    await soon(() => expect(canvas.getAllByText('9 characters left')[0]).toBeVisible());
    await userEvent.type(area, ' And chairs since May.');
    await soon(() => expect(canvas.getAllByText('13 characters too many')[0]).toBeVisible());
  },
};

/** Long words and long questions wrap. */
export const LongText: Story = {
  args: {
    fields: [
      {
        type: 'text',
        name: 'company',
        label:
          'What is the full name of the company, as it stands in the register of companies at your place of business?',
        description:
          'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzbeauftragtenvertretungsstelle is fine too.',
        required: true,
      },
      {
        type: 'choice',
        name: 'plan',
        label: 'Which of these describes best where you are with your new shop at the moment?',
        options: [
          'We have an idea, a name and a room, and we want to know what it would cost to begin with it next year',
          'We have been open for a while',
        ],
      },
    ],
  },
};

/** Right to left. What is written from left to right, such as an e-mail address, stays so. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: {
    fields: [
      { type: 'text', name: 'name', label: 'الاسم', required: true, width: 'half', defaultValue: 'ليلى' },
      { type: 'phone', name: 'phone', label: 'الهاتف', width: 'half', defaultValue: '+971 4 555 0199' },
      { type: 'email', name: 'email', label: 'البريد الإلكتروني', required: true, defaultValue: 'layla@' },
      { type: 'number', name: 'area', label: 'المساحة', unit: 'م²', defaultValue: 140 },
      { type: 'choice', name: 'size', label: 'حجم الفريق', as: 'select', options: ['١', '٢ – ١٠'] },
      { type: 'choices', name: 'topics', label: 'المواضيع', options: ['الصور', 'الأسعار'] },
      { type: 'long-text', name: 'message', label: 'رسالتك', required: true, maxLength: 500 },
      { type: 'consent', name: 'terms', label: 'أوافق على استخدام بياناتي للرد.', required: true },
    ],
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('textbox', { name: 'رسالتك' }));
    await soon(() => expect(document.querySelector('form')).toHaveProperty('noValidate', true));
    await userEvent.click(canvas.getByRole('button', { name: 'إرسال' }));
    await soon(() => expect(canvas.getByRole('alert')).not.toBeEmptyDOMElement());
  },
};

/** On a dark page. */
export const Dark: Story = { ...Problems, globals: { theme: 'dark' } };

/** Fields as JSX, between whatever else the page has to say. */
export const AsJsx: Story = {
  render: (args) => (
    <FormHost {...args} submitLabel="Ask for a call">
      <TextField name="name" required />
      <EmailField name="email" label="E-mail" required denyDomains={['mailinator.example']} />
      <p>We call between nine and five. What suits you?</p>
      <ChoiceField name="when" label="Time of day" options={['Morning', 'Afternoon']} required />
      <LongTextField name="message" label="What is it about?" maxLength={800} />
      <ConsentField name="news" label="Send me a tip a month." />
    </FormHost>
  ),
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'Ines');
    await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail' }), 'ines@mailinator.example');
    await userEvent.click(canvas.getByRole('radio', { name: 'Morning' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Ask for a call' }));
    await soon(() => expect(canvas.getByText(/cannot write to this domain/)).toBeVisible());
    await userEvent.clear(canvas.getByRole('textbox', { name: 'E-mail' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail' }), 'ines@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Ask for a call' }));
    await soon(() =>
      expect(sentBy(args.onSubmit)).toEqual({
        name: 'Ines',
        email: 'ines@example.com',
        when: 'Morning',
        message: '',
        news: false,
      }),
    );
  },
};

const quote = z.object({
  email: z.email().meta({ title: 'Work e-mail' }),
  size: z.enum(['1-10', '11-50', '51+']).meta({ title: 'How many are you?' }),
  start: z.iso.date().optional().meta({ title: 'First day' }),
  message: z.string().max(2000).optional().meta({ title: 'What do you need?' }),
});

/** Fields that a zod schema describes. The same schema checks them, here and on the server. */
export const FromSchema: Story = {
  args: { schema: quote },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Work e-mail' }), 'ines@example.com');
    await userEvent.click(canvas.getByRole('radio', { name: '11-50' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(sentBy(args.onSubmit)).toEqual({ email: 'ines@example.com', size: '11-50' }));
  },
};

function Budget({ spec }: OwnFieldProps) {
  const { value = 2000, setValue, label, error, errorId, controlProps } = useField<number>(spec);
  return (
    <div className="sy-field">
      <label className="sy-label" htmlFor={controlProps.id}>
        {label}: {value} €
      </label>
      <input
        {...controlProps}
        type="range"
        min={500}
        max={5000}
        step={500}
        value={value}
        onChange={(event) => setValue(Number(event.target.value))}
      />
      <p className="sy-error" id={errorId}>
        {error}
      </p>
    </div>
  );
}

/** A control of one's own: its value goes along, and is checked like any other. */
export const OwnControl: Story = {
  args: {
    fields: [
      { type: 'number', name: 'budget', label: 'Your budget', required: true, min: 1000 },
      { type: 'email', name: 'email', required: true },
    ],
    components: { budget: Budget },
  },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Email' }), 'ines@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(canvas.getByText('Please fill this in.')).toBeVisible());
    const slider = canvas.getByRole('slider', { name: /Your budget/ });
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** What is given and what comes back, before anything is asked. */
export const WithExchange: Story = {
  args: {
    exchange: { give: ['your e-mail address'], get: ['the 12-point checklist', 'one reminder in a month'] },
    fields: [{ type: 'email', name: 'email', label: 'E-mail', required: true }],
    submitLabel: 'Send me the checklist',
  },
  async play({ canvas }) {
    await expect(canvas.getByText('the 12-point checklist and one reminder in a month')).toBeVisible();
  },
};

/** An address whose lines each have a problem of their own. */
export const Address: Story = {
  render: (args) => (
    <FormHost {...args}>
      <AddressField
        name="shipping"
        label="Where shall we send the sample?"
        purpose="shipping"
        parts={['street', 'line2', 'postalCode', 'city', 'country']}
        required
      />
    </FormHost>
  ),
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox', { name: 'Postal code' })).toHaveAttribute(
      'autocomplete',
      'shipping postal-code',
    );
    await userEvent.type(canvas.getByRole('textbox', { name: 'Street and number' }), 'Main Street 1');
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await soon(() => expect(canvas.getByRole('textbox', { name: 'Postal code' })).toHaveFocus());
    await expect(canvas.getByRole('textbox', { name: 'Street and number' })).toBeValid();
  },
};
