import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { TextField } from 'smallyes/fields';
import { LeadGate, type LeadGateProps } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { CommitmentProvider } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';

type Props = LeadGateProps;

/**
 * A guide for an address, the rest of an article for a vote. The children are the taste that everybody may read; what is
 * behind the gate comes from your server, and only for a grant. See the guide "Gates and grants" for what that secures.
 */
const meta = {
  component: LeadGate,
  tags: ['medium'],
  args: {
    id: 'checklist',
    get: 'The 12-point checklist (PDF)',
    onSubmit: fn(() => ({ status: 'ok', grant: 'g-2026' }) as const),
    href: (grant) => `#checklist-${grant}`,
    onEvent: fn(),
    children: (
      <p>
        Twelve questions that decide whether a stranger buys, on two pages. Forty shop owners went through
        them in October; most found three things to mend in an afternoon.
      </p>
    ),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

/** As an article of the site looks, which the gate leaves alone. */
const onPage: Decorator = (Story) => (
  <div style={{ maxInlineSize: '38rem', font: '1.0625rem/1.6 system-ui, sans-serif' }}>
    <Story />
  </div>
);

const article = (
  <>
    <p>
      Most visitors do not buy at the first visit. They look around, they compare, they put the phone away.
      What you can win today is a small yes: a vote, a rating, an address for something useful.
    </p>
    <p>
      Last spring we watched 41 shops for six weeks. Those that asked for little, and gave something back at
      once, had more than twice as many visitors on their contact page. The rest asked for an appointment
      straight away, and waited.
    </p>
    <h3>What the winners did differently</h3>
    <p>
      They asked one question at a time. They said what comes next. And they never hid an answer behind a form
      that the visitor had already earned. <a href="#method">How we measured</a> stands at the end of the
      report.
    </p>
    <p>
      The table below shows the three asks that worked best, by branch. In fashion it was the size adviser, in
      furniture the room sketch, in services the two-minute estimate. None of them asked for a name first.
    </p>
  </>
);

const protectedPart = (
  <div style={{ fontFamily: 'system-ui, sans-serif', lineHeight: 1.6 }}>
    <h3>The three asks, and what they brought</h3>
    <p>
      The size adviser: 31 of 100 visitors used it, 9 left an address for the result, 4 bought within the
      week. The room sketch: 12, 7 and 2. The two-minute estimate: 22, 15 and 5.
    </p>
  </div>
);

/** At the door: the taste, what is given and got, one field, one button. */
export const Default: Story = {
  args: { heading: 'Would a stranger buy in your shop?' },
  async play({ canvas }) {
    await expect(canvas.getByRole('form', { name: 'Would a stranger buy in your shop?' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('');
    await expect(canvas.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      'E-mail address',
      'The 12-point checklist (PDF)',
    ]);
    await expect(canvas.getByRole('button', { name: 'Get it now' })).toBeVisible();
  },
};

/** One address later: the link is there, and has the focus. */
export const Unlocked: Story = {
  args: {
    next: <StarRating id="checklist-rating" label="How useful does it look at first sight?" />,
  },
  async play({ canvas, args }) {
    await answer(canvas);
    const link = await canvas.findByRole('link', { name: 'Open: The 12-point checklist (PDF)' });
    await expect(link).toHaveAttribute('href', '#checklist-g-2026');
    await waitFor(() => expect(link).toHaveFocus());
    await expect(canvas.getByText('Thank you! It is yours now.')).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
    await expect(lastEvent(args.onEvent)).toMatchObject({
      data: { fields: ['email'] },
      exchange: { give: ['E-mail address'], get: ['The 12-point checklist (PDF)'] },
    });
  },
};

/** A share of the article, then the ask. The rest is folded, and a screen reader reads it all the same. */
export const AfterATaste: Story = {
  decorators: [onPage],
  args: {
    id: 'report',
    get: 'The whole report, with the figures by branch',
    taste: { share: 0.5 },
    children: article,
    load: () => protectedPart,
  },
  async play({ canvas }) {
    await expect(canvas.getByText(/never hid an answer/)).toBeInTheDocument();
    await answer(canvas);
    const name = 'Unlocked: The whole report, with the figures by branch';
    const region = await canvas.findByRole('region', { name });
    await waitFor(() => expect(region).toHaveFocus());
  },
};

/** The same, before the visitor has answered. */
export const Folded: Story = {
  decorators: [onPage],
  args: { ...AfterATaste.args, id: 'report-folded', skippable: true },
};

/** All of the taste first, then the ask. */
export const AtTheEnd: Story = {
  decorators: [onPage],
  args: {
    id: 'report-end',
    get: 'The figures by branch, as a spreadsheet',
    taste: 'end',
    children: article,
    description: 'Ready to sort and filter, with the questions that we asked.',
  },
};

/** More to give, a box for news that nobody has to tick, and its wording on record. */
export const WithMoreFields: StoryObj = {
  render: () => (
    <LeadGate
      id="benchmark"
      get="Your shop against 41 others (PDF)"
      description="We compare you with shops of your size. It takes us a day."
      fields={[
        { type: 'email', name: 'email', label: 'Work e-mail', required: true },
        { type: 'url', name: 'shop', label: 'Address of your shop', required: true },
        {
          type: 'choice',
          name: 'size',
          label: 'Orders in a month',
          options: ['Up to 100', '100 to 1,000', 'More'],
          trackable: true,
        },
      ]}
      consent={{
        label: 'Send me one idea for small shops each month. I can stop it with one click.',
        link: { label: 'How we treat your address', href: '#privacy' },
      }}
      onSubmit={() => ({ status: 'ok' })}
      href="#benchmark"
      skippable
    />
  ),
  async play({ canvas }) {
    await expect(canvas.getByRole('checkbox')).not.toBeChecked();
  },
};

/** Fields as elements, for a layout of your own. */
export const FieldsAsElements: Story = {
  args: {
    id: 'elements',
    form: <TextField name="code" label="The code on your ticket" required inputMode="numeric" />,
    exchange: { give: ['The code on your ticket'], get: ['The recording of the talk'] },
    get: 'The recording of the talk',
    children: null,
  },
};

/** By mail: look there, send it again after a moment, or mend the address. */
export const PendingByMail: Story = {
  args: { onSubmit: () => ({ status: 'pending' }) },
  async play({ canvas, args }) {
    await answer(canvas, 'jana@shop.example');
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent(
        'Almost there: open the link that we have just sent to jana@shop.example.',
      ),
    );
    await expect(canvas.getByRole('button', { name: /^Send it again in \d+ seconds$/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** What your server knows shows in the first paint: no form, no thanks for what was given long ago. */
export const AlreadyKnown: Story = {
  args: { unlocked: true, href: '#checklist' },
  async play({ canvas, args }) {
    await expect(canvas.getByRole('link', { name: 'Open: The 12-point checklist (PDF)' })).toBeVisible();
    await expect(canvas.queryByRole('textbox')).not.toBeInTheDocument();
    await expect(linesOf(args.onEvent)).toEqual([]);
  },
};

/** Skippable: a quiet way out, which is a no and may offer something smaller. */
export const Skipped: Story = {
  args: {
    skippable: true,
    next: ({ phase }) =>
      phase === 'dismissed' && <StarRating id="summary-rating" label="Was the summary useful as it is?" />,
  },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'No, thanks' }));
    await expect(canvas.getByRole('radiogroup', { name: 'Was the summary useful as it is?' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toContain('dismissed');
  },
};

/** Any yes can be the key. Here a vote opens the report, and its grade is that of the vote. */
export const AnotherAskAsTheKey: Story = {
  args: {
    id: 'hurdles',
    get: 'What 312 other shops answered, by branch',
    door: (
      <Poll
        id="biggest-hurdle"
        question="What holds your shop back?"
        options={['Traffic', 'Trust', 'Price']}
        appearance="plain"
      />
    ),
    load: () => protectedPart,
    onSubmit: undefined,
    children: null,
  },
  async play({ canvas, args }) {
    await expect(canvas.queryByRole('textbox')).not.toBeInTheDocument();
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await waitFor(() => expect(canvas.getByRole('region', { name: /^Unlocked/ })).toBeVisible());
    await expect(lastEvent(args.onEvent)).toMatchObject({
      kind: 'lead-gate.unlock',
      grade: 1,
      data: { key: 'poll.vote' },
    });
  },
};

/** The key lies elsewhere on the page. */
export const KeyElsewhere: Story = {
  args: {
    id: 'elsewhere',
    get: 'The answers of our readers',
    description: 'Rate the article above.',
    unlockBy: 'article-7',
    onSubmit: undefined,
    children: null,
  },
  render: (args) => (
    <div className="sy-stack">
      <StarRating id="article-7" label="Was this article useful?" />
      <LeadGate {...args} />
    </div>
  ),
  async play({ canvas }) {
    await expect(canvas.getByText('Your answer opens it.')).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: '4 stars' }));
    await expect(await canvas.findByRole('link', { name: 'Open: The answers of our readers' })).toBeVisible();
  },
};

/** The address is of a kind that the server does not take: said at the field, and nothing typed is lost. */
export const ServerRefuses: Story = {
  args: {
    onSubmit: () => ({ status: 'invalid', errors: { email: 'Please use the address of your company.' } }),
  },
  async play({ canvas, args }) {
    await answer(canvas, 'jana@mail.example');
    const field = canvas.getByRole('textbox', { name: 'E-mail address' });
    await waitFor(() => expect(field).toBeInvalid());
    await expect(field).toHaveValue('jana@mail.example');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** On its way. */
export const Opening: Story = {
  args: { load: () => new Promise(() => {}) },
  async play({ canvas }) {
    await answer(canvas);
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Opening …'));
  },
};

/** It did not arrive: the access is kept, and the visitor can try again. */
export const NotDelivered: Story = {
  args: { load: () => Promise.reject(new Error('offline')) },
  async play({ canvas }) {
    // The developer is told as well: SY-803.
    const { warn } = console;
    console.warn = () => {};
    await answer(canvas);
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible();
    console.warn = warn;
    await expect(canvas.getByText(/could not be opened right now/)).toBeVisible();
  },
};

/** A grant that was remembered has ended: back to the form, in plain words. */
export const GrantExpired: Story = {
  args: { id: 'expired', grant: 'old', load: () => Promise.reject({ status: 403 }) },
  async play({ canvas }) {
    await expect(await canvas.findByText(/^Your access has ended/)).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'E-mail address' })).toBeVisible();
  },
};

/** Long words, on a phone as well. */
export const LongText: Story = {
  args: {
    id: 'long',
    get: 'The complete benchmark of returns, refunds and reputation in small and medium-sized online shops of seven branches, with all the tables and the questionnaire (PDF, 84 pages)',
    description:
      'Written for people who have an afternoon, a spreadsheet and the wish to know how others do it, and not for people who want to be impressed. No call follows, and no second form.',
    consent: {
      label:
        'Yes, let me know when there is a new edition, and once a month send me the question that most shops could not answer, together with what the best of them said. I can end this at any time.',
    },
    skippable: true,
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: {
    id: 'rtl',
    get: 'قائمة الفحص من ١٢ نقطة (PDF)',
    children: <p>اثنا عشر سؤالًا تحدد ما إذا كان الزائر الغريب سيشتري، في صفحتين.</p>,
    consent: { label: 'أرسلوا إليّ فكرة واحدة كل شهر.' },
    skippable: true,
  },
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'احصل عليه الآن' })).toBeVisible();
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { id: 'dark', skippable: true },
};

/** No card, and an element of your own. */
export const Headless: Story = {
  args: {
    id: 'headless',
    appearance: 'plain',
    showExchange: false,
    render: (props, { stage }) => <aside {...props} aria-label={`Checklist, ${stage}`} />,
  },
  async play({ canvas }) {
    await expect(canvas.getByRole('complementary', { name: 'Checklist, asking' })).toBeVisible();
  },
};

/** Texts of another language are one prop of the provider away. */
export const German: Story = {
  globals: { locale: 'de' },
  render: (args) => (
    <CommitmentProvider locale="de">
      <LeadGate {...args} id="german" get="Die Checkliste mit 12 Punkten (PDF)" lang="de">
        <p>Zwölf Fragen, die entscheiden, ob ein Fremder kauft.</p>
      </LeadGate>
    </CommitmentProvider>
  ),
};

async function answer(
  canvas: Parameters<NonNullable<Story['play']>>[0]['canvas'],
  email = 'jana@shop.example',
) {
  await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail address' }), email);
  await userEvent.click(canvas.getByRole('button', { name: 'Get it now' }));
}

function eventsOf(handler: unknown): CommitmentEvent[] {
  return (handler as Mock).mock.calls.map(([event]) => event as CommitmentEvent);
}

function linesOf(handler: unknown) {
  return eventsOf(handler).map(({ phase }) => phase);
}

function lastEvent(handler: unknown) {
  return eventsOf(handler).at(-1);
}
