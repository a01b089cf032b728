import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { StarRating } from 'smallyes/star-rating';
import { VideoPlayer, type VideoPlayerProps } from 'smallyes/video-player';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import german from './media/second-yes.de.vtt?url';
import english from './media/second-yes.en.vtt?url';
import mp4 from './media/second-yes.mp4?url';
import webm from './media/second-yes.webm?url';
import poster from './media/second-yes.webp?url';

/**
 * A film of your own in the browser's own player. Nothing of it loads before a visitor presses play. Playing is a small yes;
 * the next one counts the seconds that were really seen, so that neither a jump to the end nor a second showing adds to it.
 */
const meta = {
  component: VideoPlayer,
  tags: ['weak'],
  args: {
    id: 'second-yes',
    label: 'Why the second yes is easier',
    description: 'Half a minute for shop owners.',
    sources: [webm, mp4],
    tracks: [
      { src: english, lang: 'en', label: 'English' },
      { src: german, lang: 'de', label: 'Deutsch', kind: 'subtitles' },
    ],
    poster,
    length: 28,
    video: { muted: true },
    onEvent: fn(),
  },
} satisfies Meta<VideoPlayerProps>;

export default meta;

type Story = StoryObj<VideoPlayerProps>;

const chapters = [
  { at: 0, label: 'The first visit' },
  { at: 7, label: 'A vote' },
  { at: 14, label: 'A minute' },
  { at: 21, label: 'The large question' },
];

const words = [
  'Most people who visit a shop for the first time buy nothing. That is no failure. They do not know you yet.',
  'So ask for something small. A vote. A rating. A minute of their time.',
  'Those who gave a small yes come back, and say yes again. Then, when the large question comes, it is only one more step.',
];

/** A picture, a button, how long it takes. No byte of the film is loaded. */
export const Default: Story = {
  async play({ canvas, canvasElement }) {
    await expect(
      canvas.getByRole('button', { name: 'Play 0:28 Why the second yes is easier' }),
    ).toBeVisible();
    await expect(filmIn(canvasElement).readyState).toBe(0);
  },
};

/** One press plays. The event goes out with the first picture. */
export const Playing: Story = {
  async play({ canvasElement, args }) {
    await press(canvasElement);
    await expect(linesOf(args.onEvent)).toEqual(['play seen', 'play started', 'play committed']);
    filmIn(canvasElement).pause();
  },
};

/** Parts with names, and what is said to read. The part that plays is marked. */
export const Chapters: Story = {
  args: { chapters, transcript: words.map((one) => <p key={one}>{one}</p>) },
  async play({ canvas, canvasElement }) {
    await userEvent.click(canvas.getByRole('button', { name: /A minute/ }));
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: /A minute/ })).toHaveAttribute('aria-current'),
    );
    await waitFor(() => expect(filmIn(canvasElement).currentTime).toBeGreaterThan(14));
    await uncovered(canvasElement);
    filmIn(canvasElement).pause();
  },
};

/** After fifteen per cent the film waits for a question. It stands below, the visitor may skip it, and never meets it twice. */
export const Gate: Story = {
  args: {
    id: 'gated-yes',
    gate: { at: '15%', ask: <StarRating id="useful-so-far" label="Is this useful so far?" /> },
  },
  async play({ canvas, canvasElement, args }) {
    await press(canvasElement);
    filmIn(canvasElement).currentTime = 4.1;
    const stars = await canvas.findByRole('radiogroup', { name: 'Is this useful so far?' });
    await expect(stars).toBeVisible();
    await expect(filmIn(canvasElement).paused).toBe(true);
    await expect(canvas.getByRole('button', { name: 'Skip and watch on' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['play seen', 'play started', 'play committed']);
  },
};

/** The question is answered: the visitor goes on when ready. */
export const GateAnswered: Story = {
  args: {
    id: 'answered-yes',
    gate: { at: 4, required: true, ask: <StarRating id="useful-by-now" label="Is this useful so far?" /> },
  },
  async play({ canvas, canvasElement }) {
    await press(canvasElement);
    filmIn(canvasElement).currentTime = 4.1;
    await userEvent.click(await canvas.findByRole('radio', { name: '4 stars' }));
    await expect(await canvas.findByRole('button', { name: 'Watch on' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /Skip/ })).toBeNull();
  },
};

/** Enough was seen and the film rests: thanks, and the next ask. */
export const Watched: Story = {
  args: {
    completeAt: 0.05,
    next: <StarRating id="rate-second-yes" label="Was it worth your half minute?" />,
  },
  async play({ canvas, canvasElement, args }) {
    await press(canvasElement);
    await waitFor(() => expect(linesOf(args.onEvent)).toContain('complete committed'), { timeout: 5_000 });
    filmIn(canvasElement).pause();
    await expect(await canvas.findByText('Thank you for watching!')).toBeVisible();
    await expect(canvas.getByRole('radiogroup', { name: 'Was it worth your half minute?' })).toBeVisible();
  },
};

/** The first seconds are on their way. */
export const Loading: Story = {
  async play({ canvas, canvasElement }) {
    filmIn(canvasElement).play = () => new Promise(() => {});
    await userEvent.click(canvasElement.querySelector('.sy-media-cover')!);
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading the video …');
  },
};

/** The browser did not let it start, as some do to save power: one more press plays. */
export const Refused: Story = {
  async play({ canvas, canvasElement, args }) {
    filmIn(canvasElement).play = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    await userEvent.click(canvasElement.querySelector('.sy-media-cover')!);
    await expect(await canvas.findByText('Your browser did not let the video start.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['play seen', 'play started']);
  },
};

/** Back on another day: it goes on where the last visit ended, and says so before. */
export const Continued: Story = {
  args: { id: 'second-yes-continued' },
  beforeEach() {
    localStorage.setItem('smallyes:video-player:second-yes-continued:place', '14 0 14');
  },
  async play({ canvas, canvasElement }) {
    await expect(
      await canvas.findByRole('button', { name: 'Continue at 0:14 Why the second yes is easier' }),
    ).toBeVisible();
    await expect(filmIn(canvasElement).readyState).toBe(0);
  },
};

/** Long words, a narrow column, no picture. */
export const LongText: Story = {
  args: {
    label:
      'Warenwirtschaftssystemumstellung: what eleven shop owners would do differently, and what they would not',
    description:
      'An hour of conversation in small parts. Each part stands by itself, and the transcript below holds all that is said.',
    length: 3_912,
    poster: undefined,
    chapters: [
      {
        at: 0,
        label: 'Before the change: spreadsheets, notes, and one person who knows where everything is',
      },
      { at: 3_723, label: 'After it' },
    ],
  },
  render: (args) => (
    <div style={{ maxInlineSize: '20rem' }}>
      <VideoPlayer {...args} />
    </div>
  ),
  async play({ canvas }) {
    await expect(canvas.getByText('1:05:12')).toBeVisible();
    await expect(canvas.getByText('1:02:03')).toBeVisible();
  },
};

/** Arabic: everything runs from right to left, but the film. */
export const RightToLeft: Story = {
  args: {
    id: 'rtl-yes',
    label: 'لماذا تكون الموافقة الثانية أسهل',
    description: 'نصف دقيقة لأصحاب المتاجر.',
    chapters: [
      { at: 0, label: 'الزيارة الأولى' },
      { at: 7, label: 'صوت واحد' },
    ],
  },
  globals: { direction: 'rtl', locale: 'ar' },
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: /^تشغيل/ })).toBeVisible();
  },
};

/** On a dark page. */
export const Dark: Story = {
  args: { chapters },
  globals: { theme: 'dark' },
};

/** Without the card, for a place that has a frame of its own. */
export const Plain: Story = {
  args: { appearance: 'plain' },
};

function filmIn(canvasElement: HTMLElement) {
  return canvasElement.querySelector('video')!;
}

const uncovered = (canvasElement: HTMLElement) =>
  waitFor(() => expect(canvasElement.querySelector('.sy-media-cover')).toBeNull(), { timeout: 5_000 });

async function press(canvasElement: HTMLElement) {
  await userEvent.click(canvasElement.querySelector('.sy-media-cover')!);
  await uncovered(canvasElement);
}

function linesOf(handler: unknown) {
  return (handler as Mock).mock.calls.map(([event]) => {
    const { kind, phase } = event as CommitmentEvent;
    return `${kind.split('.')[1]} ${phase}`;
  });
}
