import type { ReactNode } from 'react';
import { AudioPlayer } from 'smallyes/audio-player';
import { Poll } from 'smallyes/poll';
import { VideoPlayer } from 'smallyes/video-player';
import episode from '../media/cold-bathroom.mp3?url';
import cover from '../media/cold-bathroom.webp?url';
import german from '../media/right-order.de.vtt?url';
import english from '../media/right-order.en.vtt?url';
import mp4 from '../media/right-order.mp4?url';
import webm from '../media/right-order.webm?url';
import poster from '../media/right-order.webp?url';

/** A part of the page below the article. */
export function Part({ topic, title, children }: { topic: string; title: string; children: ReactNode }) {
  return (
    <section className="energy-part">
      <header className="energy-part-head">
        <p className="energy-topic">{topic}</p>
        <h2>{title}</h2>
      </header>
      {children}
    </section>
  );
}

/** The podcast. What is said stands below it in writing. */
export function Episode({ isMuted }: { isMuted?: boolean | undefined }) {
  return (
    <Part topic="Listen" title="Only one room stays cold?">
      <AudioPlayer
        id="episode-14"
        placement="after-article"
        moment="know"
        label="Episode 14: What a cold bathroom knows"
        description="From the podcast “Room by room”. Half a minute about the cheapest repair in the house."
        sources={episode}
        poster={cover}
        length={29}
        audio={{ muted: isMuted }}
        transcript={
          <p>
            You turned the boiler down, and one room stayed cold. Then you do not have a cold house. You have
            one small radiator. Change that one. It costs four hundred euros. The front of the house costs
            forty thousand. So ask the room, before you ask the salesman.
          </p>
        }
      />
    </Part>
  );
}

/** The film, which asks one question after its first sentence: there people know what it is about, and have not left yet. */
export function Film({ isMuted }: { isMuted?: boolean | undefined }) {
  return (
    <Part topic="Watch" title="Four steps, and why in this order">
      <VideoPlayer
        id="right-order"
        placement="after-article"
        moment="know"
        label="The right order"
        description="28 seconds, with captions. You see what each step does to the flow temperature."
        sources={[webm, mp4]}
        poster={poster}
        length={28}
        tracks={[
          { src: english, lang: 'en', label: 'English', default: isMuted },
          { src: german, lang: 'de', label: 'Deutsch', kind: 'subtitles' },
        ]}
        chapters={[
          { at: 3, label: 'Close the leaks' },
          { at: 10, label: 'The ceiling below the roof' },
          { at: 16.5, label: 'Larger radiators' },
          { at: 21.5, label: 'Then the pump' },
        ]}
        gate={{ at: 3, ask: <HeatingPoll /> }}
        video={{ muted: isMuted }}
      />
    </Part>
  );
}

function HeatingPoll() {
  return (
    <Poll
      id="heats-with"
      placement="film"
      moment="know"
      question="What heats your house today?"
      options={[
        { value: 'gas', label: 'Gas' },
        { value: 'oil', label: 'Oil' },
        { value: 'pump', label: 'A heat pump' },
        { value: 'other', label: 'Something else' },
      ]}
      results={{ gas: 412, oil: 233, pump: 96, other: 88 }}
      next={({ data }) =>
        data.choice === 'pump'
          ? 'Good. Then watch the third step: it lowers your bill from tomorrow on.'
          : 'Good. Then all four steps are yours, beginning with the cheapest.'
      }
    />
  );
}
