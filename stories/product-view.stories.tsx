import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { ProductView, type ProductViewProps } from 'smallyes/product-view';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, waitFor } from 'storybook/test';
import './attention.css';

/**
 * A product that a visitor looked at: half of it for three seconds without a break, unless you say otherwise. It draws nothing
 * of its own. With `render` the product's own element is the root, so that a list costs no element more; one observer watches
 * all of them.
 */
const meta = {
  component: ProductView,
  tags: ['weak'],
  args: { id: 'grinder-quiet', item: 'KC-204', onEvent: fn() },
  render: (args) => <Shelf {...args} />,
} satisfies Meta<ProductViewProps>;

export default meta;

type Story = StoryObj<ProductViewProps>;

/** A shelf of six. The words below a product are the story's, from the event: they come once it was viewed. */
export const Default: Story = {
  args: { seconds: 1.5 },
  async play({ canvas, args }) {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(6);
    await waitFor(() => expect(canvas.getAllByText('Viewed')[0]).toBeVisible(), { timeout: 5_000 });
    const events = calls(args.onEvent).filter(({ ask }) => ask.id === 'grinder-quiet');
    await expect(events.map(({ phase }) => phase)).toEqual(['seen', 'started', 'committed']);
    await expect(events.at(-1)?.data).toEqual({ item: 'KC-204' });
  },
};

/** One product on a page of its own; the next ask comes below it. */
export const WithNext: Story = {
  args: {
    seconds: 1,
    quantity: 2,
    children: (
      <div className="story-product">
        <Picture />
        <h3>Two quiet grinders</h3>
        <p>One for home, one for the office. €318</p>
      </div>
    ),
    next: <StarRating id="rate-photos" label="Do these pictures show what you need?" appearance="plain" />,
  },
  render: (args) => (
    <div style={{ maxInlineSize: '22rem' }}>
      <ProductView {...args} />
    </div>
  ),
  async play({ canvas, args }) {
    await expect(await canvas.findByRole('radiogroup', {}, { timeout: 5_000 })).toBeVisible();
    await expect(calls(args.onEvent).at(-1)?.data).toEqual({ item: 'KC-204', quantity: 2 });
  },
};

/** Names of any length. */
export const LongText: Story = {
  args: { seconds: 1.5 },
  render: (args) => (
    <Shelf
      {...args}
      products={[
        [
          'grinder-quiet',
          'Extraordinarily quiet conical burr grinder with forty-two degrees of fineness',
          '€159',
        ],
        ['kettle', 'Handfilterkaffeewasserkocher mit Schwanenhals und Temperaturvorwahl', '€89'],
      ]}
    />
  ),
};

/** From right to left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: { seconds: 1.5 },
  render: (args) => (
    <Shelf
      {...args}
      viewed="شوهد"
      products={[
        ['grinder-quiet', 'مطحنة هادئة', '١٥٩ €'],
        ['kettle', 'غلاية بعنق طويل', '٨٩ €'],
        ['filter', 'مرشّحات ورقية، مئة قطعة', '٦ €'],
      ]}
    />
  ),
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getAllByText('شوهد')[0]).toBeVisible(), { timeout: 5_000 });
  },
};

/** On a dark page: the product keeps the page's own looks. */
export const Dark: Story = { ...Default, globals: { theme: 'dark' } };

/** Without an element that is given, a plain `div` stands around the product. */
export const Plain: Story = {
  render: (args) => <ProductView {...args}>A grinder, €159</ProductView>,
  args: { seconds: 1 },
  async play({ canvas, args }) {
    await expect(canvas.getByText('A grinder, €159')).toHaveClass('sy-product-view');
    await waitFor(() => expect(calls(args.onEvent).at(-1)?.phase).toBe('committed'), { timeout: 5_000 });
  },
};

type Product = readonly [id: string, name: string, price: string];

const shelf: readonly Product[] = [
  ['grinder-quiet', 'Quiet grinder', '€159'],
  ['grinder-hand', 'Hand grinder', '€74'],
  ['kettle', 'Gooseneck kettle', '€89'],
  ['scale', 'Scale with a timer', '€45'],
  ['filter', 'Paper filters, 100 pieces', '€6'],
  ['beans', 'Beans of the month', '€14'],
];

function Shelf(props: ProductViewProps & { products?: readonly Product[]; viewed?: string }): ReactNode {
  const { products = shelf, viewed = 'Viewed', onEvent, ...args } = props;
  const [seen, setSeen] = useState<readonly string[]>([]);
  return (
    <ul className="story-products">
      {products.map(([id, name, price]) => (
        <ProductView
          {...args}
          key={id}
          id={id}
          item={id === args.id ? args.item : undefined}
          onEvent={onEvent}
          onCommit={() => setSeen((before) => [...before, id])}
          render={<li className="story-product" />}
        >
          <Picture />
          <h3>{name}</h3>
          <p>{price}</p>
          <span className="story-product-mark">{seen.includes(id) ? viewed : ''}</span>
        </ProductView>
      ))}
    </ul>
  );
}

function Picture(): ReactNode {
  return (
    <div className="story-product-picture">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          vectorEffect="non-scaling-stroke"
          d="M8 3h8l-1.5 6h-5L8 3Zm1.5 6v4.5L7.5 21h9l-2-7.5V9M8.4 17.5h7.2"
        />
      </svg>
    </div>
  );
}

function calls(onEvent: unknown): CommitmentEvent[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([event]) => event);
}
