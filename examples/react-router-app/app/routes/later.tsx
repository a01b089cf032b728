import { Poll } from 'smallyes/lazy';
import { StarRating } from 'smallyes/star-rating';
import type { Route } from './+types/later';

export const meta: Route.MetaFunction = () => [
  { title: 'What a return says about a promise | Pinegrove Advisers' },
  { name: 'description', content: 'What the slips of 1,400 returns taught us.' },
];

/** A long page: the code of the poll at its end comes when a reader gets near it. */
export default function Later() {
  return (
    <>
      <h1>What a return says about a promise</h1>
      <p>
        A parcel that comes back has told you something. We read the slips of 1,400 returns from nine shops,
        and the reason that people write most often is not “does not fit”. It is “came too late for what I
        needed it for”. The thing was right, and the day was wrong.
      </p>

      <StarRating id="article-returns" className="ask" label="Was this article useful?" />

      <div className="long-read">
        <p>
          Two of the nine now print the day of arrival on the slip itself. Their returns fell by a ninth, and
          nobody had changed a product.
        </p>
      </div>

      <Poll
        id="biggest-hurdle"
        className="ask"
        question="What holds your shop back most?"
        options={['Traffic', 'Trust', 'Price']}
      />
    </>
  );
}
