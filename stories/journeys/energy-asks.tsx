import type { ReactNode } from 'react';
import { DownloadLink } from 'smallyes/download-link';
import { FollowLink } from 'smallyes/follow-link';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm, PodcastSubscribe } from 'smallyes/newsletter-form';
import { Reactions } from 'smallyes/reactions';
import { ReviewForm } from 'smallyes/review-form';
import sheet from '../media/55-degree-test.pdf?url';
import { Part } from './energy-media.tsx';
import type { EnergyServer } from './energy-server.ts';

/** The smallest ask: one press below the article. */
export function ArticleReaction() {
  return (
    <Reactions
      id="flow-reaction"
      placement="end"
      moment="know"
      label="What do you take from this?"
      set={[
        reaction('try', 'I will try it', 'M12 3v18M4.2 7.5l15.6 9M4.2 16.5l15.6-9'),
        reaction('knew', 'I knew that', 'm5 12.5 4.5 4.5L19 7.5'),
        reaction(
          'question',
          'I have a question',
          'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.1',
        ),
      ]}
      counts={{ try: 318, knew: 74, question: 41 }}
    />
  );
}

/** With its words on the button: three signs alone would be a riddle. */
function reaction<const Value extends string>(value: Value, label: string, path: string) {
  const symbol = (
    <span className="energy-reaction">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
      {label}
    </span>
  );
  return { value, label, symbol };
}

/** Each episode by mail. */
export function EpisodesByMail({ server }: { server: EnergyServer }) {
  return (
    <PodcastSubscribe
      id="episodes"
      placement="after-podcast"
      moment="know"
      grade={1}
      get="Room by room, a new episode every second Friday"
      headingLevel={3}
      description="Never longer than ten minutes. The mail holds the episode and nothing else."
      onSubmit={server.follow}
      action="/episodes"
      skippable
    />
  );
}

/** Who wants no mail has an app. `next`: what follows at once, since nothing was given away. */
export function EpisodesInApp({ next }: { next: ReactNode }) {
  return (
    <div className="energy-instead">
      <p>No mail, then. The episodes are in your app as well.</p>
      <FollowLink
        id="episodes-app"
        placement="after-podcast"
        target="apple-podcasts"
        href="https://podcasts.apple.com/podcast/room-by-room"
        newTab
        next={next}
      >
        Room by room in Apple Podcasts
      </FollowLink>
    </div>
  );
}

/** The letter. It counts as confirmed only behind the link in the mail: `confirmed` is what that link brings along. */
export function Letter({ server, confirmed }: { server: EnergyServer; confirmed?: string | undefined }) {
  return (
    <NewsletterForm
      id="letter"
      placement={confirmed ? 'confirmation' : 'after-film'}
      moment="do"
      get="One house a month, in one letter"
      description="What was wrong with it, what was done, in which order, and what it cost to the euro."
      note="Twelve letters a year. Each has a link that ends it."
      onSubmit={server.subscribe}
      action="/letter"
      confirmed={confirmed}
    />
  );
}

/** The plan for the test, for an address. */
export function TestPlan({ server }: { server: EnergyServer }) {
  return (
    <Part topic="Do it yourself" title="Two evenings, and you know">
      <LeadGate
        id="test-plan"
        placement="after-film"
        moment="do"
        get="The plan for the 55 degree test"
        description="Five steps with what to write down at each of them, and a mail on the next day of frost at your place."
        consent={{ label: 'Also tell me when funding for heat pumps changes.' }}
        action="/plan"
        onSubmit={server.grantPlan}
        load={async (grant) => (
          <ol className="energy-plan">
            {(await server.fetchPlan(grant)).map(([step, why]) => (
              <li key={step}>
                <strong>{step}.</strong> {why}
              </li>
            ))}
          </ol>
        )}
        skippable
      />
    </Part>
  );
}

/** The smaller one after a no: a page of paper, for nothing. */
export function TestSheet() {
  return (
    <div className="energy-instead">
      <p>Without an address: the test on one page, to print and to pin beside the boiler.</p>
      <DownloadLink
        id="test-sheet"
        placement="after-film"
        moment="do"
        target="test-sheet"
        href={sheet}
        fileName="The 55 degree test.pdf"
        type="PDF"
        size={22_697}
      >
        Download the page
      </DownloadLink>
    </div>
  );
}

/** A word on the hour, asked of everybody who had it, whatever they thought of it. */
export function HourReview({ server }: { server: EnergyServer }) {
  return (
    <ReviewForm
      id="hour-review"
      placement="head"
      heading="How was your hour with Nora?"
      description="Good or bad, it helps the next house. Nora does not choose which reviews appear."
      note="We read each review for names and insults, and publish it as you wrote it."
      onSubmit={server.review}
      action="/reviews"
    />
  );
}
