'use client';
import { type JSX, useEffect, useState } from 'react';
import { dropHeldEnter } from '../internal/held-enter.ts';
import type { LabelText } from '../provider/labels.ts';
import type { Speaker } from '../provider/use-labels.ts';

/** Texts of it. */
interface MailedLabels {
  noMail: LabelText;
  resend: LabelText;
  resendIn: LabelText;
  change: LabelText;
}

/** What it asks of the ask that sent the mail. */
interface MailedAsk {
  readonly speak: Speaker<MailedLabels>;
  /** What went wrong with the last try to send it once more. */
  readonly problem: string | undefined;
  /** Changes with each mail; 0 where none was sent from this page, and none can be. */
  readonly round: number;
  resend(): void;
  /** Back to the form. */
  reopen(): void;
}

/** A mail is on its way: what to do if it does not come. */
export function MailedPart(props: {
  /** The ask's folder, and the beginning of its classes. */
  readonly folder: string;
  readonly ask: MailedAsk;
  readonly isPending: boolean;
  /** Seconds until the next mail. Default 30: long enough for the first to arrive. */
  readonly wait?: number | undefined;
}): JSX.Element {
  const { folder, ask, isPending, wait = 30 } = props;
  const { speak, problem, round, resend, reopen } = ask;
  const [left, setLeft] = useState({ round, seconds: wait });
  if (left.round !== round) setLeft({ round, seconds: wait });
  const isWaiting = left.seconds > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each mail has a wait of its own
  useEffect(() => {
    if (!isWaiting) return undefined;
    const end = Date.now() + wait * 1_000;
    // By the clock as well: a phone stops the page while the visitor looks for the mail elsewhere.
    const look = () =>
      setLeft((one) => ({
        ...one,
        seconds: Math.min(one.seconds - 1, Math.round((end - Date.now()) / 1_000)),
      }));
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [isWaiting, round]);
  return (
    <>
      <p className="sy-description">{speak('noMail')}</p>
      <p className={`sy-error sy-${folder}-problem`} role="alert">
        {problem}
      </p>
      <div className="sy-actions">
        {round > 0 && (
          <button
            className={`sy-${folder}-resend sy-button`}
            type="button"
            aria-disabled={isWaiting || isPending || undefined}
            data-pending={isPending ? '' : undefined}
            // What has failed is not tried once more by a key that is held.
            onKeyDown={(event) => dropHeldEnter(event, 'button')}
            onClick={() => {
              if (!isWaiting && !isPending) resend();
            }}
          >
            {isWaiting ? speak('resendIn', { count: left.seconds }) : speak('resend')}
          </button>
        )}
        <button className="sy-button" data-variant="quiet" type="button" onClick={reopen}>
          {speak('change')}
        </button>
      </div>
    </>
  );
}
