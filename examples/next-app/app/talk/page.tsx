import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { gate, questions } from '../gate';
import { Quote, WarehouseQuestions, WriteToUs } from './asks';
import { QuestionList } from './question-list';

export const metadata: Metadata = {
  title: 'Talk to us | Pinegrove Advisers',
  description: 'Half an hour on your delivery step, by phone or in Norwich.',
};

export default async function Page() {
  // Whoever has the cookie finds the questions in the first paint. Nobody else gets a word of them.
  const known = await gate.recall('questions', await headers());

  return (
    <>
      <h1>Talk to us</h1>
      <p>
        Bring one page of your shop and half an hour. We look at it together and you leave with one line to
        change, whether or not we ever work together.
      </p>
      <WriteToUs />
      <p>
        Or write to <a href="mailto:hello@pinegrove.example">hello@pinegrove.example</a>. Helen or Tom answers
        within a working day.
      </p>

      <h2>Come prepared</h2>
      <p>A warehouse knows more about your delivery than any agency. It only has to be asked.</p>
      <WarehouseQuestions unlocked={known.ok && <QuestionList questions={questions} />} />

      <h2>Or know the price first</h2>
      <Quote />
    </>
  );
}
