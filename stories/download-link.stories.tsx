import type { Meta, StoryObj } from '@storybook/react-vite';
import { DownloadLink, type DownloadLinkProps } from 'smallyes/download-link';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

/**
 * A link to a file that everybody may have, with what it is and how large. The click is the yes. For a file that costs an
 * address, see `LeadGate`.
 */
const meta = {
  component: DownloadLink,
  tags: ['weak'],
  args: {
    id: 'price-list',
    target: 'price-list',
    href: '/files/prices.pdf',
    type: 'PDF',
    size: 418_000,
    children: 'Download our price list',
    onEvent: fn(),
  },
  // A story saves nothing on your machine.
  decorators: [
    (Story) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: holds back the browser, no control
      // biome-ignore lint/a11y/useKeyWithClickEvents: a link is clicked by its keys as well
      <div onClick={(event) => event.preventDefault()}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<DownloadLinkProps>;

export default meta;

type Story = StoryObj<DownloadLinkProps>;

/** What comes, before it comes. */
export const Default: Story = {
  async play({ canvas }) {
    const link = canvas.getByRole('link', { name: 'Download our price list' });
    await expect(link).toHaveAccessibleDescription('PDF, 418 kB');
  },
};

/** The browser saves the file, and the page stays. */
export const Downloaded: Story = {
  args: { next: <p>Shall we explain the prices to you in ten minutes?</p> },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('link', { name: 'Download our price list' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('Your download begins.');
    const { calls } = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock;
    await expect(calls.map(([{ phase }]) => phase)).toEqual(['seen', 'started', 'committed']);
    await expect(calls.at(-1)?.[0].data).toEqual({ target: 'price-list' });
  },
};

/** Nothing is known of the file. */
export const WithoutDetails: Story = {
  args: { type: undefined, size: undefined, children: undefined },
  async play({ canvas }) {
    await expect(canvas.getByRole('link', { name: 'Download' })).toBeVisible();
  },
};

/** Long words break. */
export const LongText: Story = {
  args: {
    children:
      'Download the checklist for your first year with a shop of your own, from the licence to the tax return',
    size: 12_400_000,
  },
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: {
    id: 'price-list-ar',
    children: 'تنزيل قائمة أسعارنا',
    next: <p>هل نشرح لك الأسعار في عشر دقائق؟</p>,
  },
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
    await userEvent.click(canvas.getByRole('link', { name: 'تنزيل قائمة أسعارنا' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('يبدأ التنزيل الآن.');
    const { calls } = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock;
    await expect(calls.map(([{ phase }]) => phase)).toEqual(['seen', 'started', 'committed']);
  },
};

/** On a dark page, in a card. */
export const Dark: Story = { args: { appearance: 'card' }, globals: { theme: 'dark' } };
