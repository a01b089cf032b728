import type { Meta, StoryObj } from '@storybook/react-vite';
import { EmailField } from 'smallyes/fields';
import { LeadGate } from 'smallyes/lead-gate';
import { defineQuiz, Quiz, type QuizProps } from 'smallyes/quiz';
import { ShareButton } from 'smallyes/share-button';
import { expect, fn, type Mock, userEvent, type within } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';
import { brokenMakers, makers } from './quiz-pictures.ts';

const roast = defineQuiz({
  mode: 'personality',
  outcomes: {
    espresso: {
      title: 'You are an espresso',
      text: 'Short, strong, and gone before the bus comes. Our Nachtzug blend was roasted for people like you.',
    },
    filter: {
      title: 'You are a filter coffee',
      text: 'A pot, a window seat and a chapter. Try the washed Sidama: it tastes better as it cools.',
    },
    cold: {
      title: 'You are a cold brew',
      text: 'Planned the night before, calm all day. A coarse grind and fourteen hours do the rest.',
    },
  },
  questions: {
    morning: {
      question: 'How does your morning start?',
      answers: [
        { value: 'hurry', label: 'In a hurry, keys in hand', for: 'espresso' },
        { value: 'book', label: 'With a book and nowhere to be', for: 'filter' },
        { value: 'late', label: 'Rarely before ten', for: 'cold' },
      ],
    },
    milk: {
      question: 'Milk?',
      description: 'Oat and almond count.',
      optional: true,
      trackable: true,
      answers: [
        { value: 'always', label: 'Always', for: { espresso: 1, cold: 1 } },
        { value: 'never', label: 'Never', for: 'filter' },
      ],
    },
    place: {
      question: 'Where do you drink it?',
      answers: [
        { value: 'standing', label: 'Standing at the counter', for: { espresso: 2 } },
        { value: 'table', label: 'At the kitchen table', for: { filter: 2 } },
        { value: 'outside', label: 'Outside, in the sun', for: { cold: 2 } },
      ],
    },
  },
  tieBreak: 'place',
});

const trainers = defineQuiz({
  mode: 'match',
  outcomes: {
    ana: {
      title: 'Ana Ruiz',
      text: 'Former dancer, teaches small groups by the river. Says little, sees everything.',
      has: { tempo: 'calm', days: ['tue', 'thu'], goal: ['back', 'balance'] },
    },
    ben: {
      title: 'Ben Okafor',
      text: 'Rowed for ten years. His hour is over before you have looked at the clock.',
      has: { tempo: 'hard', days: ['mon', 'thu'], goal: ['strength', 'weight'] },
    },
    cleo: {
      title: 'Cleo Lindqvist',
      text: 'Physiotherapist by day. Starts where your body is, not where it should be.',
      has: { tempo: 'calm', days: ['sat', 'sun'], goal: ['back', 'strength'] },
    },
  },
  questions: {
    goal: {
      question: 'What should be different in three months?',
      weight: 2,
      answers: [
        { value: 'back', label: 'My back does not hurt', wants: { goal: 'back' } },
        { value: 'strength', label: 'I am stronger', wants: { goal: 'strength' } },
        { value: 'balance', label: 'I stand more securely', wants: { goal: 'balance' } },
      ],
    },
    tempo: {
      question: 'How do you like to be taught?',
      answers: [
        { value: 'calm', label: 'Calmly, with time to ask', wants: { tempo: 'calm' } },
        { value: 'hard', label: 'I want to be pushed', wants: { tempo: 'hard' } },
        { value: 'any', label: 'I do not mind' },
      ],
    },
    days: {
      question: 'When do you have an hour?',
      optional: true,
      answers: [
        { value: 'week', label: 'On a weekday', wants: { days: ['mon', 'tue', 'wed', 'thu', 'fri'] } },
        { value: 'weekend', label: 'On the weekend', wants: { days: ['sat', 'sun'] } },
      ],
    },
  },
});

const cyber = defineQuiz({
  mode: 'score',
  categories: { mail: 'Mail', access: 'Passwords and access' },
  outcomes: {
    start: {
      title: 'An open door',
      text: 'Two evenings of work close most of it. Begin with the passwords.',
    },
    solid: {
      title: 'Solid, with a gap or two',
      from: 2,
      text: 'You know the ground rules. The details below are left.',
    },
    strong: { title: 'Hard to fool', from: 4, text: 'Whoever wants something from you will try elsewhere.' },
  },
  questions: {
    invoice: {
      question: 'An invoice comes from a supplier’s address, with a new bank account. What do you do?',
      category: 'mail',
      answers: [
        { value: 'pay', label: 'Pay it, the address is right', feedback: 'Addresses are easily forged.' },
        {
          value: 'call',
          label: 'Call the supplier on a number I know',
          correct: true,
          feedback: 'A second channel is what such a fraud cannot pass.',
        },
        { value: 'reply', label: 'Reply and ask', feedback: 'The answer may come from the thief.' },
      ],
    },
    link: {
      question: 'Which address belongs to your bank, mybank.example?',
      category: 'mail',
      answers: [
        { value: 'sub', label: 'login.mybank.example', correct: true },
        { value: 'dash', label: 'mybank-login.example' },
        { value: 'path', label: 'secure.example/mybank' },
      ],
    },
    same: {
      question: 'How many places have the same password of yours?',
      category: 'access',
      answers: [
        {
          value: 'one',
          label: 'One: each has its own',
          correct: true,
          feedback: 'A password manager makes it easy.',
        },
        { value: 'few', label: 'Two or three' },
        { value: 'all', label: 'Nearly all' },
      ],
    },
    second: {
      question: 'Does your mail account ask for a second proof?',
      category: 'access',
      answers: [
        { value: 'yes', label: 'Yes, an app or a key', correct: true },
        { value: 'no', label: 'No' },
      ],
    },
  },
});

/**
 * A few questions, and a result that says why. The result comes first and waits for no address; what you want to ask stands
 * below it, in `next`.
 */
const meta = {
  component: Quiz,
  tags: ['weak'],
  args: { id: 'roast', quiz: roast as never, title: 'Which coffee are you?', onEvent: fn() },
} satisfies Meta<QuizProps>;

export default meta;

type Story = StoryObj<QuizProps>;
type Canvas = ReturnType<typeof within>;

const pause = () => new Promise((resolve) => setTimeout(resolve, 550));
async function answer(canvas: Canvas, ...names: string[]) {
  for (const name of names) {
    await userEvent.click(await canvas.findByRole('radio', { name }));
    // A second click within half a second would be a double click.
    await pause();
  }
}
const finish = async (canvas: Canvas) =>
  userEvent.click(await canvas.findByRole('button', { name: 'See my result' }));

/** One question at a time: an answer goes on by itself, arrow keys only look, the last one waits for the button. */
export const Default: Story = {
  async play({ canvas, args }) {
    await expect(canvas.getByText('Question 1 of 3')).toBeVisible();
    await answer(canvas, 'In a hurry, keys in hand');
    await expect(canvas.getByRole('heading', { name: 'Milk?' })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await expect(canvas.getByRole('radio', { name: 'In a hurry, keys in hand' })).toBeChecked();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'progressed']);
  },
};

/** The result says which answers it comes from. A tie is decided by the answer to one question, here the last. */
export const Result: Story = {
  args: {
    id: 'roast-result',
    share: <ShareButton id="share-roast" url="https://coffee.example/quiz" />,
  },
  async play({ canvas, args }) {
    await answer(canvas, 'In a hurry, keys in hand', 'Never', 'Standing at the counter');
    await finish(canvas);
    await expect(canvas.getByRole('heading', { name: 'You are an espresso' })).toHaveFocus();
    await expect(canvas.getByText('Why this result')).toBeVisible();
    await expect(lastData(args.onEvent)).toEqual({
      outcome: 'espresso',
      score: 75,
      answers: { milk: 'never' },
    });
  },
};

/** The best of your items, and why: each answer wants traits, questions have weights. What was left out counts for nobody. */
export const Match: Story = {
  args: { id: 'trainer', quiz: trainers as never, title: 'Find your trainer' },
  async play({ canvas, args }) {
    await answer(canvas, 'My back does not hurt', 'I want to be pushed');
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await answer(canvas, 'Calmly, with time to ask', 'On the weekend');
    await finish(canvas);
    await expect(canvas.getByRole('heading', { name: 'Cleo Lindqvist' })).toHaveFocus();
    await expect(canvas.getByText('Fits 100%')).toBeVisible();
    await expect(lastData(args.onEvent)).toEqual({ outcome: 'cleo', score: 100 });
  },
};

/** Points by category, and each answer gone through at the end. */
export const Score: Story = {
  args: { id: 'cyber', quiz: cyber as never, title: 'How easily are you fooled?' },
  async play({ canvas, args }) {
    await answer(
      canvas,
      'Call the supplier on a number I know',
      'mybank-login.example',
      'One: each has its own',
      'Yes, an app or a key',
    );
    await finish(canvas);
    await expect(canvas.getByRole('heading', { name: 'Solid, with a gap or two' })).toHaveFocus();
    await expect(canvas.getByText('3 of 4 points')).toBeVisible();
    await expect(lastData(args.onEvent)).toEqual({ outcome: 'solid', score: 3 });
  },
};

/** Told at once: after that the answer stands, and the visitor goes on when they have read. */
export const FeedbackAtOnce: Story = {
  args: {
    id: 'cyber-at-once',
    quiz: cyber as never,
    feedback: 'answer',
    title: 'How easily are you fooled?',
  },
  async play({ canvas }) {
    await answer(canvas, 'Reply and ask');
    await expect(canvas.getAllByRole('status')[0]).toHaveTextContent('Not quite.');
    await expect(canvas.getByRole('radio', { name: 'Pay it, the address is right' })).toBeDisabled();
    await expect(canvas.getByRole('button', { name: 'Next' })).toBeVisible();
  },
};

/** All questions on one page. The button leads to what is missing. */
export const OnePage: Story = {
  args: { id: 'one-page', layout: 'page' },
  async play({ canvas }) {
    await answer(canvas, 'In a hurry, keys in hand');
    await finish(canvas);
    await expect(canvas.getByRole('alert')).toHaveTextContent('Please choose an answer.');
    await expect(canvas.getByRole('heading', { name: 'Where do you drink it?' })).toHaveFocus();
  },
};

const bag = defineQuiz({
  mode: 'match',
  outcomes: {
    ida: {
      title: 'Ida Berg',
      text: 'Long walks, early starts, tea at the top.',
      has: { likes: ['hills', 'dawn', 'dogs'] },
    },
    bo: {
      title: 'Bo Lund',
      text: 'Short loops by the sea, and cake after.',
      has: { likes: ['sea', 'cake', 'dogs'] },
    },
  },
  questions: {
    likes: {
      question: 'What makes a good day outside?',
      multiple: true,
      max: 3,
      answers: [
        { value: 'hills', label: 'Hills', wants: { likes: 'hills' } },
        { value: 'sea', label: 'The sea', wants: { likes: 'sea' } },
        { value: 'dawn', label: 'Leaving at dawn', wants: { likes: 'dawn' } },
        { value: 'cake', label: 'Cake afterwards', wants: { likes: 'cake' } },
        { value: 'dogs', label: 'Dogs may come along', wants: { likes: 'dogs' } },
      ],
    },
    pace: {
      question: 'How many of you are there?',
      optional: true,
      answers: [
        { value: 'few', label: 'Two or three' },
        { value: 'many', label: 'A whole club' },
      ],
    },
  },
});

/** A question with several answers: it waits for its button, and takes no more than it says. */
export const SeveralAnswers: Story = {
  args: { id: 'guide', quiz: bag as unknown as QuizProps['quiz'], title: 'Who takes you outside?' },
  async play({ canvas, args }) {
    await expect(canvas.getByText('Choose up to 3 answers.')).toBeVisible();
    for (const name of ['The sea', 'Cake afterwards', 'Dogs may come along'])
      await userEvent.click(canvas.getByRole('checkbox', { name }));
    await expect(canvas.getByRole('checkbox', { name: 'Hills' })).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await pause();
    await expect(canvas.getByRole('heading', { name: 'How many of you are there?' })).toHaveFocus();
    await finish(canvas);
    await expect(await canvas.findByRole('heading', { name: 'Bo Lund' })).toHaveFocus();
    await expect(canvas.getByText('The sea, Cake afterwards, Dogs may come along')).toBeVisible();
    await expect(lastData(args.onEvent)).toEqual({ outcome: 'bo', score: 100 });
  },
};

/** Answers with pictures: cards of native radios and checkboxes, two beside each other on a phone. */
export const Pictures: Story = {
  args: { id: 'makers', quiz: makers as never, title: 'Which beans are yours?' },
  async play({ canvas, args }) {
    await answer(canvas, 'Moka pot');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'A croissant' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Nothing, thanks' }));
    await expect(canvas.getByRole('checkbox', { name: /^Toast/ })).toBeDisabled();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'progressed']);
  },
};

/** All of them on one page. */
export const PicturesOnOnePage: Story = {
  args: {
    id: 'makers-page',
    quiz: makers as never,
    title: 'Which beans are yours?',
    layout: 'page',
    defaultAnswers: { maker: 'press', food: ['croissant', 'nothing'] } as never,
  },
  async play({ canvas }) {
    await expect(canvas.getAllByRole('checkbox', { checked: true })).toHaveLength(2);
  },
};

/** A picture that cannot be had: its answer is still there to read and to pick. */
export const PictureLost: Story = {
  args: { id: 'makers-lost', quiz: brokenMakers as never, title: 'Which beans are yours?' },
  async play({ canvas }) {
    await expect(canvas.getByText('Paper filter')).toBeVisible();
    await expect(canvas.getByRole('radio', { name: 'Paper filter' })).toBeEnabled();
  },
};

/** The browser's Back goes one question back, as our own button does. */
export const BrowserBack: Story = {
  async play({ canvas }) {
    await pause();
    await userEvent.click(canvas.getByRole('radio', { name: 'With a book and nowhere to be' }));
    await expect(canvas.getByRole('heading', { name: 'Milk?' })).toHaveFocus();
    // What knows of Back comes once the visitor has turned to the quiz.
    await pause();
    window.history.back();
    await pause();
    await expect(canvas.getByRole('heading', { name: 'How does your morning start?' })).toHaveFocus();
    await expect(canvas.getByRole('radio', { name: 'With a book and nowhere to be' })).toBeChecked();
  },
};

/** The result comes first; the ask below it can be passed by. Its answer is known there. */
export const LeadAskAfter: Story = {
  args: {
    id: 'roast-lead',
    next: ({ data }) => (
      <LeadGate
        id="brew-guide"
        get={`The brewing guide for ${data.outcome}`}
        form={<EmailField name="email" required />}
        href="/brewing-guide.pdf"
        onSubmit={() => {}}
      />
    ),
  },
  async play({ canvas }) {
    await answer(canvas, 'Rarely before ten', 'Always', 'Outside, in the sun');
    await finish(canvas);
    await expect(canvas.getByRole('heading', { name: 'You are a cold brew' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: /mail/i })).toBeVisible();
  },
};

/** On its way to your server. The result is there already. */
export const Pending: Story = {
  args: { id: 'pending', onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await answer(canvas, 'In a hurry, keys in hand', 'Always', 'Standing at the counter');
    await finish(canvas);
    await expect(canvas.getByText('Saving your result …')).toBeVisible();
    await expect(linesOf(args.onEvent)).not.toContain('committed');
  },
};

/** Your server was not reached: the result stays, and can be sent again. */
export const Failed: Story = {
  args: { id: 'failed', onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas, args }) {
    await answer(canvas, 'In a hurry, keys in hand', 'Always', 'Standing at the counter');
    await finish(canvas);
    await expect(canvas.getByRole('alert')).toHaveTextContent(/It is still here/);
    await expect(canvas.getByRole('heading', { name: 'You are an espresso' })).toBeVisible();
    await expect(linesOf(args.onEvent).at(-1)).toBe('failed');
  },
};

/** Answers that your server knows: their result, also without JavaScript. Taken again, the earlier result is withdrawn. */
export const Known: Story = {
  args: { id: 'known', taken: { morning: 'book', milk: 'never', place: 'table' } },
  async play({ canvas, args }) {
    await expect(canvas.getByRole('heading', { name: 'You are a filter coffee' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Take it again' }));
    await answer(canvas, 'In a hurry, keys in hand', 'Always', 'Standing at the counter');
    await finish(canvas);
    await expect(linesOf(args.onEvent).slice(-2)).toEqual(['withdrawn', 'committed']);
  },
};

/** Long words, and many of them. */
export const LongText: Story = {
  args: {
    id: 'long',
    title:
      'Which of the insurances that nobody ever explained to you do you need, and which can you cancel today?',
    quiz: defineQuiz({
      mode: 'personality',
      outcomes: {
        liability: {
          title: 'Privathaftpflichtversicherung mit Forderungsausfalldeckung',
          text: 'One evening with a red wine and a neighbour’s carpet is enough to need it. It costs less than the wine did.',
        },
        household: { title: 'Household contents' },
      },
      questions: {
        where: {
          question:
            'If everything you own was turned upside down and shaken, and what fell out was sold at a flea market, what would it bring?',
          description: 'Count the bicycle. Do not count the books, unless somebody would pay for them.',
          answers: [
            {
              value: 'little',
              label: 'Less than a used car, and most of it would be cables whose devices are long gone',
              description: 'Nothing that could not be replaced in a weekend.',
              for: 'liability',
            },
            { value: 'much', label: 'More', for: 'household' },
          ],
        },
      },
    }) as never,
  },
  async play({ canvas }) {
    await answer(canvas, 'More');
    await finish(canvas);
    await expect(canvas.getByRole('heading', { name: 'Household contents' })).toBeVisible();
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: {
    id: 'rtl',
    title: 'أي قهوة أنت؟',
    quiz: defineQuiz({
      mode: 'match',
      outcomes: {
        espresso: { title: 'إسبريسو', text: 'قصيرة وقوية.', has: { time: 'short' } },
        filter: { title: 'قهوة مقطّرة', text: 'إبريق وكتاب.', has: { time: 'long' } },
      },
      questions: {
        morning: {
          question: 'كيف يبدأ صباحك؟',
          answers: [
            { value: 'hurry', label: 'على عجل', wants: { time: 'short' } },
            { value: 'book', label: 'مع كتاب', wants: { time: 'long' } },
          ],
        },
        place: {
          question: 'أين تشربها؟',
          answers: [
            { value: 'standing', label: 'واقفًا', wants: { time: 'short' } },
            { value: 'table', label: 'على الطاولة', wants: { time: 'long' } },
          ],
        },
      },
    }) as never,
  },
  async play({ canvas }) {
    await answer(canvas, 'على عجل', 'واقفًا');
    await userEvent.click(canvas.getByRole('button', { name: ar.quiz.finish as string }));
    await expect(canvas.getByRole('heading', { name: 'إسبريسو' })).toBeVisible();
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { id: 'dark', quiz: cyber as never, feedback: 'answer', title: 'How easily are you fooled?' },
  async play({ canvas }) {
    await answer(canvas, 'Call the supplier on a number I know');
    await expect(canvas.getAllByRole('status')[0]).toHaveTextContent('That is right.');
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
