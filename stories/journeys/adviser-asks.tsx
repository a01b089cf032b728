import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Poll } from 'smallyes/poll';
import { useCommit } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';

/** What other readers answered, as the site's server would say it. */
const answersSoFar = { home: 214, product: 127, cart: 63, unknown: 171 };

/** The little question in the middle of the text, and `next`: by default a way on that fits the answer. */
export function HurdlePoll({ next }: { next?: ReactNode }) {
  return (
    <Poll
      id="where-visitors-leave"
      placement="article"
      moment="know"
      question="Where do most visitors leave your shop?"
      options={[
        { value: 'home', label: 'On the first page' },
        { value: 'product', label: 'On a product page' },
        { value: 'cart', label: 'In the cart' },
        { value: 'unknown', label: 'I do not know' },
      ]}
      results={answersSoFar}
      next={
        next ??
        (({ data }) =>
          data.choice === 'unknown' ? (
            <a href="#measure">How to find out by Friday</a>
          ) : (
            <a href="#repairs">Three repairs that cost nothing</a>
          ))
      }
    />
  );
}

/** After the checklist was refused: something smaller, one click, and whatever it says brings something at once. */
export function WishPoll() {
  return (
    <Poll
      id="reader-wish"
      placement="article"
      moment="know"
      question="What would you rather have?"
      options={[
        { value: 'example', label: 'A shop as an example' },
        { value: 'price', label: 'What an audit costs' },
        { value: 'articles', label: 'Only the articles' },
      ]}
      results={{ example: 88, price: 61, articles: 143 }}
      next={({ data }) =>
        data.choice === 'example' ? (
          <a href="#repairs">The bag maker’s three repairs</a>
        ) : data.choice === 'price' ? (
          <p>960 to 1,600 euros, fixed before we begin.</p>
        ) : (
          <a href="#articles">What else we have written</a>
        )
      }
    />
  );
}

/** The rating at the end. Whatever the stars say, the next ask is the same: nobody is sorted by mood. */
export function ArticleRating({ next = <CommentAsk /> }: { next?: ReactNode }) {
  return (
    <StarRating
      id="second-click-rating"
      placement="end"
      label="Was this article useful to you?"
      valueLabels={['Not at all', 'A little', 'Somewhat', 'Useful', 'Very useful']}
      next={next}
    />
  );
}

/** An ask of the site's own, made with `useCommit`: what it needs of the kit is five lines. */
export function CommentAsk() {
  const { ref, start, commit } = useCommit('comment-form.post', {
    id: 'second-click-comment',
    placement: 'end',
  });
  const [isSent, setSent] = useState(false);
  const field = useId();
  const status = useRef<HTMLParagraphElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    commit({ fields: ['comment'] });
    setSent(true);
    // The button that had the focus is about to go.
    status.current?.focus();
  };

  return (
    <form ref={ref} className="sy-stack" method="post" onSubmit={submit}>
      {!isSent && (
        <>
          <div className="sy-field">
            <label className="sy-label" htmlFor={field}>
              What should we add or leave out?
            </label>
            <textarea
              className="sy-textarea"
              id={field}
              name="comment"
              required
              rows={3}
              onChange={() => void start()}
            />
          </div>
          <div className="sy-actions">
            <button className="sy-button" type="submit">
              Send
            </button>
          </div>
        </>
      )}
      <p className="sy-status" role="status" ref={status} tabIndex={-1}>
        {isSent && 'Thank you. Ines reads every note.'}
      </p>
    </form>
  );
}
