import type { ReactNode } from 'react';
import { Wall } from './trainer-figures.tsx';
import { trainers } from './trainer-people.ts';
import './trainer.css';

/** What stands at the spots that the page leaves open. */
interface TrainerPageProps {
  find: ReactNode;
  match: ReactNode;
  /** Below the questions, for somebody whose result is known already. */
  ready: ReactNode;
  call: ReactNode;
}

const cheapest = Math.min(...trainers.map(({ price }) => price));

/** The studio's page without its asks. */
export function TrainerPage({ find, match, ready, call }: TrainerPageProps) {
  return (
    <div className="trainer">
      <header className="trainer-masthead">
        <a className="trainer-brand" href="#top">
          Rheinknie
        </a>
        <nav aria-label="Main">
          <a href="#find">Trainers</a>
          <a href="#match">Five questions</a>
          <a href="#call">A call</a>
        </nav>
      </header>

      <main id="top">
        <section className="trainer-opening">
          <div className="trainer-headline">
            <h1>Find the one you still train with in spring</h1>
            <p className="trainer-dek">
              Twelve people around Basel teach strength, running, water and rock. Filter by your days, or
              answer five questions. Then one of them calls you.
            </p>
            <ul className="trainer-facts">
              <li>
                <strong>3</strong> countries, one river
              </li>
              <li>
                <strong>{cheapest}</strong> francs an hour and up
              </li>
              <li>
                <strong>40</strong> for the first one
              </li>
            </ul>
          </div>
          <Wall />
        </section>

        <section className="trainer-section" id="find" aria-label="Trainers">
          {find}
        </section>

        <section className="trainer-band" id="match" aria-labelledby="match-title">
          <div className="trainer-words">
            <p className="trainer-topic">Two minutes</p>
            <h2 id="match-title">Days are easy. People are not.</h2>
            <p>
              Two trainers with the same free Tuesday can be as different as a metronome and a puppy. Most
              people who give up have not chosen the wrong sport. They have had the wrong voice in their ear.
            </p>
            <p>
              So we asked all twelve how they teach, with whom, and where. Your answers stay in your browser.
              The result says which of them it comes from, and nobody asks for your address to show it.
            </p>
          </div>
          <div className="trainer-spot">
            {match}
            {ready}
          </div>
        </section>

        <section className="trainer-section trainer-talk" id="call" aria-labelledby="call-title">
          <div className="trainer-words">
            <p className="trainer-topic">Ten minutes</p>
            <h2 id="call-title">Talk before you sweat</h2>
            <p>
              A voice says more than a page. You name a few times, your trainer picks one and calls. If you
              like each other, you meet for a first hour. It costs 40 francs with anybody, and afterwards you
              owe nothing.
            </p>
            <dl className="trainer-terms">
              <div>
                <dt>No subscription</dt>
                <dd>You pay by the hour, afterwards.</dd>
              </div>
              <div>
                <dt>Cancel until noon</dt>
                <dd>Of the day before. After that half of the price.</dd>
              </div>
              <div>
                <dt>Change any time</dt>
                <dd>One in nine does. We find somebody else.</dd>
              </div>
            </dl>
          </div>
          <div className="trainer-spot">{call}</div>
        </section>
      </main>

      <footer className="trainer-footer">
        <p>
          <strong>Rheinknie</strong> is a cooperative of its trainers, founded in 2018 in a former boat shed.
          Nobody here is paid for selling.
        </p>
        <p>Basel, Elsässerrheinweg 40. © 2026</p>
      </footer>
    </div>
  );
}
