import type { ReactElement } from 'react';
import { AccountForm } from 'smallyes/account-form';
import { AddToCartButton } from 'smallyes/add-to-cart-button';
import { Calculator } from 'smallyes/calculator';
import { CallbackRequest } from 'smallyes/callback-request';
import { Challenge } from 'smallyes/challenge';
import { Checkout } from 'smallyes/checkout';
import { CommentForm } from 'smallyes/comment-form';
import { ContactDialog, ContactDialogTrigger } from 'smallyes/contact-dialog';
import { DownloadLink } from 'smallyes/download-link';
import { FollowLink } from 'smallyes/follow-link';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm, PodcastSubscribe } from 'smallyes/newsletter-form';
import { OfferFilter } from 'smallyes/offer-filter';
import { Poll } from 'smallyes/poll';
import { PushOptIn } from 'smallyes/push-opt-in';
import { Reactions } from 'smallyes/reactions';
import { ReviewForm } from 'smallyes/review-form';
import { SearchBox } from 'smallyes/search-box';
import { StarRating } from 'smallyes/star-rating';
import { defineStepForm, StepForm } from 'smallyes/step-form';

/** A link that each ask can be given, by the prop that takes it. */
export const links: readonly [string, (url: string) => ReactElement][] = [
  ['Poll action', (url) => <Poll id="p" question="?" options={['a', 'b']} action={url} />],
  ['StarRating action', (url) => <StarRating id="s" label="?" action={url} />],
  [
    'ContactDialog fallbackHref',
    (url) => (
      <ContactDialog id="c" trigger="Talk" title="Talk" fields={[]} fallbackHref={url} onSubmit={() => {}} />
    ),
  ],
  [
    'ContactDialog action',
    (url) => <ContactDialog id="c" trigger="Talk" title="Talk" fields={[]} defaultOpen action={url} />,
  ],
  [
    'ContactDialogTrigger fallbackHref',
    (url) => (
      <>
        <ContactDialog id="c" trigger="Talk" title="Talk" fields={[]} onSubmit={() => {}} />
        <ContactDialogTrigger for="c" fallbackHref={url}>
          Write
        </ContactDialogTrigger>
      </>
    ),
  ],
  ['LeadGate action', (url) => <LeadGate id="g" get="Guide" href="/guide" action={url} />],
  [
    'LeadGate fallback',
    (url) => (
      <LeadGate
        id="g"
        get="Guide"
        href="/guide"
        onSubmit={() => {}}
        fallback={{ label: 'Write', href: url }}
      />
    ),
  ],
  ['LeadGate href', (url) => <LeadGate id="g" get="Guide" href={url} unlocked onSubmit={() => {}} />],
  [
    'LeadGate href by a grant',
    (url) => <LeadGate id="g" get="Guide" grant={url} href={(grant) => grant ?? ''} onSubmit={() => {}} />,
  ],
  [
    'LeadGate consent link',
    (url) => (
      <LeadGate
        id="g"
        get="Guide"
        href="/guide"
        onSubmit={() => {}}
        consent={{ label: 'News', link: { label: 'Privacy', href: url } }}
      />
    ),
  ],
  ['StepForm action', (url) => <StepForm id="f" form={stepForm('A')} action={url} />],
  ['FollowLink href', (url) => <FollowLink id="l" target="youtube" href={url} />],
  ['FollowLink href in another tab', (url) => <FollowLink id="l" target="youtube" href={url} newTab />],
  ['DownloadLink href', (url) => <DownloadLink id="l" target="list" href={url} />],
  [
    'PodcastSubscribe app',
    (url) => (
      <PodcastSubscribe
        id="n"
        get="News"
        action="/subscribe"
        apps={[{ target: 'app', label: 'App', href: url }]}
      />
    ),
  ],
  ['NewsletterForm action', (url) => <NewsletterForm id="n" get="News" action={url} />],
  [
    'NewsletterForm fallback',
    (url) => (
      <NewsletterForm id="n" get="News" onSubmit={() => {}} fallback={{ label: 'Write', href: url }} />
    ),
  ],
  ['AccountForm action', (url) => <AccountForm id="a" action={url} />],
  ['AccountForm signInHref', (url) => <AccountForm id="a" action="/account" signInHref={url} />],
  ['CallbackRequest action', (url) => <CallbackRequest id="r" country="GB" action={url} />],
  [
    'CallbackRequest fallback',
    (url) => (
      <CallbackRequest id="r" country="GB" onSubmit={() => {}} fallback={{ label: 'Write', href: url }} />
    ),
  ],
  ['CommentForm action', (url) => <CommentForm id="m" action={url} />],
  ['ReviewForm action', (url) => <ReviewForm id="v" action={url} />],
  ['Reactions action', (url) => <Reactions id="k" action={url} />],
  ['SearchBox action', (url) => <SearchBox id="q" action={url} />],
  [
    'OfferFilter action',
    (url) => (
      <OfferFilter id="o" facets={[{ type: 'toggle', name: 'new', label: 'New' }]} action={url} results={[]}>
        {() => null}
      </OfferFilter>
    ),
  ],
  [
    'Calculator action',
    (url) => (
      <Calculator
        id="d"
        label="Price"
        inputs={[{ type: 'number', name: 'pieces', label: 'Pieces', defaultValue: 1 }]}
        formula={({ pieces }) => pieces}
        action={url}
      />
    ),
  ],
  [
    'AddToCartButton action',
    (url) => (
      <AddToCartButton
        id="t"
        product={{ id: 'p', name: 'Printer', price: { amount: 9, currency: 'EUR' } }}
        action={url}
      />
    ),
  ],
  [
    'Challenge action',
    (url) => <Challenge id="w" title="One task" tasks={[{ id: 'ask', title: 'Ask' }]} action={url} />,
  ],
  [
    'Checkout action',
    (url) => (
      <Checkout
        id="x"
        steps={[{ id: 'pay', title: 'Pay', body: <p>Bill</p> }]}
        order={{ lines: [], total: { amount: 9, currency: 'EUR' } }}
        action={url}
      />
    ),
  ],
  [
    'PushOptIn fallback',
    (url) => (
      <PushOptIn
        id="u"
        what="News"
        often="One a week"
        publicKey={`B${'x'.repeat(86)}`}
        onSubmit={() => {}}
        fallback={{ label: 'Write', href: url }}
      />
    ),
  ],
];

/** A form of one step, with this text wherever one can stand. */
export function stepForm(text: string) {
  return defineStepForm({
    steps: {
      first: {
        title: text,
        description: text,
        fields: [
          { type: 'text', name: 'name', label: text, description: text, placeholder: text },
          { type: 'choice', name: 'size', label: text, options: [{ value: 'a', label: text }, 'b'] },
          { type: 'consent', name: 'terms', label: text, link: { label: text, href: '/terms' } },
        ],
      },
    },
    endings: { sent: { title: text, text } },
  });
}

/** The five asks, with this text in every prop that a visitor reads. */
export function asksSaying(text: string): readonly [string, ReactElement][] {
  const exchange = { give: [text], get: [text] };
  return [
    [
      'Poll',
      <Poll
        key="p"
        id="p"
        question={text}
        description={text}
        options={[
          { value: text, label: text },
          { value: 'b', label: text },
        ]}
        labels={{ vote: text, oneClick: text }}
        exchange={exchange}
      />,
    ],
    ['StarRating', <StarRating key="s" id="s" label={text} description={text} />],
    [
      'ContactDialog',
      <ContactDialog
        key="c"
        id="c"
        trigger={text}
        title={text}
        description={text}
        fields={[{ type: 'text', name: 'n', label: text }]}
        fallbackHref="/contact"
        onSubmit={() => {}}
      />,
    ],
    [
      'LeadGate',
      <LeadGate
        key="g"
        id="g"
        get={text}
        heading={text}
        description={text}
        exchange={exchange}
        href="/guide"
        onSubmit={() => {}}
        fallback={{ label: text, href: '/contact' }}
        consent={{ label: text, description: text, link: { label: text, href: '/p' } }}
      >
        <p>{text}</p>
      </LeadGate>,
    ],
    ['StepForm', <StepForm key="f" id="f" form={stepForm(text)} onSubmit={() => {}} />],
  ];
}
