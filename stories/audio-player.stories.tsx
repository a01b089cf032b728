import type { Meta, StoryObj } from '@storybook/react-vite';
import { AudioPlayer, type AudioPlayerProps } from 'smallyes/audio-player';
import type { CommitmentEvent } from 'smallyes/events';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import mp3 from './media/second-yes.mp3?url';
import poster from './media/second-yes.webp?url';
import './attention.css';

/**
 * A recording to listen to, such as an episode of a podcast. Pressing "Listen" is a small yes; the next one counts the seconds
 * that were really heard. Offer the words to read as well: not everybody can listen, and nobody can everywhere.
 */
const meta = {
  component: AudioPlayer,
  tags: ['weak'],
  args: {
    id: 'podcast-12',
    label: 'Episode 12: why the second yes is easier',
    description: 'With Mara Vogt, who has advised small shops for twenty years.',
    sources: mp3,
    length: 28,
    audio: { muted: true },
    transcript: (
      <p>
        Most people who visit a shop for the first time buy nothing. That is no failure. They do not know you
        yet. So ask for something small.
      </p>
    ),
    onEvent: fn(),
  },
} satisfies Meta<AudioPlayerProps>;

export default meta;

type Story = StoryObj<AudioPlayerProps>;

/** A button and how long it takes. No byte of it is loaded. */
export const Default: Story = {
  async play({ canvas, canvasElement }) {
    await expect(
      canvas.getByRole('button', { name: 'Listen 0:28 Episode 12: why the second yes is easier' }),
    ).toBeVisible();
    await expect(canvasElement.querySelector('audio')?.readyState).toBe(0);
  },
};

/** One press plays, in the browser's own player. */
export const Playing: Story = {
  args: { poster },
  async play({ canvasElement, args }) {
    await press(canvasElement);
    await expect(linesOf(args.onEvent)).toEqual(['play seen', 'play started', 'play committed']);
    canvasElement.querySelector('audio')?.pause();
  },
};

/** With the cover of the podcast, and parts that can be jumped to. */
export const CoverAndChapters: Story = {
  args: {
    poster,
    chapters: [
      { at: 0, label: 'The first visit' },
      { at: 7, label: 'A vote' },
      { at: 14, label: 'A minute' },
    ],
  },
  async play({ canvas, canvasElement }) {
    await userEvent.click(canvas.getByRole('button', { name: /A vote/ }));
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: /A vote/ })).toHaveAttribute('aria-current'),
    );
    canvasElement.querySelector('audio')?.pause();
  },
};

/** The words, unfolded. */
export const Transcript: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByText('Transcript'));
    await expect(canvas.getByText(/Most people who visit a shop/)).toBeVisible();
  },
};

/** What can be heard stands on the lock screen, with its picture; headsets and cars have its keys. */
export const OnTheLockScreen: Story = {
  args: {
    poster,
    audio: { muted: false },
    mediaSession: { artist: 'Mira Okafor', album: 'Small Shops' },
  },
  async play({ canvasElement }) {
    await userEvent.click(canvasElement.querySelector('.sy-media-cover') as Element);
    await waitFor(() => expect(navigator.mediaSession.metadata?.artist).toBe('Mira Okafor'));
    await expect(navigator.mediaSession.metadata?.title).toContain('Episode 12');
    canvasElement.querySelector('audio')?.pause();
  },
};

/** Enough was heard and it rests: thanks, and the next ask. */
export const Heard: Story = {
  args: { completeAt: 0.05, next: <StarRating id="rate-12" label="Was this episode worth your time?" /> },
  async play({ canvas, canvasElement, args }) {
    await press(canvasElement);
    await waitFor(() => expect(linesOf(args.onEvent)).toContain('complete committed'), { timeout: 5_000 });
    canvasElement.querySelector('audio')?.pause();
    await expect(await canvas.findByText('Thank you for listening!')).toBeVisible();
  },
};

/** Back on another day: it goes on where the last visit ended. A line of the words leads to where it is said. */
export const Continued: Story = {
  args: {
    id: 'podcast-12-continued',
    transcript: (
      <p>
        Most people who visit a shop for the first time buy nothing.{' '}
        <button className="story-line" type="button" data-play="3">
          They do not know you yet.
        </button>
      </p>
    ),
  },
  beforeEach() {
    localStorage.setItem('smallyes:audio-player:podcast-12-continued:place', '14 0 14');
  },
  async play({ canvas, canvasElement }) {
    await expect(
      await canvas.findByRole('button', { name: /^Continue at 0:14 0:28 Episode 12/ }),
    ).toBeVisible();
    await userEvent.click(canvas.getByText('Transcript'));
    await userEvent.click(canvas.getByRole('button', { name: 'They do not know you yet.' }));
    const audio = canvasElement.querySelector('audio');
    await waitFor(() => expect(audio?.currentTime).toBeGreaterThan(3));
    await expect(audio?.currentTime).toBeLessThan(10);
    audio?.pause();
  },
};

/** Long words in a narrow column. */
export const LongText: Story = {
  args: {
    label: 'Episode 112: Warenwirtschaftssystemumstellung, or what eleven shop owners would do differently',
    length: 3_912,
    poster,
  },
  render: (args) => (
    <div style={{ maxInlineSize: '18rem' }}>
      <AudioPlayer {...args} />
    </div>
  ),
};

/** Arabic: everything runs from right to left. */
export const RightToLeft: Story = {
  args: {
    id: 'rtl-12',
    label: 'الحلقة 12: لماذا تكون الموافقة الثانية أسهل',
    description: 'مع مارا فوغت.',
    transcript: undefined,
  },
  globals: { direction: 'rtl', locale: 'ar' },
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: /^استماع/ })).toBeVisible();
  },
};

/** On a dark page. */
export const Dark: Story = {
  args: { poster },
  globals: { theme: 'dark' },
};

/** Without the card, for a place that has a frame of its own. */
export const Plain: Story = {
  args: { appearance: 'plain' },
};

async function press(canvasElement: HTMLElement) {
  await userEvent.click(canvasElement.querySelector('.sy-media-cover')!);
  await waitFor(() => expect(canvasElement.querySelector('.sy-media-cover')).toBeNull(), { timeout: 5_000 });
}

function linesOf(handler: unknown) {
  return (handler as Mock).mock.calls.map(([event]) => {
    const { kind, phase } = event as CommitmentEvent;
    return `${kind.split('.')[1]} ${phase}`;
  });
}
