import { render } from '@testing-library/react';
import { useLadder } from 'smallyes/guidance';
import { defineLadder } from 'smallyes/ladder';
import { CommitmentProvider } from 'smallyes/provider';
import { defineQuiz, Quiz } from 'smallyes/quiz';
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

const rope = defineQuiz({
  mode: 'score',
  outcomes: { low: { title: 'Stay on the ground', to: 0 }, high: { title: 'Ready to lead', from: 1 } },
  questions: {
    knot: {
      question: 'Which knot ties you in?',
      trackable: true,
      answers: [
        { value: 'eight', label: 'Figure eight', correct: true },
        { value: 'bow', label: 'A bow' },
      ],
    },
  },
});

const ladder = defineLadder({
  id: 'climb',
  goal: 'course',
  rungs: [
    {
      ask: 'rope',
      kind: 'quiz.complete',
      segments: {
        // What the event says is typed: an outcome, a score, answers that may be tracked.
        ready: ({ score = 0 }) => score >= 1,
        beginner: ({ outcome }) => outcome === 'low',
        tied: ({ answers }) => answers?.['knot'] === 'eight',
      },
    },
    {
      ask: 'guide',
      kind: 'newsletter-form.subscribe',
      when: { segment: 'beginner' },
    },
    { ask: 'course', kind: 'checkout.purchase' },
  ],
});

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '');
});

function Known() {
  const { segments, decision } = useLadder();
  return <p data-testid="known">{`${segments.join(' ')}, next ${decision.next}`}</p>;
}

function Page() {
  return (
    <CommitmentProvider ladder={ladder}>
      <Quiz id="rope" quiz={rope} />
      <Known />
    </CommitmentProvider>
  );
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 600));
async function take(answer: string) {
  await userEvent.click(page.getByRole('radio', { name: answer }), { force: true });
  await pause();
  await userEvent.click(page.getByRole('button', { name: 'See my result' }));
}

it('the result of a quiz puts the visitor into segments by what it says, and another result into others', async () => {
  const { unmount } = render(<Page />);
  await take('A bow');
  await expect.element(page.getByTestId('known')).toHaveTextContent('beginner, next guide');

  await pause();
  await userEvent.click(page.getByRole('button', { name: 'Take it again' }));
  await take('Figure eight');
  await expect.element(page.getByTestId('known')).toHaveTextContent('ready tied, next course');

  // The next page knows it still.
  unmount();
  render(<Page />);
  await expect.element(page.getByTestId('known')).toHaveTextContent('ready tied, next course');
});
