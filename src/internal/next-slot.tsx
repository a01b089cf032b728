import type { JSX, ReactNode } from 'react';

/** What an ask ended with, for the one that follows. */
export interface Outcome<Data> {
  readonly phase: 'committed' | 'dismissed';
  /** What was answered; empty after a dismissal. */
  readonly data: Readonly<Partial<Data>>;
}

/** The next ask: after a yes a slightly larger one, after a no a smaller one. */
export type NextProp<Data> = ReactNode | ((outcome: Outcome<Data>) => ReactNode);

/** The place for the next ask in every success, result and dismissal view. Empty, it takes no room. */
export function NextSlot<Data>(props: {
  next: NextProp<Data> | undefined;
  outcome: Outcome<Data>;
}): JSX.Element | null {
  const { next, outcome } = props;
  const content = typeof next === 'function' ? next(outcome) : next;
  return content === undefined || content === null || content === false ? null : (
    <div className="sy-next">{content}</div>
  );
}
