import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { useLadder } from 'smallyes/guidance';
import { LadderProgress } from 'smallyes/ladder-progress';
import { NextAsk } from 'smallyes/next-ask';
import { CommitmentProvider, type CommitmentProviderProps } from 'smallyes/provider';
import { ReadingProgress } from 'smallyes/reading-progress';
import episode from '../media/cold-bathroom.mp3?url';
import film from '../media/right-order.mp4?url';
import {
  ArticleReaction,
  EpisodesByMail,
  EpisodesInApp,
  HourReview,
  Letter,
  TestPlan,
  TestSheet,
} from './energy-asks.tsx';
import { HouseBook } from './energy-book.tsx';
import { Hour } from './energy-hour.tsx';
import { energyLadder } from './energy-ladder.ts';
import { Episode, Film } from './energy-media.tsx';
import { EnergyPage } from './energy-page.tsx';
import { type EnergyServer, energyServer } from './energy-server.ts';

/** Props of {@link EnergyPath}. */
export interface EnergyPathProps extends Pick<CommitmentProviderProps, 'consent'> {
  /** Hears every event of the page. */
  onEvent?: ((event: CommitmentEvent) => void) | undefined;
  /** What stands for the server. Default: one that answers. */
  server?: EnergyServer | undefined;
  /** What the link in the letter's mail brings along: the sign-up that it confirms. */
  confirmed?: string | undefined;
  /** The server knows that the hour has taken place. */
  isAdvised?: boolean | undefined;
  /** Silent, and read at the pace of a machine: for stories and tests. */
  isQuick?: boolean | undefined;
}

/** The energy adviser's page: an article, a podcast, a film, a letter, a plan, a book, an hour. A ladder decides what comes next. */
export function EnergyPath(props: EnergyPathProps) {
  const { server = energyServer, confirmed, isAdvised, isQuick, ...provider } = props;
  const theFilm = { 'right-order': <Film isMuted={isQuick} /> };
  return (
    <CommitmentProvider ladder={energyLadder} {...provider}>
      <EnergyPage
        welcome={
          <>
            {confirmed && (
              <div className="energy-welcome">
                <Letter server={server} confirmed={confirmed} />
              </div>
            )}
            <div className="energy-welcome">
              <NextAsk
                ladder={energyLadder}
                asks={{ 'hour-review': isAdvised && <HourReview server={server} /> }}
              />
            </div>
          </>
        }
        renderText={(text) => (
          <ReadingProgress
            id="flow-article"
            placement="article"
            moment="know"
            wordsPerMinute={isQuick ? 60_000 : undefined}
          >
            {text}
          </ReadingProgress>
        )}
        path={
          <>
            <NextAsk ladder={energyLadder} asks={{ 'flow-reaction': <ArticleReaction /> }} />
            <NextAsk
              ladder={energyLadder}
              asks={{ 'episode-14': <Episode isMuted={isQuick} /> }}
              fallback={<Known ask="episode-14" href={episode} name="the episode on the cold bathroom" />}
            />
            <NextAsk
              ladder={energyLadder}
              asks={{
                episodes: <EpisodesByMail server={server} />,
                'episodes-app': <EpisodesInApp next={<NextAsk ladder={energyLadder} asks={theFilm} />} />,
              }}
            />
            <NextAsk
              ladder={energyLadder}
              asks={theFilm}
              fallback={<Known ask="right-order" href={film} name="the film on the right order" />}
            />
            <NextAsk ladder={energyLadder} asks={{ letter: <Letter server={server} /> }} />
            <NextAsk
              ladder={energyLadder}
              asks={{ 'test-plan': <TestPlan server={server} />, 'test-sheet': <TestSheet /> }}
            />
            <NextAsk
              ladder={energyLadder}
              asks={{ 'house-book': <HouseBook server={server} /> }}
              dismissible
              labels={{ dismiss: 'No book, thanks' }}
            />
          </>
        }
        hour={<HourSpot server={server} />}
      />
    </CommitmentProvider>
  );
}

/** Who comes back finds a way to play it again where a player was, not a gap. */
function Known({ ask, href, name }: { ask: string; href: string; name: string }) {
  return useIsDone(ask) ? (
    <p className="energy-known">
      You know {name}. <a href={href}>Play it again</a>
    </p>
  ) : null;
}

/** The hour, when the ladder has come so far, or at once when the reader wants it. */
function HourSpot({ server }: { server: EnergyServer }) {
  const [isWanted, setWanted] = useState(false);
  const spot = useRef<HTMLDivElement>(null);
  const hasBegun = useIsDone('letter');
  const isBooked = useIsDone('hour');
  useEffect(() => {
    // The link that had the focus is gone.
    if (isWanted) spot.current?.focus();
  }, [isWanted]);
  const want = (event: MouseEvent) => {
    event.preventDefault();
    setWanted(true);
  };
  return (
    <div className="energy-hour-spot" ref={spot} tabIndex={-1}>
      {isWanted ? (
        <Hour server={server} />
      ) : (
        <NextAsk
          ladder={energyLadder}
          asks={{ hour: <Hour server={server} /> }}
          fallback={
            <>
              {/* From the letter on the hour is near; before that a row of steps would be a hook. */}
              {hasBegun && <LadderProgress ladder={energyLadder} steps={steps} />}
              {isBooked ? (
                <p className="energy-known">Your hour is booked. The dates are in your mail.</p>
              ) : (
                <div className="energy-want">
                  <p>
                    <strong>You would rather talk at once?</strong> Three short steps, then two dates by mail.
                  </p>
                  <a className="sy-button" href="/hour" onClick={want}>
                    Ask for an hour
                  </a>
                </div>
              )}
            </>
          }
        />
      )}
    </div>
  );
}

const steps = { letter: 'The letter', 'test-plan': 'The test', 'house-book': 'The book', hour: 'Your hour' };

function useIsDone(ask: string): boolean {
  return useLadder().progress.some((step) => step.ask === ask && step.state === 'done');
}
