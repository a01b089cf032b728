import type { ReactNode } from 'react';
import { Poll } from 'smallyes/poll';
import { ArticleRating } from './article-rating';
import { Measurement } from './measurement';
import { sendAnswer } from './send-answer';

/** The asks of the article and, as `children`, the text between them, which Astro has rendered. */
export function ArticleAsks({ children }: { children?: ReactNode }) {
  return (
    <Measurement>
      <Poll
        id="biggest-hurdle"
        className="ask"
        question="What holds your shop back most?"
        options={['Traffic', 'Trust', 'Price', 'Delivery']}
        // The page was built long ago, so the votes are asked for when there is something to show.
        results={async () => (await fetch('/api/answers')).json()}
        labels={{ thanks: 'Thanks. We write about the winner next month.' }}
        onSubmit={({ choice }, { signal }) => sendAnswer({ 'sy-ask': 'biggest-hurdle', choice }, signal)}
        action="/api/answers"
      />
      {children}
      <ArticleRating article="article-delivery" />
    </Measurement>
  );
}
