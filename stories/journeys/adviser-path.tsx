import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { useLadder } from 'smallyes/guidance';
import { LadderProgress } from 'smallyes/ladder-progress';
import { NextAsk } from 'smallyes/next-ask';
import { CommitmentProvider, type CommitmentProviderProps } from 'smallyes/provider';
import { ArticleRating, CommentAsk, HurdlePoll, WishPoll } from './adviser-asks.tsx';
import { AskAgain, AuditQuote, ChecklistGate } from './adviser-forms.tsx';
import { adviserLadder } from './adviser-ladder.ts';
import { AdviserPage } from './adviser-page.tsx';
import './adviser-path.css';

/** Props of {@link AdviserPath}. */
export interface AdviserPathProps extends Pick<CommitmentProviderProps, 'consent'> {
  /** Hears every event of the page. */
  onEvent?: (event: CommitmentEvent) => void;
}

/** The adviser's article, where a ladder decides which ask comes next. */
export function AdviserPath(props: AdviserPathProps) {
  return (
    <CommitmentProvider ladder={adviserLadder} {...props}>
      <AdviserPage
        question={
          <NextAsk
            ladder={adviserLadder}
            asks={{ 'where-visitors-leave': <HurdlePoll next={<AfterPoll />} /> }}
            fallback={<TakenAlready />}
          />
        }
        // Right after the poll it stands in the poll's own card; here it stands when a reader has come back. So does the note.
        checklist={<NextAsk ladder={adviserLadder} asks={checklist} />}
        end={
          <>
            <NextAsk
              ladder={adviserLadder}
              asks={{
                'second-click-rating': (
                  <ArticleRating next={<NextAsk ladder={adviserLadder} asks={comment} />} />
                ),
              }}
            />
            <NextAsk ladder={adviserLadder} asks={comment} />
          </>
        }
        after={
          <div className="adviser-after">
            <NextAsk
              ladder={adviserLadder}
              asks={{ talk: <AskAgain /> }}
              appearance="banner"
              labels={{ banner: 'A word with us' }}
            />
          </div>
        }
        audit={<Audit />}
      />
    </CommitmentProvider>
  );
}

const comment = { 'second-click-comment': <CommentAsk /> };
const checklist = { 'first-page-checklist': <ChecklistGate /> };

function AfterPoll() {
  return (
    <NextAsk
      ladder={adviserLadder}
      asks={{ ...checklist, 'reader-wish': <WishPoll /> }}
      fallback={<a href="#repairs">Three repairs that cost nothing</a>}
    />
  );
}

/** The text announces a question. Who has answered it is told so, instead of finding nothing. */
function TakenAlready() {
  return useIsDone('where-visitors-leave') ? (
    <p className="adviser-taken">
      You have answered it already, thank you. <a href="#repairs">Go on with the repairs</a>
    </p>
  ) : null;
}

/** The quote, when the ladder has come so far, or at once when the reader wants it. */
function Audit() {
  const [isWanted, setWanted] = useState(false);
  const spot = useRef<HTMLDivElement>(null);
  const hasBegun = useIsDone('where-visitors-leave');
  useEffect(() => {
    // The link that had the focus is gone.
    if (isWanted) spot.current?.focus();
  }, [isWanted]);
  const want = (event: MouseEvent) => {
    event.preventDefault();
    setWanted(true);
  };
  return (
    <div className="adviser-quote-spot" ref={spot} tabIndex={-1}>
      {isWanted ? (
        <AuditQuote />
      ) : (
        <NextAsk
          ladder={adviserLadder}
          asks={{ 'audit-quote': <AuditQuote /> }}
          fallback={
            <>
              {/* Who is on the way likes to see that the quote is near; to anybody else it would be a hook. */}
              {hasBegun && <LadderProgress ladder={adviserLadder} steps={steps} />}
              <p className="adviser-want">
                You know already that you want one?{' '}
                <a href="/quote" onClick={want}>
                  Get a quote in four questions
                </a>
              </p>
            </>
          }
        />
      )}
    </div>
  );
}

const steps = {
  'where-visitors-leave': 'Where they leave',
  'first-page-checklist': 'Your first page',
  'audit-quote': 'Your quote',
};

function useIsDone(ask: string): boolean {
  return useLadder().progress.some((step) => step.ask === ask && step.state === 'done');
}
