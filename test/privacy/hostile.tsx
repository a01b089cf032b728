import type { ReactElement } from 'react';
import { ContactDialog, ContactDialogTrigger } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
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
