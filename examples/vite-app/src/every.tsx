import { useState } from 'react';
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
import { NextAsk } from 'smallyes/next-ask';
import { OfferFilter } from 'smallyes/offer-filter';
import { ProductView } from 'smallyes/product-view';
import { CommitmentProvider } from 'smallyes/provider';
import { PushOptIn } from 'smallyes/push-opt-in';
import { Quiz } from 'smallyes/quiz';
import { Reactions } from 'smallyes/reactions';
import { ReadingProgress } from 'smallyes/reading-progress';
import { ReturnVisit } from 'smallyes/return-visit';
import { ReviewForm } from 'smallyes/review-form';
import { SearchBox } from 'smallyes/search-box';
import { ShareButton } from 'smallyes/share-button';
import { StoryPath } from 'smallyes/story-path';
import { VideoPlayer } from 'smallyes/video-player';
import {
  facets,
  findArticles,
  findCarriers,
  firstStep,
  ladder,
  latePrice,
  order,
  printer,
  pushKey,
  story,
} from './every-definitions';
import { pushWorker } from './push-worker';
import { to } from './send-every';
import { show } from './show';

/** Every ask that the other pages do not have, each as small as it can be. */
function EveryAsks() {
  const [found, setFound] = useState(() => findArticles(''));
  return (
    <CommitmentProvider ladder={ladder}>
      <div className="every">
        <NextAsk
          asks={{
            'next-nod': <Reactions {...to('next-nod')} label="Do you want to read on?" />,
            'next-letter': <NewsletterForm {...to('next-letter')} get="One delivery step a week" />,
          }}
        />
        <ReadingProgress id="note" appearance="line">
          <p>
            A warehouse knows at which hour a parcel still leaves today. That hour is all a shop needs to name
            a day, and a named day is a promise that a visitor can accept.
          </p>
        </ReadingProgress>
        <Reactions {...to('nod')} />
        <ShareButton id="share" url="https://pinegrove.example/every" targets={[]} />
        <FollowLink id="follow" target="youtube" href="https://www.youtube.com/" />
        <DownloadLink id="days" target="carrier-days" href="/carrier-days.csv" type="CSV" size={94} />
        <VideoPlayer id="film" label="Two seconds at the packing bench" sources="/clip.webm" tracks={[]} />
        <AudioPlayer id="bell" label="The bell of the last van" sources="/clip.mp3" />
        <StoryPath id="story" title="One parcel" steps={story} />
        <Quiz {...to('first-step')} quiz={firstStep} title="Where should you begin?" />
        <Calculator {...to('late-price')} {...latePrice} label="What late parcels cost" />
        <SearchBox
          id="search"
          onSearch={(words) => {
            setFound(findArticles(words));
            return findArticles(words);
          }}
        >
          {found.map((title) => (
            <p key={title}>{title}</p>
          ))}
        </SearchBox>
        <OfferFilter id="carriers" facets={facets} results={findCarriers}>
          {({ results }) => results.map(({ name }) => <p key={name}>{name}</p>)}
        </OfferFilter>
        <ProductView id="printer" item={printer.id} seconds={1}>
          <h2>{printer.name}</h2>
          <AddToCartButton {...to('cart')} product={printer} />
        </ProductView>
        <CommentForm {...to('comment')} />
        <ReviewForm {...to('review')} />
        <Challenge {...to('week')} title="One task" tasks={[{ id: 'ask', title: 'Ask for the last hour' }]} />
        <NewsletterForm {...to('letter')} get="A letter on Fridays" />
        <PodcastSubscribe
          {...to('podcast')}
          get="Small parcels, every other week"
          apps={[{ target: 'apple-podcasts', label: 'Apple Podcasts', href: 'https://podcasts.apple.com/' }]}
        />
        <WebinarSignup {...to('webinar')} get="An hour on delivery" start="2030-05-14T18:00:00+01:00" />
        <AccountForm {...to('account')} />
        <PushOptIn
          id="push"
          what="When your parcel leaves"
          often="One for each order"
          publicKey={pushKey}
          registration={pushWorker}
          onSubmit={to('push').onSubmit}
          fallback={{ label: 'Follow the parcel instead', href: '/' }}
        />
        <CallbackRequest {...to('call')} country="GB" />
        <Checkout
          {...to('order')}
          heading="Buy the printer"
          order={order}
          steps={[
            { id: 'address', title: 'Where shall it go?', body: <Street /> },
            { id: 'payment', title: 'Payment', body: <p>The bill comes with the parcel.</p> },
          ]}
        />
        <ReturnVisit id="return">Good to see you again.</ReturnVisit>
      </div>
    </CommitmentProvider>
  );
}

function Street() {
  return (
    <label>
      Street <input className="sy-input" name="street" required />
    </label>
  );
}

show(
  <>
    <h1>Every ask</h1>
    <EveryAsks />
  </>,
);
