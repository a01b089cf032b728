import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { StepForm, type StepFormProps } from 'smallyes/step-form';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import { auditForm, longForm, priceForm, shootForm, shootFormInArabic, talkForm } from './step-form.forms.ts';

type Props = StepFormProps;

const anyForm = <Form,>(form: Form) => form as unknown as Props['form'];

/**
 * A long form in small steps, each a small yes. It branches by the answers, gives something back at once, keeps what was
 * answered over a reload, and without JavaScript is one plain form. Define it with `defineStepForm`, outside the component.
 */
const meta = {
  component: StepForm,
  tags: ['strong'],
  // Steps are entries of the browser's history, which all stories share.
  args: {
    id: 'shoot',
    form: anyForm(shootForm),
    draft: false,
    history: false,
    onEvent: fn(),
    onSubmit: fn(),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

/** One question, one obvious action. Enter goes on as well. */
export const Default: Story = {
  async play({ canvas, args }) {
    await expect(canvas.getByRole('heading', { name: 'What shall we photograph?' })).toBeVisible();
    await expect(canvas.getByText('Step 1 of 4')).toBeVisible();
    await pick(canvas, 'Portraits of a team');
    await goOn(canvas, 'How many pictures do you need?');
    await expect(linesOf(args.onEvent)).toEqual(['step seen', 'step started', 'step committed']);
    await expect(lastData(args.onEvent)).toEqual({
      step: 'occasion',
      position: 1,
      of: 4,
      answers: { occasion: 'portraits' },
    });
  },
};

/** Something is missing: the words stand at the field, which has the focus. */
export const Missing: Story = {
  async play({ canvas, canvasElement }) {
    await press(canvas, 'Continue');
    await waitFor(() => expect(canvas.getByText('Please choose one of these.')).toBeVisible());
    await expect(canvasElement.querySelector('[role=radiogroup]')).toContainElement(
      document.activeElement as HTMLElement,
    );
  },
};

/** The way depends on the answers, and so does the number of steps that are likely to come. */
export const Branching: Story = {
  args: { id: 'audit', form: anyForm(auditForm) },
  async play({ canvas }) {
    await expect(canvas.getByText('Step 1 of 3')).toBeVisible();
    await pick(canvas, 'A new shop');
    await goOn(canvas, 'What have you set aside for it?');
    await press(canvas, 'Back');
    await waitFor(() => expect(canvas.getByRole('radio', { name: /A new shop/ })).toBeChecked());
    await pick(canvas, 'A look at my shop');
    await goOn(canvas, 'How many orders do you get in a month?');
    await expect(canvas.getByText('Step 2 of 3')).toBeVisible();
  },
};

/** An answer is worth something at once: here a price, while the visitor types. */
export const WithReplies: Story = {
  args: { id: 'office', form: anyForm(priceForm) },
  async play({ canvas }) {
    await userEvent.type(canvas.getByLabelText('How large is your office?'), '120');
    await waitFor(() =>
      expect(canvas.getByText('About €2,880 a month, with two visits a week.')).toBeVisible(),
    );
    await goOn(canvas, 'How often shall we come?');
    await pick(canvas, 'Every working day');
    await waitFor(() => expect(canvas.getByText('€5,040 a month.')).toBeVisible());
  },
};

/** The same kind of definition, one question at a time: a click on an answer goes on, and answers stay in sight. */
export const Conversation: Story = {
  args: { id: 'plan', form: anyForm(talkForm), mode: 'conversation' },
  async play({ canvas }) {
    await pick(canvas, 'I run a shop');
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'And your first name?' })).toHaveFocus());
    await userEvent.type(canvas.getByLabelText('And your first name?'), 'Ada{Enter}');
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: 'What would help you most, Ada?' })).toHaveFocus(),
    );
    await pick(canvas, 'More of them who buy');
    await waitFor(() =>
      expect(canvas.getByRole('log')).toHaveTextContent('That is what most of our readers work on, too.'),
    );
  },
};

/** All answers, each with a way back to it that leads here again. */
export const Review: Story = {
  args: { id: 'shoot-review' },
  async play({ canvas }) {
    await toReview(canvas);
    await press(canvas, 'Edit “How many pictures do you need?”');
    const pictures = await waitFor(() => canvas.getByLabelText('How many pictures do you need?'));
    await userEvent.clear(pictures);
    await userEvent.type(pictures, '40');
    await goOn(canvas, 'Check your answers');
    await expect(canvas.getByText('40')).toBeVisible();
  },
};

/** Sent: what happens next, and the next ask. */
export const Sent: Story = {
  args: {
    id: 'shoot-sent',
    next: (
      <a className="sy-button" href="#light">
        Read: three lamps are enough
      </a>
    ),
  },
  async play({ canvas, args }) {
    await toReview(canvas);
    await press(canvas, 'Send');
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Thank you, Ada' })).toHaveFocus());
    await expect(linesOf(args.onEvent).at(-1)).toBe('submit committed');
    await expect(args.onSubmit).toHaveBeenCalledTimes(1);
  },
};

/** Not everybody is a customer. This ending sends nothing, says why, and lets the visitor change the answers. */
export const AnotherEnding: Story = {
  args: { id: 'audit-early', form: anyForm(auditForm) },
  async play({ canvas, args }) {
    await pick(canvas, 'A look at my shop');
    await goOn(canvas, 'How many orders do you get in a month?');
    await userEvent.type(canvas.getByLabelText('How many orders do you get in a month?'), '7');
    await goOn(canvas, 'It is too early for an audit');
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await expect(canvas.getByRole('button', { name: 'Change my answers' })).toBeVisible();
  },
};

/** On its way: words beside the sign, and nothing can be sent twice. */
export const Sending: Story = {
  args: { id: 'shoot-sending', onSubmit: () => new Promise(() => {}) },
  async play({ canvas }) {
    await toReview(canvas);
    await press(canvas, 'Send');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Sending …' })).toBeVisible());
  },
};

/** The server refuses an answer of an earlier step: the form goes there, with the words at the field. */
export const RefusedByServer: Story = {
  args: {
    id: 'shoot-refused',
    onSubmit: () => ({
      status: 'invalid',
      errors: { email: 'This mailbox takes no mail. Is it spelled right?' },
    }),
  },
  async play({ canvas }) {
    await toReview(canvas);
    await press(canvas, 'Send');
    await waitFor(() =>
      expect(canvas.getByText('This mailbox takes no mail. Is it spelled right?')).toBeVisible(),
    );
    await waitFor(() => expect(canvas.getByLabelText('E-mail')).toHaveFocus());
  },
};

/** A check on the way to the next step, such as whether you serve a place. Back cancels it. */
export const Gate: Story = {
  args: { id: 'office-gate', form: anyForm(priceForm), gate: () => new Promise<boolean>(() => {}) },
  async play({ canvas }) {
    await userEvent.type(canvas.getByLabelText('How large is your office?'), '120');
    await press(canvas, 'Continue');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'One moment …' })).toBeVisible());
  },
};

/** A visitor comes back within a week: the step and the answers are there, said quietly. */
export const KeptDraft: Story = {
  args: { id: 'shoot-kept', draft: true },
  beforeEach() {
    localStorage.setItem(
      'smallyes:draft:step-form|shoot-kept',
      JSON.stringify({
        v: 1,
        t: Date.now() - 86_400_000,
        values: { occasion: 'rooms', pictures: '24', name: 'Ada' },
        more: { trail: ['occasion', 'size', 'contact'], at: 2, done: ['occasion', 'size'], turn: 0 },
      }),
    );
  },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByText('We kept your answers.')).toBeVisible());
    await expect(canvas.getByLabelText('Your name')).toHaveValue('Ada');
    await expect(canvas.getByRole('button', { name: 'Start over' })).toBeVisible();
  },
};

/** What you know of the visitor stands in the fields; it can be changed. */
export const Prefilled: Story = {
  args: { id: 'shoot-prefilled', prefill: { occasion: 'products', pictures: 12 } },
  async play({ canvas }) {
    await expect(canvas.getByRole('radio', { name: 'Products for a shop' })).toBeChecked();
  },
};

/** Twenty steps of five fields: no key renders anything outside its field. */
export const LongForm: Story = {
  args: { id: 'long', form: anyForm(longForm) },
  async play({ canvas }) {
    await userEvent.type(canvas.getAllByLabelText('Question 1 (optional)')[0] as HTMLElement, 'yes');
    await goOn(canvas, 'Part 2');
    await expect(canvas.getByText('Step 2 of 20')).toBeVisible();
  },
};

/** The same HTML in a browser without JavaScript: one plain form, read on the server by `readStepForm`. */
export const WithoutJavaScript: Story = {
  args: { id: 'shoot-plain', action: '#sent', onSubmit: undefined },
  decorators: [
    (Story) => (
      <div className="without-script">
        <style>{plain}</style>
        <Story />
      </div>
    ),
  ],
  async play({ canvas }) {
    for (const name of [
      'What shall we photograph?',
      'How many pictures do you need?',
      'Where shall we send the quote?',
    ])
      await expect(canvas.getByRole('heading', { name })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeVisible();
  },
};

/** Undoes, for this story, what style sheets do where there is script. */
const plain = `
  .without-script .sy-step-form-step[class] { display: flex; }
  .without-script .sy-only-with-script[class] { display: none; }
  .without-script .sy-only-without-script[class] { display: inline-flex; }
  .without-script .sy-step-form-step + .sy-step-form-step[class] { margin-top: 12px; padding-top: 24px; border-top: 1px solid var(--sy-border); }
`;

/** Arabic: everything mirrored, the progress too. */
export const RightToLeft: Story = {
  args: { id: 'shoot-rtl', form: anyForm(shootFormInArabic) },
  globals: { direction: 'rtl', locale: 'ar' },
  async play({ canvas }) {
    await pick(canvas, 'صور فريق العمل');
    await userEvent.click(canvas.getByRole('button', { name: 'متابعة' }));
    // Engines differ on the digits of Arabic.
    const [two, four] = [2, 4].map((number) => new Intl.NumberFormat('ar').format(number));
    await waitFor(() => expect(canvas.getByText(`الخطوة ${two} من ${four}`)).toBeVisible());
  },
};

/** Dark surfaces. */
export const Dark: Story = { args: { id: 'shoot-dark' }, globals: { theme: 'dark' } };

/** The plain markup, in a card of your own. */
export const Headless: Story = {
  args: { id: 'shoot-headless', appearance: 'plain', headingLevel: 3 },
  render: (args) => (
    <CommitmentProvider>
      <section style={{ border: '2px solid', padding: 24, maxInlineSize: 480 }}>
        <StepForm {...args} />
      </section>
    </CommitmentProvider>
  ),
  async play({ canvas }) {
    await expect(canvas.getByRole('heading', { level: 3, name: 'What shall we photograph?' })).toBeVisible();
  },
};

async function pick(canvas: Canvas, answer: string) {
  await userEvent.click(canvas.getByRole('radio', { name: new RegExp(answer) }));
}

async function press(canvas: Canvas, name: string) {
  await userEvent.click(await waitFor(() => canvas.getByRole('button', { name })));
}

async function goOn(canvas: Canvas, heading: string) {
  await press(canvas, 'Continue');
  await waitFor(() => expect(canvas.getByRole('heading', { name: heading })).toHaveFocus(), {
    timeout: 5_000,
  });
}

async function toReview(canvas: Canvas) {
  await pick(canvas, 'Portraits of a team');
  await goOn(canvas, 'How many pictures do you need?');
  await userEvent.type(canvas.getByLabelText('How many pictures do you need?'), '12');
  await goOn(canvas, 'Where shall we send the quote?');
  await userEvent.type(canvas.getByLabelText('Your name'), 'Ada');
  await userEvent.type(canvas.getByLabelText('E-mail'), 'ada@example.com');
  await goOn(canvas, 'Check your answers');
}

const eventsOf = (onEvent: unknown) =>
  (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([one]) => one);
const linesOf = (onEvent: unknown) =>
  eventsOf(onEvent).map(({ kind, phase }) => `${kind.replace('step-form.', '')} ${phase}`);
const lastData = (onEvent: unknown) => eventsOf(onEvent).at(-1)?.data;
