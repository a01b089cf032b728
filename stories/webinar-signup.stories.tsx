import type { Meta, StoryObj } from '@storybook/react-vite';
import { WebinarSignup, type WebinarSignupProps } from 'smallyes/newsletter-form';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

type Props = WebinarSignupProps;

/**
 * A seat in a webinar, a talk or an open day. The date stands in the host's time from the first paint on, in the visitor's
 * below it. The file for the calendar comes after the yes, and is made in the browser; beside it
 * stand links to calendars on the web.
 */
const meta = {
  component: WebinarSignup,
  tags: ['medium'],
  args: {
    id: 'first-hundred',
    get: 'Your first 100 customers',
    description: 'Mira Okafor shows what she did in the first six months of her shop. With your questions.',
    start: '2999-12-03T18:00:00+01:00',
    minutes: 45,
    timeZone: 'Europe/Berlin',
    place: 'Online, the link comes by mail',
    onSubmit: fn(() => ({ status: 'ok' }) as const),
    onEvent: fn(),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

/** When it is, for the host and for the visitor, and one field. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByText(/Tuesday, December 3, 2999/)).toBeVisible();
    await expect(canvas.getByText(/(where you are|your local time)/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Save my seat' })).toBeVisible();
  },
};

/** The seat is saved: into the calendar with it. */
export const Saved: Story = {
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail address' }), 'jana@shop.example');
    await userEvent.click(canvas.getByRole('button', { name: 'Save my seat' }));
    await expect(await canvas.findByText('Your seat is saved. See you there!')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Add to my calendar' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Google Calendar' })).toHaveAttribute(
      'href',
      expect.stringContaining('dates=29991203T170000Z%2F29991203T174500Z'),
    );
    await expect(canvas.getByRole('link', { name: 'Outlook.com' })).toBeVisible();
  },
};

/** For people at work: the calendar of their company among them. In Arabic, from right to left. */
export const SavedAtWork: Story = {
  args: {
    known: 'subscribed',
    calendars: ['google', 'microsoft-365'],
    get: 'أول مئة عميل لك',
    description: 'تعرض ميرا أوكافور ما فعلته في الأشهر الستة الأولى لمتجرها.',
    place: 'عبر الإنترنت',
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
  async play({ canvas }) {
    await expect(canvas.getByRole('link', { name: 'Microsoft 365' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'تقويم Google' })).toBeVisible();
    await expect(canvas.queryByRole('link', { name: 'Outlook.com' })).not.toBeInTheDocument();
  },
};

/** It has taken place: nobody is promised a seat in it. */
export const Over: Story = {
  args: {
    start: '2026-06-03T18:00:00+02:00',
    footer: (
      <div className="sy-actions">
        <a className="sy-button" href="#recording">
          Watch the recording
        </a>
      </div>
    ),
  },
  async play({ canvas }) {
    await expect(canvas.getByText('This has taken place.')).toBeVisible();
    await waitFor(() => expect(canvas.queryByRole('textbox')).not.toBeInTheDocument());
    await expect(canvas.getByRole('link', { name: 'Watch the recording' })).toBeVisible();
  },
};
