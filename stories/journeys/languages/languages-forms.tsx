import { useMemo } from 'react';
import { AccountForm, type SubmitResult } from 'smallyes/account-form';
import { CallbackRequest } from 'smallyes/callback-request';
import { CommentForm } from 'smallyes/comment-form';
import { ContactDialog } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm, PodcastSubscribe, WebinarSignup } from 'smallyes/newsletter-form';
import { PushOptIn } from 'smallyes/push-opt-in';
import { ReviewForm } from 'smallyes/review-form';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import type { Words } from './words.ts';

/** What the server says. */
export type Answer = 'ok' | 'pending' | 'already' | 'failed';

const hours = [{ from: '09:00', to: '12:00' }];

/** What a visitor writes. */
export function LanguagesForms({ words, answer }: { words: Words; answer: Answer }) {
  const plan = useMemo(() => planOf(words), [words]);
  const registration = useMemo(worker, []);
  const onSubmit = (): SubmitResult => ({ status: answer });
  return (
    <>
      <LeadGate id="recipe" get={words.recipe[0]} skippable href={() => '#recipe.pdf'} onSubmit={onSubmit}>
        <p>{words.recipe[1]}</p>
      </LeadGate>
      <NewsletterForm
        id="letter"
        get={words.letter}
        topics={words.topics.map((label, at) => ({ value: `topic-${at}`, label }))}
        skippable
        onSubmit={() =>
          answer === 'ok'
            ? { status: answer, coupon: { code: 'RYE-AND-ROLLS-10', expires: '2999-12-31T23:59:00Z' } }
            : { status: answer }
        }
      />
      <PodcastSubscribe
        id="podcast"
        get={words.podcast}
        apps={[{ target: 'rss', label: 'RSS', href: '#rss' }]}
        onSubmit={onSubmit}
      />
      <WebinarSignup
        id="course"
        get={words.course}
        start="2999-12-03T18:00:00+01:00"
        minutes={45}
        timeZone="Europe/Berlin"
        onSubmit={onSubmit}
      />
      <PushOptIn
        id="push"
        what={words.push[0]}
        often={words.push[1]}
        publicKey="BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U"
        registration={registration}
        onSubmit={onSubmit}
      />
      <CommentForm id="comment" draft={false} onSubmit={onSubmit} />
      <ReviewForm id="review" draft={false} onSubmit={onSubmit} />
      <StepForm id="plan" form={plan} draft={false} history={false} onSubmit={onSubmit} />
      <AccountForm id="account" signInHref="#sign-in" onSubmit={onSubmit} />
      <CallbackRequest
        id="callback"
        country="DE"
        timeZone="Europe/Warsaw"
        now={Date.parse('2046-01-15T07:00:00Z')}
        windows={{ timeZone: 'Europe/Berlin', hours: { 1: hours, 2: hours } }}
        note
        onSubmit={onSubmit}
      />
      <ContactDialog
        id="talk"
        trigger={words.talk[0]}
        title={words.talk[0]}
        fallbackHref="#contact"
        fields={[
          { type: 'email', name: 'email', label: 'E-mail', required: true },
          { type: 'long-text', name: 'message', label: words.talk[1], required: true, maxLength: 1000 },
        ]}
        exchange={{ give: [words.person[0]], get: [words.prices] }}
        onSubmit={onSubmit}
      />
    </>
  );
}

/** A registration whose push service answers at once. */
function worker() {
  let current: object | null = null;
  const subscription = {
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'public', auth: 'secret' } }),
    async unsubscribe() {
      current = null;
      return true;
    },
  };
  const pushManager = {
    getSubscription: async () => current,
    async subscribe() {
      current = subscription;
      return current;
    },
  };
  return { active: {}, pushManager } as unknown as ServiceWorkerRegistration;
}

function planOf({ plan: [title, home, feast, contact, thanks], person }: Words) {
  return defineStepForm({
    steps: {
      need: {
        title,
        fields: [
          {
            type: 'choice',
            name: 'need',
            required: true,
            options: [
              { value: 'home', label: home },
              { value: 'feast', label: feast },
            ],
          },
        ],
      },
      contact: { title: contact, fields: [{ type: 'text', name: 'name', label: person[0], required: true }] },
      review: { review: true },
    },
    endings: { sent: { title: thanks, text: thanks } },
  });
}
