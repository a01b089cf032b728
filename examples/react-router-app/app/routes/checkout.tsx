import { Link } from 'react-router';
import { countRatings } from '../answers.server';
import { ArticleRating } from '../article-rating';
import type { Route } from './+types/checkout';

export const meta: Route.MetaFunction = () => [
  { title: 'How short can a checkout be? | Pinegrove Advisers' },
  { name: 'description', content: 'What forty timed checkouts taught us about form fields.' },
];

export function loader() {
  return { readers: countRatings('article-checkout') };
}

export default function Checkout({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <h1>How short can a checkout be?</h1>
      <p>
        Shorter than yours, and longer than you fear. We timed forty checkouts with people who had never seen
        the shop. The fastest took nineteen seconds, the slowest four minutes, and the number of fields
        explained less than half of the difference. What slowed people down was having to look something up: a
        customer number, a tax number, the password from two years ago.
      </p>
      <p>
        So count the questions that send a person to another window, not the fields. The shortest checkout of
        the forty asked for eleven things. Nobody had to look up a single one.
      </p>

      <ArticleRating article="article-checkout" />
      <p className="note">{loaderData.readers} readers rated this article.</p>

      <p>
        Read on: <Link to="/">Why shops lose the sale at the delivery step</Link>
      </p>
    </>
  );
}
