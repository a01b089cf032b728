import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { OfferFilter, type OfferFilterProps } from 'smallyes/offer-filter';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import './offer-filter.css';
import { findTrainers, trainerFacets, trainers } from './trainers.ts';

type Trainer = (typeof trainers)[number];
type Props = OfferFilterProps<typeof trainerFacets, Trainer>;

const cards: Props['children'] = ({ results }) => (
  <ul className="story-trainers">
    {results.map(({ name, level, price, place }) => (
      <li key={name}>
        <h3>{name}</h3>
        <p>
          {level} · {place}
        </p>
        <p>€{price} an hour</p>
      </li>
    ))}
  </ul>
);

/**
 * Narrows down what you offer: by choices, prices, distance, days and times of day. Each settled change is a weak yes, and
 * a filter that finds nothing is an event too. What is set stands in the address of the page, so a reload and the way back
 * find it, and without JavaScript it is a plain form.
 */
const meta = {
  component: OfferFilter as (props: Props) => React.JSX.Element,
  tags: ['weak'],
  args: {
    id: 'trainers',
    heading: 'Find your trainer',
    facets: trainerFacets,
    results: findTrainers as NonNullable<Props['results']>,
    children: cards,
    url: false,
    onEvent: fn(),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Offers that are all on the page: a pure function finds those that fit. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(statusOf(canvas)).toHaveTextContent('5 results');
  },
};

/** Tuesday and Thursday: the chips say what is set, and each takes itself away. */
export const Filtered: Story = {
  async play({ canvas, args }) {
    await unfold(canvas);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Tuesday' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Thursday' }));
    await expect(statusOf(canvas)).toHaveTextContent('3 results');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove the filter Days: Tuesday' }));
    await expect(statusOf(canvas)).toHaveTextContent('3 results');
    await expect(linesOf(args.onEvent)).toEqual([
      'seen',
      'started',
      'committed 3',
      'committed 3',
      'progressed 3',
    ]);
  },
};

/** Set from the start, as `readFilter` has it from the address of the page. */
export const FromTheAddress: Story = {
  args: {
    defaultValues: {
      days: [2, 4],
      price: { to: 70 },
      near: { place: 'mitte', within: 10 },
      level: ['Beginner', 'Intermediate'],
    },
  },
  async play({ canvas }) {
    await expect(statusOf(canvas)).toHaveTextContent('3 results');
    await expect(canvas.getByRole('button', { name: /Place: within 10 km of Berlin Mitte/ })).toBeVisible();
  },
};

/** Nothing fits: which filter could go, what that brings, and a smaller ask in place of the results. */
export const NothingFound: Story = {
  args: {
    defaultValues: { level: ['Advanced'], price: { to: 60 }, days: [3] },
    empty: <p>Or tell us what you look for, and we write when a trainer has room.</p>,
  },
  async play({ canvas, args }) {
    await expect(statusOf(canvas)).toHaveTextContent('Nothing fits all of these filters.');
    await userEvent.click(canvas.getByRole('button', { name: 'Level: Advanced (1 result)' }));
    await expect(statusOf(canvas)).toHaveTextContent('1 result');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'progressed 1']);
  },
};

/** Your server is asked, and takes its time: what was found before stays in sight. */
export const Pending: Story = {
  args: { results: trainers, onFilter: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await unfold(canvas);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Saturday' }));
    await expect(statusOf(canvas)).toHaveTextContent('Updating the results …');
    await expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(trainers.length);
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** It did not answer: the filters stay, and the visitor can try again. */
export const Failed: Story = {
  args: { results: trainers, onFilter: fn(() => Promise.reject(new Error('offline'))) },
  async play({ canvas, args }) {
    await unfold(canvas);
    // The developer hears of it.
    const { warn } = console;
    console.warn = () => {};
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Saturday' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The results did not arrive.');
    await expect(canvas.getByRole('checkbox', { name: 'Saturday' })).toBeChecked();
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onFilter).toHaveBeenCalledTimes(2);
    await waitFor(() => expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed', 'failed']));
    console.warn = warn;
  },
};

/** After the yes a larger ask. */
export const ThenTheNextAsk: Story = {
  args: { next: <p>Not sure yet? A trainer calls you back and helps you choose.</p> },
  async play({ canvas }) {
    await unfold(canvas);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Saturday' }));
    await expect(canvas.getByText(/calls you back/)).toBeVisible();
  },
};

/** In a card, with long words. */
export const LongText: Story = {
  args: {
    appearance: 'card',
    heading: 'Which of our trainers in Berlin and Brandenburg suits you, your week and your purse?',
    defaultValues: { near: { place: 'potsdam', within: 25 }, times: ['morning', 'afternoon', 'evening'] },
  },
};

/** In Arabic, from right to left: the week begins on Saturday. */
export const RightToLeft: Story = {
  args: { heading: 'ابحث عن مدربك', defaultValues: { days: [6], price: { from: 40, to: 70 } } },
  globals: { direction: 'rtl', locale: 'ar' },
};

/** On a dark page. */
export const Dark: Story = {
  args: { defaultValues: { days: [2, 4], price: { to: 70 }, online: true } },
  globals: { theme: 'dark' },
};

/** On a phone the results come first, and the facets unfold. */
async function unfold(canvas: {
  queryByRole(role: string, options: object): HTMLElement | null;
}): Promise<void> {
  const button = canvas.queryByRole('button', { name: /Find your trainer/, expanded: false });
  if (button) await userEvent.click(button);
}

/** The line above the results; the button for the own position has one too. */
function statusOf(canvas: { getAllByRole(role: string): HTMLElement[] }): HTMLElement {
  return canvas.getAllByRole('status').at(-1) as HTMLElement;
}

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase, data }]) =>
    'results' in data ? `${phase} ${data.results}` : phase,
  );
}
