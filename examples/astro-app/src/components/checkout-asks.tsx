import { ArticleRating } from './article-rating';
import { Measurement } from './measurement';

/** The asks of the second article. */
export function CheckoutAsks() {
  return (
    <Measurement>
      <ArticleRating article="article-checkout" />
    </Measurement>
  );
}
