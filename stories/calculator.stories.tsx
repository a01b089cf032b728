import type { Meta, StoryObj } from '@storybook/react-vite';
import { Calculator, type CalculatorProps } from 'smallyes/calculator';
import { calculate, defineCalculator } from 'smallyes/calculator/calculate';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';
import { de } from '../src/locales/de.ts';

// biome-ignore lint/suspicious/noExplicitAny: the stories show calculators of several kinds
type Props = CalculatorProps<any, any>;

const returns = defineCalculator({
  inputs: [
    { type: 'number', name: 'orders', label: 'Orders a month', min: 0, max: 1_000_000, defaultValue: 1_200 },
    {
      type: 'range',
      name: 'returned',
      label: 'Share that comes back',
      description: 'Fashion shops see 20% to 40%.',
      min: 0,
      max: 60,
      unit: 'percent',
      defaultValue: 25,
    },
    {
      type: 'choice',
      name: 'parcel',
      label: 'Usual parcel',
      options: [
        { value: 4.2, label: 'Letter' },
        { value: 6.9, label: 'Parcel' },
        { value: 19, label: 'Bulky' },
      ],
      defaultValue: 6.9,
    },
    { type: 'toggle', name: 'resold', label: 'We can sell it as new again', defaultValue: true },
  ],
  formula: ({ orders, returned, parcel, resold }) => {
    const parcels = orders * (returned / 100);
    const cost = parcels * (parcel * 2 + 3) + (resold ? 0 : parcels * 14);
    return { cost: { from: cost * 0.9, to: cost * 1.1 }, parcels, work: (parcels * 12) / 60 };
  },
  result: [
    { name: 'cost', label: 'Returns cost you a month', currency: 'EUR', decimals: 0 },
    { name: 'parcels', label: 'Parcels that come back', decimals: 0 },
    { name: 'work', label: 'Time to unpack and check', unit: 'hour', unitDisplay: 'long', decimals: 0 },
  ],
});

const returnsInArabic = defineCalculator({
  inputs: [
    {
      type: 'number',
      name: 'orders',
      label: 'الطلبات في الشهر',
      min: 0,
      max: 1_000_000,
      defaultValue: 1_200,
    },
    {
      type: 'range',
      name: 'returned',
      label: 'نسبة ما يُعاد',
      description: 'متاجر الأزياء ترى من 20% إلى 40%.',
      min: 0,
      max: 60,
      unit: 'percent',
      defaultValue: 25,
    },
    {
      type: 'choice',
      name: 'parcel',
      label: 'الطرد المعتاد',
      options: [
        { value: 4.2, label: 'رسالة' },
        { value: 6.9, label: 'طرد' },
        { value: 19, label: 'حجم كبير' },
      ],
      defaultValue: 6.9,
    },
    { type: 'toggle', name: 'resold', label: 'يمكننا بيعه كجديد مرة أخرى', defaultValue: true },
  ],
  formula: returns.formula,
  result: [
    { name: 'cost', label: 'تكلفة المرتجعات في الشهر', currency: 'EUR', decimals: 0 },
    { name: 'parcels', label: 'الطرود التي تعود', decimals: 0 },
    { name: 'work', label: 'وقت الفتح والفحص', unit: 'hour', unitDisplay: 'long', decimals: 0 },
  ],
});

/** The stories show calculators of several kinds, whose values have types of their own. */
const anyOf = (definition: unknown) => definition as Pick<Props, 'inputs' | 'formula' | 'result'>;

/**
 * A few answers, and a result that follows them as one types.
 *
 * What counts as a yes? Not the preview: it stands there before anybody has touched a field, and to move a slider is to look.
 * Counted as a yes, it would make each curious key a commitment, and people act by what they meant to do. So the first result
 * at which a visitor rests is `progressed`, and `committed` is the press of the button, where somebody says that this figure is
 * theirs. The result is free either way, and what you ask next comes after it, never before.
 *
 * What is typed never gets into events, and the figures only with `track`: what returns cost a shop is no secret of a person, what
 * somebody earns is.
 */
const meta = {
  component: Calculator,
  tags: ['weak'],
  args: {
    id: 'cost-of-returns',
    label: 'What do returns cost your shop?',
    ...anyOf(returns),
    onEvent: fn(),
    remember: false,
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

const rough = (
  <p>
    Postage both ways, three euros to handle each parcel, and a tenth up or down, since no two shops are
    alike.
  </p>
);

/** The result stands there from the start and follows each answer; how it comes about is one press away. */
export const Default: Story = {
  args: { description: 'A rough figure in half a minute.', explanation: rough },
  async play({ canvas, args }) {
    await expect(canvas.getByText('€4,536 to €5,544')).toBeVisible();
    const orders = canvas.getByRole('textbox', { name: 'Orders a month' });
    await userEvent.clear(orders);
    await userEvent.type(orders, '2,400');
    await expect(await canvas.findByText('€9,072 to €11,088')).toBeVisible();
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('Returns cost you a month: €9,072 to €11,088'),
    );
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'progressed']);
  },
};

/** The visitor has taken the result: the yes, and below it the next ask. The result stays. */
export const Taken: Story = {
  args: {
    next: (
      <div className="sy-stack">
        <p className="sy-question">Shall we send you the three levers that halve it?</p>
        <div className="sy-actions">
          <a className="sy-button" data-variant="primary" href="#levers">
            Read them here
          </a>
        </div>
      </div>
    ),
  },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Use this result' }));
    await expect(canvas.getByRole('status')).toHaveTextContent(/^That is your result/);
    await expect(canvas.getByText('Shall we send you the three levers that halve it?')).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** What is typed stays as it is; the field says what it needs, and there is no result meanwhile. */
export const FieldsToMend: Story = {
  async play({ canvas, args }) {
    const orders = canvas.getByRole('textbox', { name: 'Orders a month' });
    await userEvent.clear(orders);
    await userEvent.type(orders, 'about 50');
    await userEvent.click(canvas.getByRole('button', { name: 'Use this result' }));
    await expect(await canvas.findByText('Write a number.')).toBeVisible();
    await expect(orders).toHaveValue('about 50');
    await expect(orders).toHaveFocus();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** A formula without a result for these values: a quiet word for the visitor. `null` says so honestly. */
export const NoResult: Story = {
  args: {
    id: 'payback',
    label: 'When has the heat pump paid for itself?',
    ...anyOf(
      defineCalculator({
        inputs: [
          { type: 'number', name: 'price', label: 'Price', currency: 'EUR', min: 0, defaultValue: 18_000 },
          {
            type: 'number',
            name: 'saved',
            label: 'Saved a year',
            currency: 'EUR',
            min: 0,
            defaultValue: 1500,
          },
        ],
        formula: ({ price, saved }) => (saved ? price / saved : null),
        result: { label: 'Paid for itself after', unit: 'year', unitDisplay: 'long', decimals: 1 },
      }),
    ),
  },
  async play({ canvas }) {
    await expect(canvas.getByText('12 years')).toBeVisible();
    const saved = canvas.getByRole('textbox', { name: 'Saved a year' });
    await userEvent.clear(saved);
    await userEvent.type(saved, '0');
    await expect(await canvas.findByText('This cannot be worked out with these values.')).toBeVisible();
  },
};

/** The result waits for the button. */
export const OnRequest: Story = {
  args: { preview: false },
  async play({ canvas, args }) {
    await expect(canvas.queryByText('Returns cost you a month')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Show my result' }));
    await expect(canvas.getByText('€4,536 to €5,544')).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** On its way to your server. */
export const Pending: Story = {
  args: { onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    const button = canvas.getByRole('button', { name: 'Use this result' });
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** Your server did not take it: everything stays, and can be sent again. */
export const Failed: Story = {
  args: { onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Use this result' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent(/^That did not get through/);
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** What a server answers without JavaScript: the post was worked out there by `calculate`. */
export const Posted: Story = {
  args: { action: '/returns' },
  render: (args) => {
    const data = new FormData();
    for (const [name, text] of Object.entries({ orders: '800', returned: '30', parcel: '19' }))
      data.append(name, text);
    return <Calculator {...args} posted={calculate(returns, data)} />;
  },
  async play({ canvas }) {
    await expect(canvas.getByText('€11,880 to €14,520')).toBeVisible();
  },
};

/** Many options become a list, long words break. */
export const LongText: Story = {
  args: {
    id: 'energy',
    label:
      'How much electricity would the panels on the southern half of your roof give back in an average year?',
    description:
      'We count with the weather of the last twenty years at the station nearest to you, and with panels as they are sold today.',
    ...anyOf(
      defineCalculator({
        inputs: [
          {
            type: 'number',
            name: 'area',
            label: 'Usable area of the southern half of the roof, without windows and chimneys',
            suffix: 'square metres',
            min: 1,
            max: 9_999,
            step: 'any',
            defaultValue: 48.5,
          },
          {
            type: 'choice',
            name: 'place',
            label: 'Where the house stands',
            options: [
              'By the northern sea',
              'In the lowlands',
              'In the hills',
              'In the alpine foothills',
              'High in the mountains',
            ],
            defaultValue: 'In the hills',
          },
        ],
        formula: ({ area }) => ({ power: area * 182.4, trees: area * 3.1 }),
        result: [
          {
            name: 'power',
            label: 'Electricity in an average year, before what the inverter takes',
            suffix: 'kWh',
            decimals: 0,
          },
          {
            name: 'trees',
            label: 'As much carbon as is taken up by',
            suffix: { one: 'grown tree', other: 'grown trees' },
            decimals: 0,
          },
        ],
      }),
    ),
  },
};

/** In German: commas, points and the place of the sign. */
export const German: Story = {
  args: { label: 'Was kosten Sie Rücksendungen?' },
  decorators: [
    (Story) => (
      <div lang="de">
        <CommitmentProvider locale="de" labels={de}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
  async play({ canvas }) {
    const orders = canvas.getByRole('textbox', { name: 'Orders a month' });
    await expect(orders).toHaveValue('1.200');
    await userEvent.clear(orders);
    await userEvent.type(orders, '2.400');
    await expect(await canvas.findByText(/^9\.072\s€ bis 11\.088\s€$/)).toBeVisible();
  },
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: { ...anyOf(returnsInArabic), label: 'كم تكلفك المرتجعات؟' },
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <CommitmentProvider locale="ar" labels={ar}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
};

/** On a dark page. */
export const Dark: Story = { args: { explanation: rough }, globals: { theme: 'dark' } };

/** Without the card. */
export const Plain: Story = { args: { appearance: 'plain' } };

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);
}
