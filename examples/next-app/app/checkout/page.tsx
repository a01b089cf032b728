import Link from 'next/link';
import { connection } from 'next/server';
import { StarRating } from 'smallyes/star-rating';
import { countRatings } from '../answers';
import { saveRating } from '../save-rating';

export default async function Page() {
  // The count changes, so the page is rendered for each visit.
  await connection();

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

      <StarRating
        id="article-checkout"
        className="ask"
        label="Was this article useful?"
        action={saveRating}
      />
      <p className="note">{countRatings('article-checkout')} readers rated this article.</p>

      <p>
        <Link href="/">Why shops lose the sale at the delivery step</Link>
      </p>
    </>
  );
}
