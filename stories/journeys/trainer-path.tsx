import { useEffect, useRef, useState } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { useLadder } from 'smallyes/guidance';
import { NextAsk } from 'smallyes/next-ask';
import { OfferFilter } from 'smallyes/offer-filter';
import { CommitmentProvider } from 'smallyes/provider';
import type { QuizAnswers } from 'smallyes/quiz';
import { Call, EightMinutes, FreeHour, Questions, TwoWeeks } from './trainer-asks.tsx';
import { Found } from './trainer-cards.tsx';
import { matchedOf, trainerLadder } from './trainer-ladder.ts';
import { TrainerPage } from './trainer-page.tsx';
import {
  findTrainers,
  firstName,
  type Trainer,
  type TrainerFilter,
  trainerFacets,
  trainerOf,
} from './trainer-people.ts';
import { createTrainerServer, type TrainerServer } from './trainer-server.ts';

/** Props of {@link TrainerPath}. */
export interface TrainerPathProps {
  /** Hears every event of the page. */
  onEvent?: ((event: CommitmentEvent) => void) | undefined;
  /** What stands for the server. Default: one that answers, and has everything free. */
  server?: TrainerServer | undefined;
  /** What the page is filtered by at first. */
  filter?: TrainerFilter | undefined;
  /** The filter stands in the address of the page. Default true; a story has an address of its own. */
  isInAddress?: boolean | undefined;
  /** What the server knows to have been answered. */
  taken?: QuizAnswers | undefined;
  /** The moment from which the times of a call are counted. Default: the visitor's clock. */
  now?: number | undefined;
  /** The visitor's time zone. Default: that of the browser. */
  timeZone?: string | undefined;
}

/** The page of a studio: a filter, five questions, two weeks to get ready, a call. A ladder decides what comes next. */
export function TrainerPath(props: TrainerPathProps) {
  const { onEvent, ...site } = props;
  return (
    // Trainers plan by a clock of 24 hours, in weeks that begin on a Monday.
    <CommitmentProvider ladder={trainerLadder} onEvent={onEvent} locale="en-GB">
      <Site {...site} />
    </CommitmentProvider>
  );
}

function Site({ server: given, filter, isInAddress = true, taken, ...clock }: TrainerPathProps) {
  const [own] = useState(createTrainerServer);
  const server = given ?? own;
  const [wanted, setWanted] = useState<Trainer>();
  const call = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!wanted) return;
    call.current?.focus({ preventScroll: true });
    call.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);

  const { progress, segments } = useLadder();
  const isDone = (ask: string) => progress.some((step) => step.ask === ask && step.state === 'done');
  const matched = trainerOf(matchedOf(segments));
  const ready = {
    'two-weeks': matched && <TwoWeeks trainer={matched} server={server} />,
    'eight-minutes': <EightMinutes />,
  };
  const questions = <Questions taken={taken} next={<NextAsk ladder={trainerLadder} asks={ready} />} />;
  const caller = wanted ?? matched;

  return (
    <TrainerPage
      find={
        <OfferFilter
          id="find"
          placement="head"
          moment="know"
          heading="Place, days, sport"
          facets={trainerFacets}
          results={findTrainers}
          defaultValues={filter}
          url={isInAddress ? 'replace' : false}
          empty={
            <p className="trainer-nobody">
              Or let <a href="#match">five questions</a> name who comes closest.
            </p>
          }
          next={({ data: { results = 0 } }) =>
            results > 1 && (
              <p className="trainer-nudge">
                <span>{`${results} are left, and all of them are good. `}</span>
                <a href="#match">Five questions</a> say who is good for you.
              </p>
            )
          }
        >
          {({ results, values }) => <Found found={results} values={values} onWant={setWanted} />}
        </OfferFilter>
      }
      match={
        <NextAsk ladder={trainerLadder} asks={{ match: questions }} fallback={isDone('match') && questions} />
      }
      // After the answers it comes in their result. A result that was found on the device brings nothing along.
      ready={<NextAsk ladder={trainerLadder} asks={ready} order={1} />}
      call={
        <div className="trainer-call" ref={call} tabIndex={-1}>
          {wanted ? (
            <Call trainer={wanted} server={server} {...clock} />
          ) : (
            <NextAsk
              ladder={trainerLadder}
              asks={{
                call: caller && <Call trainer={caller} server={server} {...clock} />,
                'free-hour': caller && <FreeHour trainer={caller} server={server} />,
              }}
              dismissible
              labels={{ dismiss: 'No call for now' }}
              fallback={
                isDone('call') ? (
                  <p className="trainer-known">
                    Your call is agreed{caller && ` with ${firstName(caller)}`}. The time is in your message.
                  </p>
                ) : (
                  <div className="trainer-known">
                    <p>
                      <strong>Whom would you like to hear?</strong> Choose somebody above, or answer the five
                      questions. It comes down to ten minutes on the telephone either way.
                    </p>
                  </div>
                )
              }
            />
          )}
        </div>
      }
    />
  );
}
