import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { SearchBox, type SearchBoxProps, type SuggestHandler } from 'smallyes/search-box';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

/**
 * A search that leads to your page of results, or finds on this page. To search is a small yes that tells what somebody came for;
 * what finds nothing tells what is missing. Events say how many were found. The words stay out of them unless you say `track`,
 * since people type names, addresses and illnesses into searches.
 */
const meta = {
  component: SearchBox,
  tags: ['weak'],
  args: { id: 'shop-search', action: '/search', placeholder: 'Boots, size 42', onEvent: fn() },
} satisfies Meta<SearchBoxProps>;

export default meta;

type Story = StoryObj<typeof meta>;

const goods = [
  'Winter boots, lined with wool',
  'Hiking boots, waterproof',
  'Rain boots for children',
  'Gloves of goat leather',
  'Wool socks, three pairs',
];

const suggestGoods: SuggestHandler = (query) =>
  goods
    .filter((one) => one.toLowerCase().includes(query.toLowerCase()))
    .map((one) => ({ query: one, description: one.startsWith('Hiking') ? 'Hiking' : undefined }));

function Shop(props: SearchBoxProps) {
  const [found, setFound] = useState<readonly string[]>([]);
  return (
    <SearchBox
      {...props}
      onSearch={async (query) => {
        const list = goods.filter((one) => one.toLowerCase().includes(query.toLowerCase()));
        setFound(list);
        return list;
      }}
    >
      {found.length > 0 && (
        <ul>
          {found.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </SearchBox>
  );
}

/** A field, a button, an address for each search. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('searchbox', { name: 'Search' })).toBeVisible();
  },
};

/** What was found stands below, and how many is spoken. */
export const FoundHere: Story = {
  args: { label: 'What are you looking for?' },
  render: (args) => <Shop {...args} />,
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('searchbox'), 'boots{Enter}');
    await expect(await canvas.findByText('Hiking boots, waterproof')).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('3 results');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Nothing was found: a no that can still end in a yes, by another ask in its place. */
export const NothingFound: Story = {
  args: {
    empty: ({ data }) => (
      <div className="sy-stack">
        <p className="sy-question">Shall we tell you when we have “{data.query}”?</p>
        <div className="sy-actions">
          <a className="sy-button" href="#ask">
            Ask our team
          </a>
        </div>
      </div>
    ),
  },
  render: (args) => <Shop {...args} />,
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('searchbox'), 'snow shoes{Enter}');
    await expect(await canvas.findByText('Nothing found for “snow shoes”.')).toBeVisible();
    await expect(canvas.getByText('Shall we tell you when we have “snow shoes”?')).toBeVisible();
    await expect((args.onEvent as Mock).mock.lastCall?.[0]).toMatchObject({ data: { results: 0 } });
  },
};

/** Suggestions below the field. Looking through them is no commitment; the search is. */
export const Suggestions: Story = {
  args: { label: 'What are you looking for?', suggest: suggestGoods },
  render: (args) => <Shop {...args} />,
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('searchbox'), 'boots');
    await expect(await canvas.findAllByRole('option')).toHaveLength(3);
    await expect(canvas.getByText('3 suggestions')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const active = canvas.getByRole('option', { name: 'Hiking boots, waterproof Hiking' });
    await expect(active).toHaveAttribute('aria-selected', 'true');
    await expect(canvas.getByRole('combobox')).toHaveAttribute('aria-activedescendant', active.id);
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']));
    await expect((args.onEvent as Mock).mock.lastCall?.[0]).toMatchObject({
      data: { results: 1, via: 'suggestion' },
    });
    await expect(canvas.queryAllByRole('option')).toEqual([]);
  },
};

/** The list as it opens. */
export const SuggestionsOpen: Story = {
  args: { label: 'What are you looking for?', suggest: suggestGoods },
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('searchbox'), 'wool');
    await expect(await canvas.findAllByRole('option')).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}');
  },
};

/** The visitor's last searches, which stay on the device and can be removed. */
export const RecentSearches: Story = {
  args: { id: 'recent-search', recent: true },
  render: (args) => <Shop {...args} />,
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('searchbox'));
    const field = await canvas.findByRole('combobox');
    for (const words of ['boots', 'gloves']) {
      await userEvent.clear(field);
      await userEvent.type(field, `${words}{Enter}`);
      await expect(await canvas.findByText(words === 'boots' ? '3 results' : '1 result')).toBeVisible();
    }
    await userEvent.click(canvas.getByRole('button', { name: 'Clear the search' }));
    await expect(await canvas.findAllByRole('option')).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect(await canvas.findByText('3 results')).toBeVisible();
    await expect(field).toHaveValue('boots');
    // The same words again are the same yes.
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed', 'committed']);
    await userEvent.clear(field);
    await userEvent.click(await canvas.findByRole('button', { name: 'Forget my searches' }));
    await expect(canvas.queryAllByRole('option')).toEqual([]);
  },
};

/** Where the source of suggestions fails or hangs, the search goes on without. */
export const FailingSource: Story = {
  args: { suggest: () => new Promise(() => {}) },
  render: (args) => <Shop {...args} />,
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('searchbox'), 'boots');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(canvas.queryAllByRole('option')).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByText('Hiking boots, waterproof')).toBeVisible();
    await expect((args.onEvent as Mock).mock.lastCall?.[0]).toMatchObject({ data: { via: 'typed' } });
  },
};

/** Your server takes its time. */
export const Pending: Story = {
  args: { onSearch: () => new Promise<number>(() => {}) },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('searchbox'), 'boots{Enter}');
    await expect(canvas.getByRole('status')).toHaveTextContent('Searching …');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** A page of results says what it was asked. */
export const PageOfResults: Story = {
  args: { defaultValue: 'boots', results: 1_240 },
  async play({ canvas }) {
    await expect(canvas.getByRole('status')).toHaveTextContent('1,240 results');
    await userEvent.click(canvas.getByRole('button', { name: 'Clear the search' }));
    await expect(canvas.getByRole('searchbox')).toHaveValue('');
  },
};

/** Long words take the room they need. */
export const LongText: Story = {
  args: {
    label:
      'Search in all articles, recipes, podcasts and the answers that our readers have given since the spring of 2011',
    defaultValue: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    results: 0,
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  args: { defaultValue: 'حذاء', results: 3, placeholder: 'حذاء، مقاس ٤٢' },
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

/** The list from right to left. */
export const SuggestionsRightToLeft: Story = {
  ...RightToLeft,
  args: { placeholder: 'حذاء، مقاس ٤٢', suggest: () => ['حذاء شتوي', 'حذاء للأطفال', 'Boots'] },
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('searchbox'), 'حذاء');
    await expect(await canvas.findAllByRole('option')).toHaveLength(3);
    await expect(canvas.getByText('3 اقتراحات')).toBeInTheDocument();
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = { args: { defaultValue: 'boots', results: 3 }, globals: { theme: 'dark' } };

/** In a card. */
export const Card: Story = { args: { appearance: 'card', label: 'What are you looking for?' } };

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);
}
