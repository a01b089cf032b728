import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { FollowLink, type FollowLinkProps } from 'smallyes/follow-link';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

type Props = FollowLinkProps<string>;

/**
 * A link to where visitors can follow you: a social profile, a podcast app, a feed. The click is the yes, and trackers have it
 * before the page goes. Whether somebody really follows you, only your server can know.
 */
const meta = {
  component: FollowLink,
  tags: ['weak'],
  args: {
    id: 'follow-youtube',
    target: 'youtube',
    href: 'https://www.youtube.com/@northwind',
    onEvent: fn(),
  },
  // A story stays where it is.
  decorators: [
    (Story) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: holds back the browser, no control
      // biome-ignore lint/a11y/useKeyWithClickEvents: a link is clicked by its keys as well
      <div onClick={(event) => event.preventDefault()}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

/** The target's name is written as its owner does. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('link', { name: 'Follow us on YouTube' })).toBeVisible();
  },
};

/** What the page shows to one who comes back to it. */
export const Followed: Story = {
  args: { next: <p>Shall we write to you when a new film is out?</p> },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('link', { name: 'Follow us on YouTube' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('Thank you for your interest!');
    await expect(canvas.getByText('Shall we write to you when a new film is out?')).toBeVisible();
    const { calls } = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock;
    await expect(calls.map(([{ phase }]) => phase)).toEqual(['seen', 'started', 'committed']);
    await expect(calls.at(-1)?.[0].data).toEqual({ target: 'youtube' });
  },
};

/** Your server knows that this visitor follows you. */
export const Following: Story = {
  args: { following: true },
  async play({ canvas }) {
    await expect(canvas.getByRole('status')).toHaveTextContent('You follow us on YouTube.');
  },
};

/** Podcast apps: a link for each, each an ask of its own. */
export const PodcastApps: Story = {
  render: ({ onEvent }) => (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
      <FollowLink
        id="podcast-apple"
        target="apple-podcasts"
        href="https://podcasts.apple.com/podcast/northwind"
        onEvent={onEvent}
      >
        Apple Podcasts
      </FollowLink>
      <FollowLink
        id="podcast-spotify"
        target="spotify"
        href="https://open.spotify.com/show/northwind"
        onEvent={onEvent}
      >
        Spotify
      </FollowLink>
      <FollowLink id="podcast-feed" target="feed" href="/podcast.rss" onEvent={onEvent}>
        Feed (RSS)
      </FollowLink>
    </div>
  ),
};

/** Words of your own, however many. */
export const LongText: Story = {
  args: {
    children: 'Follow our workshop on YouTube, where we show each week how a pair of boots gets a new sole',
    newTab: true,
  },
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: { id: 'follow-youtube-ar', next: <p>هل نكتب إليك حين يصدر فيلم جديد؟</p> },
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <CommitmentProvider locale="ar" labels={ar}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('link', { name: 'تابعنا على YouTube' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('شكرًا لاهتمامك!');
    const { calls } = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock;
    await expect(calls.map(([{ phase }]) => phase)).toEqual(['seen', 'started', 'committed']);
  },
};

/** On a dark page, in a card. */
export const Dark: Story = { args: { appearance: 'card' }, globals: { theme: 'dark' } };
