import { Link } from 'react-router';
import { Poll } from 'smallyes/poll';
import { countRatings, readVotes } from '../answers.server';
import { ArticleRating } from '../article-rating';
import { sendAnswer } from '../send-answer';
import type { Route } from './+types/article';

export const meta: Route.MetaFunction = () => [
  { title: 'Why shops lose the sale at the delivery step | Pinegrove Advisers' },
  { name: 'description', content: 'What 212 abandoned carts taught us about delivery promises.' },
];

export function loader() {
  return { votes: readVotes(), readers: countRatings('article-delivery') };
}

export default function Article({ loaderData }: Route.ComponentProps) {
  const { votes, readers } = loaderData;
  return (
    <>
      <h1>Why shops lose the sale at the delivery step</h1>
      <p>
        Last quarter we sat with 212 abandoned carts from eleven shops and asked one question of each: what
        was the last thing the visitor saw? In six of ten cases it was the delivery step, and in most of those
        it was a sentence, not a price. “Usually ships within 3 to 5 working days” tells a visitor that nobody
        knows.
      </p>
      <p>
        A named day does the opposite. “With you on Thursday” is a promise, and a promise is easier to accept
        than a range. Three of the eleven shops changed that one line. Their checkout rate rose by a seventh
        within a month, and returns stayed where they were.
      </p>

      <Poll
        id="biggest-hurdle"
        className="ask"
        question="What holds your shop back most?"
        options={['Traffic', 'Trust', 'Price', 'Delivery']}
        results={votes}
        labels={{ thanks: 'Thanks. We write about the winner next month.' }}
        onSubmit={({ choice }, { signal }) => sendAnswer({ 'sy-ask': 'biggest-hurdle', choice }, signal)}
        // The same place for visitors without JavaScript.
        action="/answers"
      />

      <h2>What the three shops did</h2>
      <p>
        They asked the warehouse, not the agency. A warehouse knows at which hour a parcel still leaves today,
        and that hour is all a shop needs to name a day. The oldest of the three, a seller of garden tools,
        printed the hour next to the button: order until two, with you tomorrow.
      </p>
      <p>
        The second sells bicycle parts to workshops. Its buyers order before they open, at seven in the
        morning, and they want to know whether the part arrives before the customer does. It now shows the
        next two delivery days and lets the workshop choose. The third, a tea merchant, could not promise a
        day to every country. It promises one where it can and says “we will write to you tonight” where it
        cannot, which turned out to work nearly as well.
      </p>
      <p>
        None of them touched the price of delivery. That surprised us, since it is what most shops try first.
        People did not mind paying for a parcel; they minded not knowing about it. The price had stood on the
        product page in all three shops already, and that, we think, is why the promise alone was enough.
      </p>

      <ArticleRating article="article-delivery" />
      <p className="note">{readers} readers rated this article.</p>

      <p>
        Read on: <Link to="/checkout">How short can a checkout be?</Link>
      </p>
    </>
  );
}
