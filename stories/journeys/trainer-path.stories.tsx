import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { expect, fn, type Mock, userEvent, waitFor, within } from 'storybook/test';
import { forMeret, TrainerBeen } from './trainer-been.tsx';
import { trainerLadder } from './trainer-ladder.ts';
import { TrainerPath, type TrainerPathProps } from './trainer-path.tsx';
import { createTrainerServer } from './trainer-server.ts';

/**
 * A trainer finder: a filter by place and days, five questions that name one of twelve trainers and say why, two weeks to get
 * ready, a call at a time that suits. What comes next is the ladder's to say. Turn the devtools on in the toolbar to see why.
 */
const meta = {
  component: TrainerPath,
  parameters: { layout: 'fullscreen', provider: { ladder: trainerLadder } },
  tags: ['weak', 'medium', 'strong'],
  args: {
    isInAddress: false,
    // A Monday far ahead, so that the story is the same on each day.
    now: Date.parse('2046-01-15T07:00:00Z'),
    timeZone: 'Europe/Zurich',
    onEvent: fn(),
  },
} satisfies Meta<typeof TrainerPath>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The page as it arrives: all twelve, and five questions for who does not know whom to take. */
export const Start: Story = {
  async play({ canvas }) {
    await expect(canvas.getByText('12 results')).toBeVisible();
    await waitFor(() => expect(openAsks()).toEqual(['match']));
    await expect(canvas.getByText(/^Whom would you like to hear/)).toBeVisible();
  },
};

/** Within six kilometres of Basel, Tuesday and Thursday: those who have both days. */
export const Filtered: Story = {
  async play({ args, canvas }) {
    await unfold();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Near' }), 'basel');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Within' }), '6');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Tuesday' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Thursday' }));
    await waitFor(() => expect(canvas.getByText('7 results')).toBeVisible());
    await expect(canvas.getByText(/7 are left/)).toBeVisible();
    await expect(yesesOf(args)).toContain('offer-filter.filter 1');
  },
};

/** Climbing in the evening near Saint-Louis: nobody. What could go, and what that brings. */
export const NoneFound: Story = {
  args: {
    filter: {
      near: { place: 'saint-louis', within: 6, at: { latitude: 47.59, longitude: 7.56 } },
      times: ['evening'],
      sport: ['climbing'],
    },
  },
  async play({ canvas }) {
    await expect(canvas.getByText('Nothing fits all of these filters.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Near: within 6 km of Saint-Louis \(1 / }));
    await expect(canvas.getByRole('heading', { name: 'Tomasz Wilk' })).toBeVisible();
  },
};

/** One of twelve, and the answers that it comes from. One question was left out. Below it: two weeks to get ready. */
export const QuizResult: Story = {
  async play({ args }) {
    await waitFor(() => expect(openAsks()).toEqual(['match']));
    await answer('I carry things without thinking', '“Come. We do half of it, well.”', 'I want to know why');
    await answer('Nobody, please');
    await userEvent.click(page.getByRole('button', { name: 'Show me who' }));
    await expect(await page.findByRole('heading', { name: 'Meret Sutter', level: 4 }, late)).toHaveFocus();
    await expect(page.getByText('Fits 100%')).toBeVisible();
    await waitFor(() => expect(openAsks()).toEqual(['two-weeks']));
    await expect(yesesOf(args)).toEqual(['quiz.complete 1']);
  },
};

/** Time for a telephone: the times of the trainer whom the questions have named. */
export const CallBack: Story = {
  args: { taken: forMeret },
  async play({ args, mount }) {
    await after(['find', 'match', 'two-weeks'], args, mount);
    await expect(await page.findByRole('heading', { name: 'Meret calls you' }, late)).toBeVisible();
    await expect(await page.findByRole('checkbox', { name: tuesday }, late)).toBeEnabled();
  },
};

/** Somebody else was quicker: the time is marked, and everything else stays. */
export const Taken: Story = {
  args: { taken: forMeret, server: createTrainerServer({ taken: ['2046-01-16T12:00:00+01:00'] }) },
  async play({ args, mount }) {
    await after(['find', 'match', 'two-weeks'], args, mount);
    await request();
    await expect(await page.findByText(/Somebody else was quicker/, {}, late)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('061 312 45 67');
  },
};

/** Done: when the telephone rings, and what happens then. */
export const Done: Story = {
  args: { taken: forMeret },
  async play({ args, mount }) {
    await after(['find', 'match', 'two-weeks'], args, mount);
    await request();
    await expect(await page.findByText(`Thank you! We call you: ${tuesday}.`, {}, late)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What happens next' })).toBeVisible();
    await expect(yesesOf(args)).toEqual(['callback-request.request 3']);
  },
};

/** A no to the call: one mail when there is an hour free. */
export const Refusal: Story = {
  args: { taken: forMeret },
  async play({ args, mount }) {
    await after(['find', 'match', 'two-weeks'], args, mount);
    await userEvent.click(await page.findByRole('button', { name: 'No call for now' }, late));
    await waitFor(() => expect(openAsks()).toEqual(['free-hour']));
  },
};

/** On a phone the results come first, and the filter unfolds. */
export const OnAPhone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  args: { filter: { days: [2, 4], times: ['evening'] } },
  async play({ canvas }) {
    await expect(canvas.getByText('5 results')).toBeVisible();
  },
};

/** The same page at night, with a result and two weeks to get ready. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { taken: forMeret, filter: { days: [2, 4] } },
  async play({ args, mount }) {
    await after(['find', 'match'], args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['two-weeks']), late);
  },
};

/** In a script that runs from the right: everything mirrors but the map. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { filter: { days: [2, 4] } },
};

const page = within(document.body);
/** Forms bring their own part with the first touch, the server answers after a moment. */
const late = { timeout: 12_000 };
const tuesday = 'Tuesday 16 January, 12:00–12:30';

/** The page of somebody who has answered some asks. */
async function after(
  asks: Parameters<typeof TrainerBeen>[0]['asks'],
  args: TrainerPathProps,
  mount: (page: ReactElement) => Promise<unknown>,
): Promise<void> {
  await mount(<TrainerBeen asks={asks} />);
  await mount(<TrainerPath {...args} />);
}

async function request(): Promise<void> {
  await userEvent.type(await page.findByRole('textbox', { name: 'Phone number' }, late), '061 312 45 67');
  await userEvent.click(await page.findByRole('checkbox', { name: tuesday }, late));
  await userEvent.click(page.getByRole('button', { name: 'Call me back' }));
}

async function answer(...names: string[]): Promise<void> {
  for (const name of names) {
    await userEvent.click(page.getByRole('radio', { name }));
    // A second click within half a second would be a double click.
    await new Promise((resolve) => setTimeout(resolve, 550));
  }
}

/** On a phone the facets unfold. */
async function unfold(): Promise<void> {
  const button = page.queryByRole('button', { name: /^Place, days/, expanded: false });
  if (button) await userEvent.click(button);
}

function openAsks(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.sy-next-ask[data-ask]')].map(
    ({ dataset }) => dataset['ask'] ?? '',
  );
}

function yesesOf({ onEvent }: TrainerPathProps): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.flatMap(([{ kind, phase, grade }]) =>
    phase === 'committed' ? [`${kind} ${grade}`] : [],
  );
}
