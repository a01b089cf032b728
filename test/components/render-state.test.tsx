import { Challenge } from 'smallyes/challenge';
import { Checkout } from 'smallyes/checkout';
import { Quiz } from 'smallyes/quiz';
import { defineQuiz } from 'smallyes/quiz/define';
import { Reactions, thumbs } from 'smallyes/reactions';
import { StepForm } from 'smallyes/step-form';
import { defineStepForm } from 'smallyes/step-form/define';
import { StoryPath } from 'smallyes/story-path';
import { expect, expectTypeOf, it } from 'vitest';

const quiz = defineQuiz({
  mode: 'personality',
  outcomes: { espresso: { title: 'Espresso' }, filter: { title: 'Filter coffee' } },
  questions: {
    morning: {
      question: 'How?',
      answers: [
        { value: 'book', label: 'With a book', for: 'filter' },
        { value: 'hurry', label: 'In a hurry', for: 'espresso' },
      ],
    },
  },
});
const form = defineStepForm({
  steps: { who: { fields: [{ type: 'text', name: 'name' }] } },
  endings: { done: { title: 'Done' } },
});

it('render knows the ids of the props', () => {
  const pair = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ] as const;
  const tree = (
    <>
      <Checkout
        id="checkout"
        steps={pair}
        render={(props, { step }) => {
          expectTypeOf(step).toEqualTypeOf<'a' | 'b'>();
          return <div {...props} />;
        }}
      />
      <StoryPath
        id="story"
        steps={pair}
        render={(props, { step }) => {
          expectTypeOf(step).toEqualTypeOf<'a' | 'b'>();
          return <div {...props} />;
        }}
      />
      <Challenge
        id="challenge"
        title="Two days"
        tasks={pair}
        render={(props, { done }) => {
          expectTypeOf(done).toEqualTypeOf<readonly ('a' | 'b')[]>();
          return <div {...props} />;
        }}
      />
      <Reactions
        id="reactions"
        set={thumbs}
        render={(props, { picked }) => {
          expectTypeOf(picked).toEqualTypeOf<readonly ('up' | 'down')[]>();
          return <div {...props} />;
        }}
      />
      <Quiz
        id="quiz"
        quiz={quiz}
        render={(props, { outcome }) => {
          expectTypeOf(outcome).toEqualTypeOf<'espresso' | 'filter' | undefined>();
          return <div {...props} />;
        }}
      />
      <StepForm
        id="form"
        form={form}
        render={(props, { step, ending }) => {
          expectTypeOf(step).toEqualTypeOf<'who'>();
          expectTypeOf(ending).toEqualTypeOf<'done' | undefined>();
          return <div {...props} />;
        }}
      />
    </>
  );
  expect(tree).toBeDefined();
});
