import type { ReactNode } from 'react';
import { CallbackRequest } from 'smallyes/callback-request';
import { DownloadLink } from 'smallyes/download-link';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { Quiz, type QuizAnswers } from 'smallyes/quiz';
import sheet from '../media/eight-minutes.pdf?url';
import { Matched } from './trainer-cards.tsx';
import { callHoursOf, firstName, type Trainer, trainerOf } from './trainer-people.ts';
import { trainerQuiz } from './trainer-quiz.ts';
import type { TrainerServer } from './trainer-server.ts';

/** Props of {@link Questions}. */
interface QuestionsProps {
  /** What the server knows to have been answered. */
  taken?: QuizAnswers | undefined;
  /** What comes below the result. */
  next: ReactNode;
}

/** Five questions that name one of twelve trainers. */
export function Questions({ taken, next }: QuestionsProps) {
  return (
    <Quiz
      id="match"
      placement="below-results"
      moment="know"
      quiz={trainerQuiz}
      title="Who suits you?"
      headingLevel={3}
      taken={taken as QuizAnswers<never>}
      renderOutcome={({ outcome }) => <Matched trainer={trainerOf(outcome) as Trainer} />}
      labels={{
        finish: 'Show me who',
        result: 'Your trainer',
        why: 'Why it is this one',
        again: 'Ask me again',
      }}
      next={next}
    />
  );
}

/** Two weeks to get ready, for an address. */
export function TwoWeeks({ trainer, server }: { trainer: Trainer; server: TrainerServer }) {
  const name = firstName(trainer);
  return (
    <LeadGate
      id="two-weeks"
      placement="below-match"
      moment="do"
      headingLevel={3}
      get={`Two weeks before your first hour with ${name}`}
      description={`Ten minutes a day, without equipment. ${name} knows from your notes where to begin.`}
      action="/two-weeks"
      onSubmit={() => server.grantPlan(trainer.id)}
      load={async (grant) => (
        <dl className="trainer-plan">
          {(await server.fetchPlan(trainer.id, grant)).map(([days, what]) => (
            <div key={days}>
              <dt>{days}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      )}
      skippable
    />
  );
}

/** The smaller one after a no: a page of paper, which costs no address. */
export function EightMinutes() {
  return (
    <div className="trainer-instead">
      <p>Without an address: eight minutes that go before any sport, on one page.</p>
      <DownloadLink
        id="eight-minutes"
        placement="below-match"
        moment="do"
        target="eight-minutes"
        href={sheet}
        fileName="Eight minutes.pdf"
        type="PDF"
        size={24866}
      >
        Download the page
      </DownloadLink>
    </div>
  );
}

/** Props of {@link Call}. */
interface CallProps {
  trainer: Trainer;
  server: TrainerServer;
  /** The moment from which times are counted, and the visitor's zone: for stories and tests. */
  now?: number | undefined;
  timeZone?: string | undefined;
}

/** The large ask: a number, and the times that suit. */
export function Call({ trainer, server, now, timeZone }: CallProps) {
  const name = firstName(trainer);
  return (
    <CallbackRequest
      id="call"
      placement="foot"
      moment="buy"
      heading={`${name} calls you`}
      headingLevel={3}
      description="Ten minutes between two hours of training. No contract comes of it."
      windows={callHoursOf(trainer)}
      now={now}
      timeZone={timeZone}
      country="CH"
      countries={['CH', 'DE', 'FR']}
      note={`What should ${name} know before?`}
      footnote={`Your number goes to ${name} and nobody else, and is deleted after the call.`}
      action="/calls"
      onSubmit={(values, context) => server.call(trainer.id, values, context)}
      next={<Afterwards trainer={trainer} />}
    />
  );
}

/** What happens next, in the order in which it does. */
function Afterwards({ trainer }: { trainer: Trainer }) {
  return (
    <div className="trainer-after">
      <h4>What happens next</h4>
      <ol>
        <li>
          {firstName(trainer)} rings twice, then once more a quarter of an hour later. Then never again.
        </li>
        <li>You agree on a first hour in {trainer.place}, or you do not.</li>
        <li>The first hour costs 40 francs, in cash or by Twint, when it is over.</li>
      </ol>
    </div>
  );
}

/** The smaller one after a no to the call. It counts as confirmed only behind the link in the mail. */
export function FreeHour({ trainer, server }: { trainer: Trainer; server: TrainerServer }) {
  const name = firstName(trainer);
  return (
    <NewsletterForm
      id="free-hour"
      placement="foot"
      moment="know"
      headingLevel={3}
      get={`One mail when ${name} has an hour free`}
      description="No call, then. A mail with day, time and place, and nothing else."
      note="At most one a week. Each has a link that ends it."
      onSubmit={() => server.freeHour()}
      action="/free-hour"
    />
  );
}
