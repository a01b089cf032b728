import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { expect, fn, type Mock, userEvent, waitFor, within } from 'storybook/test';
import { Been } from './energy-been.tsx';
import { energyLadder } from './energy-ladder.ts';
import { EnergyPath, type EnergyPathProps } from './energy-path.tsx';

/**
 * An energy adviser's page: an article, a podcast, a film with a question in it, a letter, a plan, a book for 9 euros, an hour at
 * the table, a review. What comes next is the ladder's to say. Turn the devtools on in the toolbar to see why.
 */
const meta = {
  component: EnergyPath,
  parameters: { layout: 'fullscreen', provider: { ladder: energyLadder } },
  tags: ['weak', 'medium', 'strong'],
  args: { isQuick: true, onEvent: fn() },
} satisfies Meta<typeof EnergyPath>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The page as it arrives, and as it sounds: an article, one small question below it, and a way to the hour for who wants it. */
export const AtRest: Story = {
  args: { isQuick: false },
  async play({ canvas }) {
    await waitFor(() => expect(openAsks()).toEqual(['flow-reaction']));
    await expect(canvas.getByRole('link', { name: 'Ask for an hour' })).toBeVisible();
    await expect(canvas.queryByRole('list', { name: /Step/ })).not.toBeInTheDocument();
  },
};

/** The first third: a press below the article, the podcast heard, each episode by mail. */
export const ThePodcast: Story = {
  async play({ args }) {
    await waitFor(() => expect(openAsks()).toEqual(['flow-reaction']));
    await userEvent.click(page.getByRole('button', { name: /I will try it/ }));
    await waitFor(() => expect(openAsks()).toEqual(['episode-14']));
    await listen('audio');
    await waitFor(() => expect(openAsks()).toEqual(['episodes']));
    await userEvent.type(page.getByRole('textbox', { name: 'E-mail address' }), 'ada@example.com');
    await userEvent.click(page.getByRole('button', { name: 'Send me each episode' }));
    await page.findByText('Thank you! The next episode comes by mail.', {}, late);
    await waitFor(() => expect(openAsks()).toEqual(['right-order']));
    await expect(yesesOf(args)).toEqual([
      'reactions.react 1',
      'audio-player.play 1',
      'audio-player.complete 1',
      'newsletter-form.subscribe 1',
    ]);
  },
};

/** The second third: the film asks one question and is watched to its end, the letter waits for the link in the mail. */
export const TheLetter: Story = {
  async play({ args, mount }) {
    await after('episodes', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['right-order']));
    await press('video');
    const poll = await page.findByRole('group', { name: 'What heats your house today?' }, late);
    await expect(film('video').paused).toBe(true);
    await userEvent.click(within(poll).getByRole('radio', { name: 'Oil' }));
    await userEvent.click(await page.findByRole('button', { name: 'Watch on' }));
    await waitFor(() => expect(film('video').paused).toBe(false), late);
    await toTheEnd('video');
    await waitFor(() => expect(openAsks()).toEqual(['letter']));
    await userEvent.type(page.getByRole('textbox', { name: 'E-mail address' }), 'ada@example.com');
    await userEvent.click(page.getByRole('button', { name: 'Subscribe' }));
    await page.findByText(/^One step left/, {}, late);
    await waitFor(() => expect(openAsks()).toEqual(['test-plan']));
    await expect(page.getByRole('list', { name: /^Step 2 of 4/ })).toBeVisible();
    await expect(yesesOf(args)).toEqual([
      'video-player.play 1',
      'poll.vote 1',
      'video-player.complete 1',
      'newsletter-form.subscribe 2',
    ]);
  },
};

/** The last third: the plan for an address, the book for 9 euros, the hour. */
export const TheHour: Story = {
  async play({ args, mount }) {
    await after('letter', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['test-plan']));
    await userEvent.type(page.getByRole('textbox', { name: 'E-mail address' }), 'ada@example.com');
    await userEvent.click(page.getByRole('button', { name: 'Get it now' }));
    await page.findByText('Wait for frost.', {}, late);
    await waitFor(() => expect(openAsks()).toEqual(['house-book']));
    await userEvent.type(page.getByRole('textbox', { name: /for book and invoice/ }), 'ada@example.com');
    await userEvent.click(page.getByRole('button', { name: 'Buy for 9 euros' }));
    await page.findByText(/^Thank you. Order F-2107/, {}, late);
    await waitFor(() => expect(openAsks()).toEqual(['hour']));
    await userEvent.click(page.getByRole('radio', { name: 'Built before 1980' }));
    await page.findByText(/Bring the bills of three winters/, {}, late);
    await expect(yesesOf(args)).toEqual(['lead-gate.unlock 2', 'checkout.purchase 3']);
  },
};

/** The page behind the link in the mail: the letter is confirmed, and the plan is next. */
export const Confirmed: Story = {
  args: { confirmed: '01a2021f-23c7-71ba-bdf0-ac11a56dec4d' },
  async play({ args, mount }) {
    await after('letter', args, mount);
    await page.findByText('Confirmed! You are subscribed.', {}, late);
    await waitFor(() => expect(openAsks()).toEqual(['test-plan']));
    await expect(heardBy(args).mock.calls.map(([{ kind, phase }]) => `${kind} ${phase}`)).toContain(
      'newsletter-form.subscribe confirmed',
    );
  },
};

/** A no to the plan: a page of paper, which costs no address. */
export const Refusal: Story = {
  async play({ args, mount }) {
    await after('letter', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['test-plan']));
    await userEvent.click(page.getByRole('button', { name: 'No, thanks' }));
    await waitFor(() => expect(openAsks()).toEqual(['test-sheet']));
    await expect(page.getByRole('link', { name: 'Download the page' })).toHaveAccessibleDescription(
      'PDF, 23 kB',
    );
  },
};

/** No mail for the podcast: it is in an app as well, and what comes next comes all the same. */
export const RefusalOfMail: Story = {
  async play({ args, mount }) {
    await after('episode-14', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['episodes']));
    await userEvent.click(page.getByRole('button', { name: 'No, thanks' }));
    await waitFor(() => expect(openAsks()).toEqual(['episodes-app']));
    const app = page.getByRole('link', { name: 'Room by room in Apple Podcasts' });
    await waitFor(() => expect(app).toBeVisible());
  },
};

/** Back after the hour: a review is asked for, of everybody. */
export const AfterTheHour: Story = {
  args: { isAdvised: true },
  async play({ args, mount }) {
    await after('hour', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['hour-review']));
    const heading = page.getByRole('heading', { name: 'How was your hour with Nora?' });
    await waitFor(() => expect(heading).toBeVisible());
    await expect(page.getByText(/^Your hour is booked/)).toBeVisible();
  },
};

/** On a phone, in the middle: the film. */
export const OnAPhone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  async play({ args, mount }) {
    await after('episodes', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['right-order']));
    const play = page.getByRole('button', { name: /^Play 0:28 The right order/ });
    await waitFor(() => expect(play).toBeVisible());
  },
};

/** The same page at night, with the book. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  async play({ args, mount }) {
    await after('test-plan', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['house-book']));
  },
};

/** In a script that runs from the right: everything mirrors but the drawings. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  async play({ args, mount }) {
    await after('flow-reaction', args, mount);
    await waitFor(() => expect(openAsks()).toEqual(['episode-14']));
  },
};

const page = within(document.body);
/** Forms bring their own part with the first touch, media load, the server answers after a moment. */
const late = { timeout: 12_000 };

/** The page of somebody who has come as far as an ask. */
async function after(
  ask: Parameters<typeof Been>[0]['upTo'],
  args: EnergyPathProps,
  mount: (page: ReactElement) => Promise<unknown>,
): Promise<void> {
  await mount(<Been upTo={ask} />);
  await mount(<EnergyPath {...args} />);
}

function openAsks(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.sy-next-ask[data-ask]')].map(
    ({ dataset }) => dataset['ask'] ?? '',
  );
}

const film = (kind: 'audio' | 'video') =>
  document.querySelector(`${kind}.sy-media-element`) as HTMLMediaElement;

async function press(kind: 'audio' | 'video'): Promise<void> {
  await userEvent.click(film(kind).parentElement?.querySelector('.sy-media-cover') as HTMLElement);
  await waitFor(() => expect(film(kind).currentTime).toBeGreaterThan(0), late);
}

async function toTheEnd(kind: 'audio' | 'video'): Promise<void> {
  film(kind).playbackRate = 8;
  await waitFor(() => expect(film(kind).ended).toBe(true), late);
}

async function listen(kind: 'audio' | 'video'): Promise<void> {
  await press(kind);
  await toTheEnd(kind);
}

function heardBy({ onEvent }: EnergyPathProps): Mock<(event: CommitmentEvent) => void> {
  return onEvent as Mock<(event: CommitmentEvent) => void>;
}

function yesesOf(args: EnergyPathProps): string[] {
  return heardBy(args).mock.calls.flatMap(([{ kind, phase, grade }]) =>
    phase === 'committed' ? [`${kind} ${grade}`] : [],
  );
}
