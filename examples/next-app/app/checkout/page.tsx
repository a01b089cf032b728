import Link from 'next/link';
import { StarRating } from 'smallyes/star-rating';
import { saveRating } from '../save-rating';

export default function Page() {
  return (
    <>
      <h1>How short can a checkout be?</h1>
      <p>
        Shorter than yours, and longer than you fear. We timed forty checkouts with people who had never seen
        the shop. The fastest took nineteen seconds, the slowest four minutes, and the number of fields
        explained less than half of the difference. What slowed people down was having to look something up: a
        customer number, a tax number, the password from two years ago.
      </p>

      <StarRating
        id="article-checkout"
        className="ask"
        label="Was this article useful?"
        action={saveRating}
      />

      <p>
        <Link href="/">Why shops lose the sale at the delivery step</Link>
      </p>
    </>
  );
}
