import type { ReactNode } from 'react';
import { HundredVisitorsFigure, SecondClickFigure, WhereVisitsEndFigure } from './adviser-figures.tsx';
import { AskAboutAudit, TalkToUs } from './adviser-forms.tsx';
import './adviser-article.css';

/** What stands at the spots that the page leaves open. */
interface AdviserPageProps {
  /** After the sentence that announces a question. */
  question: ReactNode;
  /** After the part on measuring. */
  checklist?: ReactNode;
  /** After the last sentence. */
  end: ReactNode;
  /** Between the article and the offer. */
  after?: ReactNode;
  /** Beside the words of the offer. */
  audit: ReactNode;
}

/** The adviser's page without its asks, but for the way to a person in head and foot: text, figures, offer. */
export function AdviserPage({ question, checklist, end, after, audit }: AdviserPageProps) {
  return (
    <div className="adviser">
      <header className="adviser-masthead">
        <a className="adviser-brand" href="#top">
          Vogt <span aria-hidden="true">/</span> Marten
        </a>
        <nav aria-label="Main">
          <a href="#articles">Articles</a>
          <a href="#audit">Shop audit</a>
          <a href="#about">About us</a>
        </nav>
        <TalkToUs />
      </header>

      <main id="top">
        <article className="adviser-article">
          <header className="adviser-opening">
            <div className="adviser-headline">
              <p className="adviser-topic">First impressions</p>
              <h1>Why visitors leave your shop before the second click</h1>
              <p className="adviser-dek">
                Most shops lose more people on the first page than in the cart. Four questions decide who
                looks further, and you can check all of them this afternoon.
              </p>
              <div className="adviser-byline">
                <Portrait />
                <p>
                  <strong>Ines Vogt</strong>
                  Adviser for online shops
                </p>
                <p>
                  <time dateTime="2026-03-12">12 March 2026</time>
                  Five minutes
                </p>
              </div>
            </div>
            <HundredVisitorsFigure />
          </header>

          <div className="adviser-body">
            <p className="adviser-first">
              On a Tuesday in January a maker of bicycle bags in Freiburg showed me her numbers. She had paid
              for 9,400 visits that month. Her cart was in good health: of a hundred people who put a bag into
              it, seventy went on to pay. But of a hundred who arrived, only eleven ever opened a second page.
              She had spent the winter polishing the checkout, a room that almost nobody entered.
            </p>
            <p>
              I have looked at forty-one shops since then, from tea to tractor parts, and the picture hardly
              changes. Owners work on the end of the journey, because that is where the money is. Visitors
              leave at its beginning, because that is where the doubt is.
            </p>

            <WhereVisitsEndFigure />

            <h2>The first page is a question</h2>
            <p>
              People who come from a search or an ad do not arrive to admire a photograph. They arrive with
              one thought: is this the place for me? They look for a few seconds, and they look in an order
              that is surprisingly stable. We sat beside sixty-two of them and asked them to think aloud. Four
              questions came up again and again.
            </p>
            <ol className="adviser-questions">
              <li>
                <strong>Am I in the right place?</strong> The words they searched for should be the first
                words they read. “Carry more, sweat less” is a fine slogan. “Waterproof panniers, made in
                Freiburg” is an answer.
              </li>
              <li>
                <strong>Is it meant for someone like me?</strong> One honest picture of a customer does more
                than five pictures of the product in a studio.
              </li>
              <li>
                <strong>Can I trust these people?</strong> Nobody reads the whole page of terms. They look for
                a price, a face, an address and a way back.
              </li>
              <li>
                <strong>What do I do now?</strong> If the only answer is “buy”, most of them are not there
                yet. So they do the one other thing that is always on offer: they leave.
              </li>
            </ol>
            <p>
              The last question is the one that shops forget. Between a first glance and a purchase there
              should be steps so small that nobody has to think about them. Before I show you ours, take one.
            </p>

            {question}

            <h2 id="repairs">Three repairs that cost nothing</h2>
            <p>
              None of these needs a redesign, an agency or a new theme. The bag maker did all three between
              breakfast and lunch.
            </p>
            <h3>Say what you sell in nine words</h3>
            <p>
              Read the first line of your page to someone on the phone. If they cannot tell you what they
              could buy there, write it again. Leave out every word that your competitor could use as well:
              passion, quality, solutions. What is left is usually shorter, and usually better.
            </p>
            <h3>Show one price</h3>
            <p>
              Not all of them, and not the cheapest. Show the price of the thing that most people buy. A price
              tells a visitor in half a second whether to stay, and the ones who leave because of it would
              have left at the cart, after costing you three more pages.
            </p>

            <blockquote className="adviser-quote">
              Nobody marries at the first hello. Nobody buys at the first picture either.
            </blockquote>

            <h3>Give the thumb something small to do</h3>
            <p>
              A question with three answers. A slider that shows how much fits into the bag. Stars under a
              guide. It costs a second and risks nothing, and whoever has done one small thing is far more
              likely to do the next. Put it where the reading slows down, not in a window that jumps into the
              way. And give something back at once: the result, the answer, the tip. A question that only
              takes is a form.
            </p>

            <SecondClickFigure />

            <h2 id="measure">Measure the second click, not the sale</h2>
            <p>
              Sales are too rare to learn from. With forty orders a month it takes a season to find out
              whether a new headline helped. The second click happens often enough to tell you by Friday.
            </p>
            <p>
              So count three things each week. How many visits reach a second page. How many do any small
              thing on the first one. And how many of those come back within fourteen days. Write the three
              numbers on the wall. If the first one rises, leave the page alone. If it does not, change one
              line, not five, and wait for another Friday.
            </p>

            {checklist}

            <h2>Where I was wrong</h2>
            <p>
              For years I told clients to cut the first page down until only one button was left. It tested
              well in the cart, and it did harm at the door: fewer distractions, but also fewer reasons to
              stay. A page with one large demand is a fair offer to the three visitors in a hundred who have
              made up their minds. The other ninety-seven need something smaller.
            </p>
            <p>
              The bag maker has kept her slogan, by the way. It stands in the footer now, next to the picture
              of the workshop dog. Her second clicks have almost tripled, her ads cost the same, and the
              checkout that she polished all winter finally has visitors.
            </p>

            {end}
          </div>
        </article>

        {after}

        <section className="adviser-audit" aria-labelledby="audit-title" id="audit">
          <div className="adviser-audit-words">
            <h2 id="audit-title">The shop audit</h2>
            <p>
              We look through your shop on four evenings, beside three people who have never seen it. You get
              one page of findings in the order of what they cost you, and an hour to talk about it. The price
              is fixed before we begin.
            </p>
            <p>
              Not sure yet? <AskAboutAudit />
            </p>
          </div>
          {audit}
        </section>
      </main>

      <footer className="adviser-footer" id="about">
        <section aria-labelledby="about-us">
          <h2 id="about-us">Vogt / Marten</h2>
          <p>
            We are two advisers in Freiburg. Since 2014 we have helped small shops to sell more without
            shouting. We take on twelve shops a year.
          </p>
        </section>
        <section aria-labelledby="more-articles" id="articles">
          <h2 id="more-articles">Read on</h2>
          <ul>
            <li>
              <a href="#articles">The price that nobody dared to show</a>
            </li>
            <li>
              <a href="#articles">Nine words: before and after</a>
            </li>
            <li>
              <a href="#articles">What a returning visitor tells you</a>
            </li>
          </ul>
        </section>
        <p className="adviser-imprint">© 2026 Vogt / Marten, Freiburg im Breisgau</p>
      </footer>
    </div>
  );
}

/** The author, drawn: a story has no photographs. */
function Portrait() {
  return (
    <svg className="adviser-portrait" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle className="ground" cx="24" cy="24" r="24" />
      <path className="coat" d="M6 48c1-11 8-16 18-16s17 5 18 16z" />
      <path className="skin" d="M24 34c-3 0-5-2-5-4v-4h10v4c0 2-2 4-5 4z" />
      <circle className="skin" cx="24" cy="20" r="8.5" />
      <path
        className="hair"
        d="M14 24c-2-9 3-15 10-15s12 5 10.5 14c-1-4-2.5-6.500-5-8-4 3-10 3-13.5 3-1 1.5-1.5 3.5-2 6z"
      />
    </svg>
  );
}
