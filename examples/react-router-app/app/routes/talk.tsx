import { Quote, WarehouseQuestions, WriteToUs } from '../talk-asks';
import type { Route } from './+types/talk';

export const meta: Route.MetaFunction = () => [
  { title: 'Talk to us | Pinegrove Advisers' },
  { name: 'description', content: 'Half an hour on your delivery step, by phone or in Norwich.' },
];

export default function Talk() {
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
      <WarehouseQuestions />

      <h2>Or know the price first</h2>
      <Quote />
    </>
  );
}
