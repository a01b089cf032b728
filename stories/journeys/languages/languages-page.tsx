import { LadderProgress } from 'smallyes/ladder-progress';
import { NextAsk } from 'smallyes/next-ask';
import { Poll } from 'smallyes/poll';
import { ReadingProgress } from 'smallyes/reading-progress';
import { ReturnVisit } from 'smallyes/return-visit';
import { StarRating } from 'smallyes/star-rating';
import { catalogues, type Language } from './catalogues.ts';
import { type Answer, LanguagesForms } from './languages-forms.tsx';
import { LanguagesShop } from './languages-shop.tsx';
import { LanguagesTools } from './languages-tools.tsx';
import { words as wordsOf } from './words.ts';
import './languages.css';

export interface LanguagesPageProps {
  /** Whose words the bakery speaks. The kit's own come from the provider. */
  language: Language;
  /** What the server says to all that is sent. Default `'ok'`. */
  answer?: Answer | undefined;
}

/** A bakery's page with one of every ask. */
export function LanguagesPage({ language, answer = 'ok' }: LanguagesPageProps) {
  const words = wordsOf[language];
  const [question, rating, letter] = words.path;
  const onSubmit = () => ({ status: answer });
  return (
    <main className="bakery">
      <ReturnVisit id="welcome">
        <p className="bakery-note">{words.welcome}</p>
      </ReturnVisit>
      <ReadingProgress id="bakery-read">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </ReadingProgress>
      <LadderProgress steps={{ hurdle: question, useful: rating, 'first-letter': letter }} />
      <NextAsk
        appearance="banner"
        asks={{
          hurdle: (
            <Poll
              id="hurdle"
              question={words.hurdle}
              options={[...words.hurdles]}
              results={{ [words.hurdles[0]]: 214, [words.hurdles[1]]: 96, [words.hurdles[2]]: 31 }}
              skippable
              other
              remember={false}
              onSubmit={onSubmit}
            />
          ),
          useful: <StarRating id="useful" label={words.useful} onSubmit={onSubmit} />,
        }}
      />
      <LanguagesTools words={words} answer={answer} />
      <LanguagesShop
        words={words}
        answer={answer}
        summary={{ locale: language, labels: catalogues[language]['star-rating-summary'] }}
      />
      <LanguagesForms words={words} answer={answer} />
    </main>
  );
}
