import { StarRating } from 'smallyes/star-rating';
import { sendAnswer } from './send-answer';

/** The question at the end of each article. */
export function ArticleRating({ article }: { article: string }) {
  return (
    <StarRating
      id={article}
      className="ask"
      label="Was this article useful?"
      onSubmit={({ value }, { signal }) => sendAnswer({ 'sy-ask': article, rating: String(value) }, signal)}
      // The same place for visitors without JavaScript.
      action="/answers"
    />
  );
}
