// The other asks as a page uses them; the hand-written ones stand in `native-others.tsx`, under the same names.
import { Fragment, type ReactNode } from 'react';
import { AccountForm } from 'smallyes/account-form';
import { AddToCartButton } from 'smallyes/add-to-cart-button';
import { AudioPlayer } from 'smallyes/audio-player';
import { Calculator } from 'smallyes/calculator';
import { CallbackRequest } from 'smallyes/callback-request';
import { Challenge } from 'smallyes/challenge';
import { Checkout } from 'smallyes/checkout';
import { CommentForm } from 'smallyes/comment-form';
import { DownloadLink } from 'smallyes/download-link';
import { FollowLink } from 'smallyes/follow-link';
import { NewsletterForm, PodcastSubscribe, WebinarSignup } from 'smallyes/newsletter-form';
import { OfferFilter } from 'smallyes/offer-filter';
import { ProductView } from 'smallyes/product-view';
import { CommitmentProvider } from 'smallyes/provider';
import { PushOptIn } from 'smallyes/push-opt-in';
import { Quiz } from 'smallyes/quiz';
import { defineQuiz } from 'smallyes/quiz/define';
import { Reactions } from 'smallyes/reactions';
import { ReadingProgress } from 'smallyes/reading-progress';
import { ReviewForm } from 'smallyes/review-form';
import { SearchBox } from 'smallyes/search-box';
import { ShareButton } from 'smallyes/share-button';
import { StoryPath } from 'smallyes/story-path';
import { VideoPlayer } from 'smallyes/video-player';
import {
  articles,
  carriers,
  clip,
  costOf,
  known,
  printer,
  product,
  text,
  tours,
  url,
} from './others-content.ts';
import type { Page } from './page.ts';
import { send } from './send.ts';

const nothing = () => {};

/** A page that holds one of these, again and again. */
const pageOf = (ask: (id: string) => ReactNode): Page => ({
  one: (index) => <Fragment key={index}>{ask(`ask-${index}`)}</Fragment>,
  wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
});

export const reactions: Page = pageOf((id) => <Reactions id={id} onSubmit={nothing} />);

export const followLink: Page = pageOf((id) => <FollowLink id={id} target="youtube" href={url} />);

export const downloadLink: Page = pageOf((id) => (
  <DownloadLink id={id} target="days" href={url} type="CSV" size={94} />
));

export const shareButton: Page = pageOf((id) => <ShareButton id={id} url={url} />);

export const commentForm: Page = pageOf((id) => <CommentForm id={id} onSubmit={send} />);

export const reviewForm: Page = pageOf((id) => <ReviewForm id={id} onSubmit={send} />);

export const newsletterForm: Page = pageOf((id) => (
  <NewsletterForm id={id} get="A letter on Fridays" onSubmit={send} />
));

export const podcastSubscribe: Page = pageOf((id) => (
  <PodcastSubscribe
    id={id}
    get="Small parcels"
    onSubmit={send}
    apps={[{ target: 'apple-podcasts', label: 'Apple Podcasts', href: url }]}
  />
));

export const webinarSignup: Page = pageOf((id) => (
  <WebinarSignup id={id} get="An hour on delivery" start="2030-05-14T18:00:00+01:00" onSubmit={send} />
));

export const accountForm: Page = pageOf((id) => <AccountForm id={id} onSubmit={send} />);

export const callbackRequest: Page = pageOf((id) => (
  <CallbackRequest id={id} country="GB" mailFallback={false} onSubmit={send} />
));

export const pushOptIn: Page = pageOf((id) => (
  <PushOptIn
    id={id}
    what="When your parcel leaves"
    often="One for each order"
    publicKey="BPOQMMspQ0Ip80yzMFEYiQPTDaLEvIiQmA6K8aCiDQoq81cdZQozhWJduX3qwJRt0CTTPRQLl6JVM5CPpUwdzjA"
    onSubmit={nothing}
  />
));

export const videoPlayer: Page = pageOf((id) => (
  <VideoPlayer id={id} label="Two seconds at the packing bench" sources={clip} tracks={[]} />
));

export const audioPlayer: Page = pageOf((id) => (
  <AudioPlayer id={id} label="The bell of the last van" sources={clip} />
));

export const productView: Page = pageOf((id) => (
  <ProductView id={id}>
    <h2>{printer}</h2>
  </ProductView>
));

export const readingProgress: Page = pageOf((id) => (
  <ReadingProgress id={id} appearance="line">
    <p>{text}</p>
  </ReadingProgress>
));

export const storyPath: Page = pageOf((id) => <StoryPath id={id} title="One parcel" steps={tours} />);

export const challenge: Page = pageOf((id) => (
  <Challenge id={id} title="One task" tasks={[{ id: 'ask', title: 'Ask for the last hour' }]} />
));

const firstStep = /* @__PURE__ */ defineQuiz({
  mode: 'personality',
  outcomes: { hour: { title: 'Begin with the last hour' }, line: { title: 'Begin with one line' } },
  questions: { known },
});

export const quiz: Page = pageOf((id) => <Quiz id={id} quiz={firstStep} title="Where should you begin?" />);

export const calculator: Page = pageOf((id) => (
  <Calculator
    id={id}
    label="What late parcels cost"
    inputs={[
      { type: 'number', name: 'parcels', label: 'Parcels a month', min: 1, defaultValue: 400 },
      {
        type: 'range',
        name: 'late',
        label: 'Of them late',
        min: 0,
        max: 50,
        defaultValue: 10,
        unit: 'percent',
      },
    ]}
    formula={({ parcels, late }) => costOf(parcels, late)}
    result={{ label: 'What they cost you', currency: 'EUR' }}
  />
));

export const searchBox: Page = pageOf((id) => (
  <SearchBox id={id} onSearch={(words) => articles.filter((title) => title.includes(words))} />
));

export const offerFilter: Page = pageOf((id) => (
  <OfferFilter
    id={id}
    facets={[{ type: 'choice', name: 'day', label: 'Delivers on', options: ['weekdays', 'Saturdays'] }]}
    url={false}
    results={({ day }) => carriers.filter(({ days }) => !day || days.includes(day))}
  >
    {({ results }) => results.map(({ name }) => <p key={name}>{name}</p>)}
  </OfferFilter>
));

export const addToCartButton: Page = pageOf((id) => (
  <AddToCartButton id={id} product={product} onSubmit={nothing} />
));

export const checkout: Page = pageOf((id) => (
  <Checkout
    id={id}
    heading="Buy the printer"
    order={{ lines: [{ id: product.id, name: printer, amount: 149 }], total: product.price }}
    steps={[
      { id: 'address', title: 'Where shall it go?', body: <Street /> },
      { id: 'payment', title: 'Payment', body: <p>The bill comes with the parcel.</p> },
    ]}
    onSubmit={nothing}
  />
));

function Street() {
  return (
    <label>
      Street <input className="sy-input" name="street" autoComplete="street-address" required />
    </label>
  );
}
