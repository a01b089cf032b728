import { Poll } from 'smallyes/poll';
import { StarRating } from 'smallyes/star-rating';
import { Checklist } from './checklist';
import votes from './votes.json';

export function Article() {
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
        // `choice` is one of the four options, not just any text.
        next={({ data }) =>
          data.choice === 'Delivery' && <a href="#checklist-title">Check your own delivery step</a>
        }
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

      <Checklist />

      <h2>Where to begin</h2>
      <p>
        Begin with the product that you sell most. Write down the latest hour at which it still leaves the
        house on the same day, ask the carrier for its real times over the last month, and take the day that
        nine of ten parcels met. Put that day next to the button. Then wait two weeks before you judge it,
        because the first week is noise.
      </p>
      <p>
        If you are not sure of the day, promise the later one. A parcel that comes early is a small present;
        one that comes late is the story your customer tells. And leave the small print out: a promise with an
        asterisk is the old range again, in fewer words.
      </p>

      <StarRating id="article-delivery" className="ask" label="Was this article useful?" />

      <p>
        <a href="/imprint.html">Imprint</a>
      </p>
    </>
  );
}
