import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { PodcastSubscribe, type PodcastSubscribeProps } from 'smallyes/newsletter-form';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent } from 'storybook/test';

type Props = PodcastSubscribeProps;

/** What passes, also from the links, which are an ask of their own. */
const heard: Mock<(event: CommitmentEvent) => void> = fn();

/** Each episode by mail, or in the visitor's own app. A click on an app is a yes of its own, a weak one. */
const meta = {
  component: PodcastSubscribe,
  tags: ['medium'],
  args: {
    id: 'podcast',
    get: 'Small Shops, a new episode every Friday',
    description: 'Half an hour with somebody who has built a shop from nothing.',
    apps: [
      { target: 'apple-podcasts', label: 'Apple Podcasts', href: '#apple-podcasts' },
      { target: 'spotify', label: 'Spotify', href: '#spotify' },
      { target: 'rss', label: 'RSS', href: '#rss' },
    ],
    onSubmit: fn(() => ({ status: 'ok' }) as const),
  },
  decorators: [
    (Story) => (
      <CommitmentProvider onEvent={heard}>
        <Story />
      </CommitmentProvider>
    ),
  ],
  beforeEach: () => void heard.mockClear(),
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

/** By mail or by app. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('navigation', { name: 'Or listen in your app' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Send me each episode' })).toBeVisible();
  },
};

/** In the app: counted at the click, before the visitor leaves. */
export const InAnApp: Story = {
  // The page of the story stays.
  args: { onClick: (event) => event.preventDefault() },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('link', { name: 'Spotify' }));
    await expect(heard.mock.lastCall?.[0]).toMatchObject({
      kind: 'follow-link.follow',
      phase: 'committed',
      grade: 1,
      ask: { id: 'podcast-apps' },
      data: { target: 'spotify' },
    });
  },
};

/** By mail. */
export const ByMail: Story = {
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail address' }), 'jana@shop.example');
    await userEvent.click(canvas.getByRole('button', { name: 'Send me each episode' }));
    await expect(await canvas.findByText('Thank you! The next episode comes by mail.')).toBeVisible();
  },
};
