import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useRef } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { ReadingProgress, type ReadingProgressProps } from 'smallyes/reading-progress';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, waitFor } from 'storybook/test';
import './attention.css';

/**
 * Tells how much of a text was really read: a part counts once it stood on the screen for as long as reading it takes, so
 * that a fling to the end is no reading. The bar shows where the reader is; it says nothing by itself. Milestones at 25, 50, 75
 * and 100 percent are `progressed`; at `threshold` comes the yes.
 */
const meta = {
  component: ReadingProgress,
  tags: ['weak'],
  parameters: { layout: 'fullscreen' },
  args: { id: 'article-small-asks', onEvent: fn() },
  render: (args) => (
    <div className="story-page">
      <ReadingProgress {...args}>{args.children ?? <Article />}</ReadingProgress>
    </div>
  ),
} satisfies Meta<ReadingProgressProps>;

export default meta;

type Story = StoryObj<ReadingProgressProps>;

/** At the beginning of an article: the bar is a hairline that waits. Scroll. */
export const Default: Story = {
  async play({ canvas, args }) {
    await expect(canvas.getByRole('progressbar', { name: 'Reading progress' })).toHaveValue(0);
    await expect(linesOf(args.onEvent)).not.toContain('committed');
  },
};

/** In the middle: the line stays at the upper edge while the article passes. */
export const Halfway: Story = {
  async play({ canvas, args }) {
    const bar = canvas.getByRole('progressbar') as HTMLProgressElement;
    await waitFor(() => {
      scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2);
      return expect(bar.value).toBeGreaterThan(0.3);
    });
    await expect(bar.getBoundingClientRect().top).toBe(0);
    // Scrolled past, and not read.
    await expect(linesOf(args.onEvent)).not.toContain('committed');
  },
};

/** Read, at the pace of a story that cannot wait: the next ask stands below the text. */
export const Read: Story = {
  args: {
    words: 1,
    children: <ShortArticle />,
    next: (
      <StarRating id="rate-small-asks" label="Did this help your shop?" description="One click. No name." />
    ),
  },
  async play({ canvas, args }) {
    await waitFor(() => expect(canvas.getByText('Did this help your shop?')).toBeVisible(), {
      timeout: 5_000,
    });
    await expect(linesOf(args.onEvent)).toEqual([
      'seen',
      'started',
      'progressed 25',
      'progressed 50',
      'progressed 75',
      'committed 75',
    ]);
  },
};

/** A note that fits into the window needs no bar. Its room stays, so that nothing moves; its reading counts as well. */
export const ShortText: Story = {
  args: { words: 1, children: <p>We are closed on Monday. From Tuesday on, we roast again.</p> },
  async play({ canvasElement, args }) {
    await waitFor(() => expect(linesOf(args.onEvent)).toContain('committed 75'), { timeout: 5_000 });
    await expect(canvasElement.querySelector('progress')).not.toBeVisible();
  },
};

/** A line in a header of the page, for a text that stands elsewhere: `target`. */
export const InHeader: Story = {
  render: (args) => <WithHeader {...args} />,
  args: { appearance: 'line' },
  async play({ canvas }) {
    const bar = canvas.getByRole('progressbar') as HTMLProgressElement;
    await waitFor(() => {
      scrollTo(0, 600);
      return expect(bar.value).toBeGreaterThan(0.1);
    });
    await expect(bar.getBoundingClientRect().top).toBeLessThan(80);
  },
};

/** Only measured: nothing is shown. */
export const NoBar: Story = {
  args: { appearance: 'none' },
  async play({ canvas }) {
    await expect(canvas.queryByRole('progressbar')).toBeNull();
  },
};

/** A long text, read for a while: how far the reader is, never how far there is to go. */
export const LongText: Story = {
  args: {
    children: (
      <>
        <Article />
        <Article />
        <Article />
      </>
    ),
  },
  async play({ canvas }) {
    const bar = canvas.getByRole('progressbar') as HTMLProgressElement;
    await waitFor(() => {
      scrollTo(0, 2_000);
      return expect(bar.value).toBeGreaterThan(0.05);
    });
  },
};

/** The line grows from the right. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: { children: <ArabicArticle /> },
  async play({ canvas }) {
    const bar = canvas.getByRole('progressbar', { name: 'مقدار ما قُرئ' }) as HTMLProgressElement;
    await waitFor(() => {
      scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2);
      return expect(bar.value).toBeGreaterThan(0.3);
    });
  },
};

/** On a dark page. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  play: Halfway.play!,
};

/** Your own colour and height: the bar is a native `progress` with one class. */
export const OwnLook: Story = {
  args: { className: 'story-own-bar' },
  play: Halfway.play!,
};

function WithHeader(args: ReadingProgressProps) {
  const text = useRef<HTMLElement>(null);
  return (
    <>
      <header className="story-header">
        <b>Kessler Coffee</b>
        <ReadingProgress {...args} target={text} />
      </header>
      <div className="story-page">
        <article ref={text}>
          <Article />
        </article>
      </div>
    </>
  );
}

function Article(): ReactNode {
  return (
    <article className="story-article">
      <h1>Ask for less, and get more</h1>
      <p>
        A shop that sells coffee grinders had one button on its page: “Request a quote”. Four visitors in a
        thousand pressed it. The other nine hundred and ninety-six were not enemies of good coffee. They were
        strangers, and strangers do not sign contracts.
      </p>
      <p>
        So the owner began to ask for less. First a question: what holds you back, the price, the noise, or
        the cleaning? Every fifth visitor answered, because an answer costs a second. Whoever said “the noise”
        read half a page on grinders for thin walls. Whoever read it was asked whether it had helped.
      </p>
      <h2>Why a small yes counts</h2>
      <p>
        People like to act as they have acted before. Whoever has voted has taken part; whoever has rated has
        an opinion; whoever has read to the end has given ten minutes, which is more than most adverts ever
        get. None of it is a sale. All of it makes the sale a smaller step.
      </p>
      <p>
        There is a condition. Each step must give something back at once: the result of the vote, the half
        page, a sound sample of the quiet grinder. A step that only takes is a toll, and people turn round at
        tolls.
      </p>
      <h2>What to measure</h2>
      <p>
        A page that was opened was not read. A page that was scrolled to its end in two seconds was not read
        either. What counts is what stood on the screen for as long as reading takes. It is a modest number,
        smaller than the usual one, and it is the one that has something to do with sales.
      </p>
      <p>
        After six weeks the owner knew which of the small asks led to quotes, and which only looked busy. The
        sound sample led the list. Nobody had thought of it; it had been a favour to a customer with a baby.
      </p>
      <h2>The order of things</h2>
      <p>
        The owner then put the asks in order, the smallest first. Nobody sees two of them at once. Whoever
        says no to one is left alone for two weeks, and is then asked for something smaller, not for something
        larger. It felt like giving customers away. The numbers said otherwise: fewer asks were shown, and
        more of them were answered.
      </p>
      <p>
        One ask was taken off the page for good. It was a wheel of fortune. People liked to turn it, and left
        an address that was not theirs. A yes that costs nothing and means nothing is not a small yes. It is
        noise.
      </p>
      <h2>What came of it</h2>
      <p>
        The button “Request a quote” is still there, where it has always been. Twelve visitors in a thousand
        press it now. They know what they want to ask, because they have been thinking aloud on the page for a
        while, one small answer at a time. The calls are shorter. The owner says that this is the best part:
        strangers had questions, and these people have plans.
      </p>
      <p>
        None of this needed a new shop. It needed a list of what visitors might be willing to give, in the
        order of what it costs them, and the patience to ask for one thing at a time.
      </p>
    </article>
  );
}

function ShortArticle(): ReactNode {
  return (
    <article className="story-article">
      <h1>Ask for less, and get more</h1>
      <p>
        A shop that sells coffee grinders had one button on its page: “Request a quote”. Four visitors in a
        thousand pressed it. The others were not enemies of good coffee. They were strangers, and strangers do
        not sign contracts.
      </p>
    </article>
  );
}

function ArabicArticle(): ReactNode {
  const paragraph =
    'كان لمتجر يبيع مطاحن القهوة زر واحد في صفحته: «اطلب عرض سعر». ضغطه أربعة من كل ألف زائر. أما الباقون فلم يكونوا أعداء للقهوة الجيدة، بل كانوا غرباء، والغرباء لا يوقعون العقود. فبدأ صاحب المتجر يطلب أقل: سؤالاً صغيراً يجاب عنه في ثانية واحدة، ثم نصف صفحة تفيد من يقرؤها.';
  return (
    <article className="story-article">
      <h1>اطلب أقل تنل أكثر</h1>
      {['أولاً', 'ثانياً', 'ثالثاً', 'رابعاً', 'خامساً', 'سادساً', 'سابعاً', 'ثامناً', 'تاسعاً', 'عاشراً'].map(
        (title) => (
          <section key={title}>
            <h2>{title}</h2>
            <p>{paragraph}</p>
          </section>
        ),
      )}
    </article>
  );
}

/** The events so far: phase, and how many percent. */
function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase, data }]) =>
    [phase, (data as { percent?: number }).percent].filter(Boolean).join(' '),
  );
}
