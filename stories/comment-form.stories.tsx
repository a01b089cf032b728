import type { Meta, StoryObj } from '@storybook/react-vite';
import { CommentForm, type CommentFormProps } from 'smallyes/comment-form';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';
import { de } from '../src/locales/de.ts';

type Props = CommentFormProps<readonly []>;

const words = 'We had ours resoled twice. The second pair of soles has outlived the dog.';

/**
 * Asks for a comment that others read. It says "published" only once your server does, and "waits for approval" until then. The
 * draft outlives a reload where the visitor allows storage. What is written goes to `onSubmit`, never into an event.
 */
const meta = {
  component: CommentForm,
  tags: ['weak'],
  args: {
    id: 'article-42-comments',
    draft: false,
    onSubmit: () => ({ status: 'pending' }),
    onEvent: fn(),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

const phases = (args: Props) =>
  (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);

/** One field below an article. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox', { name: 'Your comment' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Post comment' })).toBeVisible();
  },
};

/** It waits for approval: said plainly, with the words that were sent. */
export const Moderated: Story = {
  args: { next: <p>Shall we write to you when somebody answers?</p> },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your comment' }), words);
    await userEvent.click(canvas.getByRole('button', { name: 'Post comment' }));
    await expect(await canvas.findByText('Thank you! Your comment waits for approval.')).toBeVisible();
    await expect(canvas.getByText(words, { selector: 'blockquote' })).toBeVisible();
    await expect(canvas.getByText('Shall we write to you when somebody answers?')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
    const { calls } = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock;
    await expect(calls.at(-1)?.[0].data).toEqual({ fields: ['comment'] });
  },
};

/** Your server has published it at once. */
export const Published: Story = {
  args: { onSubmit: () => ({ status: 'ok' }) },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your comment' }), words);
    await userEvent.click(canvas.getByRole('button', { name: 'Post comment' }));
    await expect(await canvas.findByText('Thank you! Your comment is published.')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** While your server has not answered. */
export const Sending: Story = {
  args: { onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your comment' }), words);
    await userEvent.click(canvas.getByRole('button', { name: 'Post comment' }));
    await expect(await canvas.findByRole('button', { name: 'Sending …' })).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** Your server refuses it: the reason stands at the field, and the words stay. */
export const Refused: Story = {
  args: { onSubmit: () => ({ status: 'invalid', errors: { comment: 'Please leave out links to shops.' } }) },
  async play({ canvas, args }) {
    const field = canvas.getByRole('textbox', { name: 'Your comment' });
    await userEvent.type(field, 'Get yours at http://boots.example');
    await userEvent.click(canvas.getByRole('button', { name: 'Post comment' }));
    await expect(await canvas.findByText('Please leave out links to shops.')).toBeVisible();
    await expect(field).toHaveValue('Get yours at http://boots.example');
    await expect(phases(args)).toEqual(['seen', 'started', 'failed']);
  },
};

/** More than there is room for: counted, and refused in words. Nothing that was typed is cut off. */
export const TooLong: Story = {
  args: { maxLength: 60 },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your comment' }), words);
    await expect(
      await canvas.findByText('13 characters too many', { selector: '[data-over]' }),
    ).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Post comment' }));
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** A heading, house rules and small print of your own. */
export const HouseRules: Story = {
  args: {
    heading: 'How long did your last pair of boots last?',
    description:
      'Stay kind and stay with the matter. We read each comment before others do, on weekdays within a day.',
    note: 'Your comment is shown without your name. You can have it removed at any time.',
  },
};

/** Long words, in German. */
export const LongText: Story = {
  args: {
    heading: 'Wie lange hat Ihr letztes Paar Wanderstiefel gehalten, und wie oft wurde es neu besohlt?',
  },
  decorators: [
    (Story) => (
      <div lang="de">
        <CommitmentProvider locale="de" labels={de}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: {
    id: 'article-42-comments-ar',
    heading: 'كم دام آخر حذاء اشتريته؟',
    description: 'كن لطيفًا والتزم بالموضوع. نقرأ كل تعليق قبل نشره، عادةً خلال يوم.',
    note: 'يُنشر تعليقك دون اسمك، ويمكنك طلب حذفه في أي وقت.',
    maxLength: 300,
    next: <p>هل نكتب إليك حين يجيب أحد؟</p>,
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
    const sent = 'بدّلنا نعله مرتين، وما زال صالحًا للجبال.';
    await userEvent.type(canvas.getByRole('textbox', { name: 'تعليقك' }), sent);
    await userEvent.click(canvas.getByRole('button', { name: 'إرسال التعليق' }));
    await expect(await canvas.findByText('شكرًا لك! تعليقك في انتظار الموافقة.')).toBeVisible();
    await expect(canvas.getByText(sent, { selector: 'blockquote' })).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** On a dark page, waiting for approval: what your server may know of an earlier visit. */
export const Dark: Story = { args: { known: 'moderated' }, globals: { theme: 'dark' } };

/** Without a card. */
export const Plain: Story = { args: { appearance: 'plain' } };
