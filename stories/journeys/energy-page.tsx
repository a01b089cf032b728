import type { ReactNode } from 'react';
import { HouseFigure, Portrait, TestFigure } from './energy-figures.tsx';
import './energy.css';

/** What stands at the spots that the page leaves open. */
interface EnergyPageProps {
  /** Between head and article: for somebody who comes from a mail, or comes back. */
  welcome?: ReactNode;
  /** Wraps what is to be read. */
  renderText(text: ReactNode): ReactNode;
  /** Below the article, in the order of the path. */
  path: ReactNode;
  /** Beside the words of the offer. */
  hour: ReactNode;
}

/** The energy adviser's page without its asks: an article, and an offer. */
export function EnergyPage({ welcome, renderText, path, hour }: EnergyPageProps) {
  return (
    <div className="energy">
      <header className="energy-masthead">
        <a className="energy-brand" href="#top">
          Nora Falk <span>houses that stay warm</span>
        </a>
        <nav aria-label="Main">
          <a href="#test">The test</a>
          <a href="#hour">An hour</a>
          <a href="#about">About</a>
        </nav>
      </header>

      <main id="top">
        {welcome}
        <article>
          <header className="energy-opening">
            <div className="energy-headline">
              <p className="energy-topic">Heat pumps</p>
              <h1>Turn it down to 55, and wait two evenings</h1>
              <p className="energy-dek">
                Before you insulate, before you ask for an offer: your boiler can tell you this winter whether
                a heat pump will do. The test costs nothing.
              </p>
              <div className="energy-byline">
                <Portrait />
                <p>
                  <strong>Nora Falk</strong> independent energy adviser, sells nothing that heats
                </p>
              </div>
            </div>
            <HouseFigure />
          </header>

          {renderText(<Text />)}
        </article>

        <div className="energy-path">{path}</div>

        <section className="energy-hour" aria-labelledby="hour-title" id="hour">
          <div className="energy-hour-words">
            <p className="energy-topic">At your table</p>
            <h2 id="hour-title">An hour on your house</h2>
            <p>
              I come with a thermal camera and without a catalogue. We walk through the house once, look at
              the bills of three winters, and write down an order of things with a price at each. You keep the
              paper.
            </p>
            <p className="energy-small">
              140 euros, travel within 40 kilometres included. If it did not help, you pay nothing. That has
              happened twice.
            </p>
          </div>
          {hour}
        </section>
      </main>

      <footer className="energy-footer" id="about">
        <p>
          <strong>Nora Falk</strong> was a heating engineer for eleven years and has advised owners since
          2016. She takes no commission from anybody.
        </p>
        <p>Kiel, Holtenauer Straße 12. © 2026</p>
      </footer>
    </div>
  );
}

function Text() {
  return (
    <div className="energy-text">
      <p className="energy-first">
        Ruth has a brick house from 1962, a gas boiler from 2004 and three offers on her kitchen table. The
        first is for a new front of the house, 41,000 euros. The second is for a heat pump, 32,000. The third
        is for both, and its author has told her that one makes no sense without the other. She has read for a
        winter and knows less than before. What she wanted from me was a number. What I gave her was a task:
        turn the boiler down.
      </p>
      <p>
        A heat pump is at ease when the water that it sends to the radiators is not hotter than 55 degrees.
        The cooler, the less electricity it needs. An old boiler does not care: it sends out 70, because
        somebody set it so on a cold day twenty years ago and nobody complained. So the question is not
        whether a house is old. It is whether it stays warm with 55. And that you can simply try.
      </p>

      <h2 id="test">The test</h2>
      <p>
        Wait for a day below zero. Open the valves of all radiators as far as they go, also in the room that
        you never heat. Set the flow temperature of the boiler to 55 degrees; where that is done stands in its
        manual, under “heating curve”, and your installer will tell you on the phone. Then live as always for
        two evenings, and write down at eight o’clock how warm it is in each room.
      </p>
      <p>
        If it is 20 degrees or more everywhere, you are done. Your house can have a heat pump as it stands,
        and whoever says otherwise must show you a calculation. In nine of the last thirty-eight houses that
        was the result, and none of the nine owners had expected it.
      </p>

      <TestFigure />

      <h2>Read the cold rooms</h2>
      <p>
        Mostly it is like Ruth’s: three rooms are fine, one is not. It would be strange to wrap a house
        because of a bathroom. A radiator that is twice as large gives the same warmth at 55 degrees that the
        old one gave at 70. It costs about 400 euros, and an afternoon. In twenty-one of the thirty-eight
        houses one to three radiators were all that was missing.
      </p>
      <blockquote className="energy-quote">
        A cold house is rare. What there is, mostly, is one small radiator.
      </blockquote>
      <p>
        That leaves eight in which half of the rooms stayed cold. There the walls or the roof really must come
        first. But even there it is not the front of the house with which one begins. It is the ceiling below
        the roof: 40 euros a square metre, two days of work, and nobody needs a scaffold.
      </p>

      <h2>The order of things</h2>
      <p>
        First what costs little and never has to be undone: close the leaks, insulate that ceiling. Then the
        radiators, in the rooms that the test has named. Then the pump, which may now be a size smaller, and
        that alone often pays for the radiators. And the front of the house? On the day when it must be
        painted and the scaffold stands there anyway. Not one year before.
      </p>
      <p>
        Ruth has sent two of the three offers back. She had a larger radiator put into the bathroom and the
        hatch to the loft sealed, together 610 euros. Her pump is ordered for May, a small one. She says the
        worst part were the two evenings: so quiet, and so cold in the bathroom. Then she laughs. It is the
        only room she still thinks about.
      </p>
    </div>
  );
}
