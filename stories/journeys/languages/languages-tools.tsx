import { useMemo } from 'react';
import { AudioPlayer } from 'smallyes/audio-player';
import { Calculator } from 'smallyes/calculator';
import { defineCalculator } from 'smallyes/calculator/calculate';
import { Challenge } from 'smallyes/challenge';
import { DownloadLink } from 'smallyes/download-link';
import { FollowLink } from 'smallyes/follow-link';
import { defineQuiz, Quiz } from 'smallyes/quiz';
import { Reactions, thumbs } from 'smallyes/reactions';
import { ShareButton } from 'smallyes/share-button';
import { StoryPath } from 'smallyes/story-path';
import { VideoPlayer } from 'smallyes/video-player';
import mp3 from '../../media/second-yes.mp3?url';
import mp4 from '../../media/second-yes.mp4?url';
import poster from '../../media/second-yes.webp?url';
import type { Answer } from './languages-forms.tsx';
import type { Words } from './words.ts';

/** What a visitor looks at, plays with and passes on. */
export function LanguagesTools({ words, answer }: { words: Words; answer: Answer }) {
  const { story, challenge, calculator, film, podcast } = words;
  const made = useMemo(() => makeTools(words), [words]);
  const onSubmit = () => ({ status: answer });
  return (
    <>
      <StoryPath
        id="story"
        title={story[0]}
        steps={[
          { id: 'began', title: story[1], body: <p>{story[2]}</p> },
          { id: 'today', title: story[3], body: <p>{story[4]}</p> },
        ]}
        remember={false}
      />
      <Reactions id="liked" onSubmit={onSubmit} counts={{ like: 1_280 }} />
      <Reactions id="thumbs" set={thumbs} onSubmit={onSubmit} />
      <Challenge
        id="own-loaf"
        title={challenge[0]}
        tasks={[
          { id: 'feed', title: challenge[1], body: challenge[3] },
          { id: 'bake', title: challenge[2], body: challenge[3] },
        ]}
        unlock="daily"
        onSubmit={onSubmit}
      />
      <Quiz id="which-bread" quiz={made.quiz} feedback="end" remember={false} onSubmit={onSubmit} />
      <Calculator
        id="cost-of-bread"
        label={calculator[0]}
        {...made.calculator}
        explanation={<p>{words.goodsText}</p>}
        remember={false}
        onSubmit={onSubmit}
      />
      <VideoPlayer
        id="shaping"
        label={film}
        sources={answer === 'failed' ? '/gone.mp4' : mp4}
        poster={poster}
        length={28}
        tracks={[]}
        video={{ muted: true }}
        chapters={[{ at: 0, label: challenge[1] }]}
        transcript={<p>{words.goodsText}</p>}
      />
      <AudioPlayer
        id="episode"
        label={podcast}
        sources={mp3}
        length={28}
        audio={{ muted: true }}
        transcript={<p>{words.goodsText}</p>}
      />
      <DownloadLink id="prices" target="prices" href="#prices.pdf" type="PDF" size={418_000}>
        {words.prices}
      </DownloadLink>
      <FollowLink id="follow" target="instagram" href="#instagram" />
      <ShareButton id="share" url="https://bakery.example/bread" subject={words.title} targets={['mail']} />
    </>
  );
}

/** Definitions have an identity: made once for a language, not at each paint. */
function makeTools({ quiz, goods, goodsText, calculator }: Words) {
  const [question, early, late] = quiz;
  return {
    quiz: defineQuiz({
      mode: 'personality',
      outcomes: { rye: { title: goods[0], text: goodsText }, cake: { title: goods[2], text: goodsText } },
      questions: {
        when: {
          question,
          optional: true,
          answers: [
            { value: 'early', label: early, for: 'rye' },
            { value: 'late', label: late, for: 'cake' },
          ],
        },
        again: {
          question,
          answers: [
            { value: 'early', label: early, for: 'rye' },
            { value: 'late', label: late, for: 'cake' },
          ],
        },
      },
      tieBreak: 'again',
    }),
    calculator: defineCalculator({
      inputs: [
        { type: 'number', name: 'loaves', label: calculator[1], min: 1, max: 50, defaultValue: 3 },
        { type: 'range', name: 'price', label: goods[0], min: 2, max: 12, currency: 'EUR', defaultValue: 5 },
      ],
      formula: ({ loaves, price }) => ({ from: loaves * price * 4, to: loaves * price * 5 }),
      result: { label: calculator[2], currency: 'EUR', decimals: 0 },
    }),
  };
}
