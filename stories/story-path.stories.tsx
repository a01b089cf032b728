import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { StarRating } from 'smallyes/star-rating';
import { StoryPath, type StoryPathProps } from 'smallyes/story-path';
import { expect, fn, type Mock, userEvent } from 'storybook/test';

/** A drawing for each step: it is decoration, the text says it all. */
function Scene({ sky, children }: { readonly sky: string; readonly children: ReactNode }) {
  return (
    <svg viewBox="0 0 480 200" aria-hidden="true">
      <rect width="480" height="200" fill={sky} />
      {children}
    </svg>
  );
}

const hill = <path d="M0 150q120-70 240-20t240-30v100H0z" fill="#2f6b5e" />;

const steps = [
  {
    id: 'kitchen',
    title: 'It began with bad coffee',
    media: (
      <Scene sky="#f3d9b1">
        <circle cx="372" cy="62" r="30" fill="#f7b267" />
        {hill}
        <path d="M196 92h74v34a26 26 0 0 1-26 26h-22a26 26 0 0 1-26-26z" fill="#fffaf2" />
        <path d="M270 102h10a14 14 0 0 1 0 28h-10" fill="none" stroke="#fffaf2" strokeWidth="8" />
        <path
          d="M218 78q-8-10 0-20t0-20M244 78q-8-10 0-20t0-20"
          fill="none"
          stroke="#b98b5e"
          strokeWidth="4"
          strokeLinecap="round"
        />
      </Scene>
    ),
    body: (
      <p>
        In 2009 Ana and Jonas shared an office with one coffee machine. It made two kinds of coffee: burnt and
        cold. After a winter of it they bought a roaster the size of a suitcase.
      </p>
    ),
    goOn: 'And then?',
  },
  {
    id: 'garage',
    title: 'A garage, four nights a week',
    media: (
      <Scene sky="#23374d">
        <circle cx="92" cy="52" r="22" fill="#f5e6c8" />
        <path d="M140 86l100-46 100 46v114H140z" fill="#3d5a73" />
        <path d="M176 116h128v84H176z" fill="#f3d9b1" />
        <path d="M176 136h128M176 156h128M176 176h128" stroke="#c9a876" strokeWidth="3" />
      </Scene>
    ),
    body: (
      <p>
        They roasted after work, burnt the first forty batches and wrote down every one. The neighbours
        complained, then asked for a bag.
      </p>
    ),
    goOn: 'Who taught them?',
  },
  {
    id: 'farm',
    title: 'Three weeks on Lucía’s farm',
    media: (
      <Scene sky="#cfe3dc">
        <circle cx="120" cy="54" r="26" fill="#f7b267" />
        {hill}
        <path d="M0 176q140-40 260-8t220-14v46H0z" fill="#234f46" />
        <g fill="#c8553d">
          <circle cx="300" cy="150" r="7" />
          <circle cx="322" cy="158" r="7" />
          <circle cx="344" cy="148" r="7" />
          <circle cx="366" cy="160" r="7" />
        </g>
      </Scene>
    ),
    body: (
      <p>
        Lucía Herrera grows coffee at 1,800 metres in Huila, Colombia. She showed them that most of the taste
        is decided before a bean is roasted. They have bought from her every year since, at twice the market’s
        price.
      </p>
    ),
  },
  {
    id: 'today',
    title: 'Today: eleven people, nine farms',
    body: (
      <p>
        We roast on Mondays and send what was roasted on Tuesdays. Each bag names the farm, the day and the
        price that we paid. The suitcase roaster still stands in the hall, and still burns a batch now and
        then.
      </p>
    ),
  },
] as const;

/**
 * A brand's story in short steps. Each "go on" is a small yes, and after the last one comes an ask. Without JavaScript it
 * is one article; with it, one step at a time. Visitors can go back and skip, and continue where they stopped.
 */
const meta = {
  component: StoryPath,
  tags: ['weak'],
  args: {
    id: 'our-story',
    title: 'How Kettle & Hill came to roast coffee',
    steps,
    next: <StarRating id="story-liked" label="Did you enjoy our story?" />,
    onEvent: fn(),
  },
} satisfies Meta<StoryPathProps>;

export default meta;

type Story = StoryObj<StoryPathProps>;

/** The first step: a picture, a thought, and one way on. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('heading', { name: 'It began with bad coffee' })).toBeVisible();
    await expect(canvas.queryByRole('heading', { name: /garage/ })).toBeNull();
    await expect(canvas.getByRole('button', { name: 'And then?' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Back' })).toBeNull();
  },
};

/** One step on: the focus goes to the new heading, and the list of steps says where the visitor is. */
export const SecondStep: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'And then?' }));
    await expect(canvas.getByRole('heading', { name: 'A garage, four nights a week' })).toHaveFocus();
    await expect(canvas.getAllByRole('listitem')[1]).toHaveAttribute('aria-current', 'step');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'progressed']);
    await expect(lastData(args.onEvent)).toEqual({ step: 'garage', position: 2, of: 4 });
  },
};

/** Read to the end: the visitor is thanked, and meets the next ask. */
export const Finished: Story = {
  async play({ canvas, args }) {
    for (const name of ['And then?', 'Who taught them?', 'Go on'])
      await userEvent.click(canvas.getByRole('button', { name }));
    await expect(canvas.getByText('That was the whole story. Thank you for reading it.')).toBeVisible();
    await expect(canvas.getByRole('radiogroup', { name: 'Did you enjoy our story?' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'progressed', 'progressed', 'committed']);
    await expect(lastData(args.onEvent)).toEqual({ step: 'today', position: 4, of: 4 });
  },
};

/** Skipped: a no, however polite. The end and the next ask are there all the same. */
export const Skipped: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Skip to the end' }));
    await expect(canvas.getByRole('heading', { name: 'Today: eleven people, nine farms' })).toHaveFocus();
    await expect(canvas.queryByText(/That was the whole story/)).toBeNull();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'dismissed']);
  },
};

/** Back on another day: the story begins at its first step, and offers to continue. */
export const Continued: Story = {
  args: { id: 'our-story-continued' },
  beforeEach() {
    localStorage.setItem('smallyes:story-path:our-story-continued', 'kitchen\ngarage\nfarm');
  },
  async play({ canvas, args }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue at step 3' }));
    await expect(canvas.getByRole('heading', { name: 'Three weeks on Lucía’s farm' })).toHaveFocus();
    await expect(linesOf(args.onEvent)).toEqual([]);
    await userEvent.click(canvas.getByRole('button', { name: 'Go on' }));
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Long words and many steps still fit a phone. */
export const LongText: Story = {
  args: {
    id: 'long',
    title:
      'How a small workshop at the edge of Donaudampfschifffahrtsgesellschaftskapitänshausen came to make the chairs of nearly every reading room in the country',
    steps: Array.from({ length: 12 }, (_, at) => ({
      id: `step-${at}`,
      title: `Chapter ${at + 1}, in which the cabinetmakers learn that glue has opinions of its own about weather`,
      body: (
        <>
          <p>
            Nobody in the workshop had ever made a chair for someone they would not meet. So the first twenty
            were made for the people of the village, who came by, sat down, stood up again and said what they
            thought.
          </p>
          <ul>
            <li>The seat was too deep for reading and just right for sleeping.</li>
            <li>The arms were a little too high for everyone but the priest.</li>
          </ul>
        </>
      ),
      goOn: 'What happened when the first winter came and the glue did not hold?',
    })),
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: {
    id: 'rtl',
    title: 'كيف بدأنا بتحميص القهوة',
    steps: [
      {
        id: 'office',
        title: 'بدأ الأمر بقهوة سيئة',
        media: steps[0].media,
        body: <p>في عام ٢٠٠٩ كان في المكتب آلة قهوة واحدة. بعد شتاء كامل اشترينا محمصة بحجم حقيبة سفر.</p>,
      },
      { id: 'garage', title: 'مرآب وأربع ليالٍ في الأسبوع', body: <p>كنا نحمّص بعد العمل وندوّن كل تجربة.</p> },
      { id: 'today', title: 'اليوم', body: <p>أحد عشر شخصًا وتسع مزارع.</p> },
    ],
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'تابع' }));
    await expect(canvas.getByRole('button', { name: 'رجوع' })).toBeVisible();
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { id: 'dark' },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'And then?' }));
    await expect(canvas.getByRole('button', { name: 'Back' })).toBeVisible();
  },
};

/** No card: it stands in the page as if it was its text. */
export const Plain: Story = {
  args: { id: 'plain', appearance: 'plain' },
};

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock).mock.calls.map(([event]) => event.phase as string);
}

function lastData(onEvent: unknown): unknown {
  return (onEvent as Mock).mock.lastCall?.[0].data;
}
