// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { ConsentField, EmailField, PhoneField } from 'smallyes/fields';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

afterEach(() => vi.unstubAllEnvs());

function show(ask: ReactNode) {
  const { Provider } = createRecorder();
  return render(<Provider>{ask}</Provider>);
}

const gate = { id: 'guide', get: 'The guide (PDF)', href: '/guide.pdf', onSubmit: () => undefined } as const;
const text = (name: string) => ({ type: 'text', name, required: true }) as const;
const email = { type: 'email', name: 'email', required: true } as const;
const phone = { type: 'phone', name: 'phone' } as const;

const poll = (exchange?: object) => (
  <Poll
    id="hurdle"
    question="What holds your shop back?"
    options={['Traffic', 'Trust']}
    {...(exchange && { exchange: exchange as { give: string[]; get: string[] } })}
  />
);

/** Something unfair, what is told of it, and its honest twin. */
const of = (what: string, message: RegExp, unfair: ReactNode, fair: ReactNode) =>
  [what, message, unfair, fair] as const;

const cases = [
  of(
    'an exchange that gives nothing back',
    /SY-1301 Poll "hurdle" takes a vote, your branch, and names nothing that comes in return\. Whoever gives/,
    poll({ give: ['a vote', 'your branch'], get: [] }),
    poll({ give: ['a vote'], get: ['how others voted'] }),
  ),
  of(
    'an exchange without anything in return, from plain JavaScript',
    /SY-1301 Poll "hurdle" takes a vote,/,
    poll({ give: ['a vote'] }),
    poll(),
  ),
  of(
    'a gate that says nothing of what is behind it',
    /SY-1301 LeadGate "guide" takes E-mail/i,
    <LeadGate {...gate} get=" " />,
    <LeadGate {...gate} />,
  ),
  of(
    'a weak ask that wants a phone number, as data',
    /SY-1302 LeadGate "guide" is a weak ask \(grade 1\) and wants a phone number\. .* small step\. .*grade=\{2\}/,
    <LeadGate {...gate} grade={1} fields={[phone]} />,
    <LeadGate {...gate} grade={2} fields={[phone]} />,
  ),
  of(
    'a weak ask that wants a phone number, as an element',
    /SY-1302 LeadGate "guide"/,
    <LeadGate {...gate} grade={1} form={<PhoneField name="mobile" />} />,
    <LeadGate {...gate} grade={1} form={<EmailField name="email" />} />,
  ),
  of(
    'a weak ask that lets the browser fill in a phone number',
    /SY-1302 LeadGate "guide"/,
    <LeadGate {...gate} grade={1} fields={[{ ...text('reach'), autoComplete: 'work tel-national' }]} />,
    <LeadGate {...gate} grade={1} fields={[{ ...text('reach'), autoComplete: 'nickname' }]} />,
  ),
  of(
    'a weak form of two fields',
    /SY-1303 LeadGate "guide" shows 2 fields at once; a weak ask may show 1\. Visitors weigh/,
    <LeadGate {...gate} grade={1} fields={[email, text('name')]} />,
    <LeadGate {...gate} grade={1} fields={[email]} consent={{ label: 'Send me news' }} />,
  ),
  of(
    'a medium form of four fields',
    /SY-1303 LeadGate "guide" shows 4 fields at once; a medium ask may show 3\./,
    <LeadGate {...gate} fields={[email, text('name'), text('company'), text('role')]} />,
    <LeadGate {...gate} fields={[email, text('name'), text('company')]} />,
  ),
  of(
    'an address, which is four lines to fill in',
    /SY-1303 LeadGate "guide" shows 4 fields at once/,
    <LeadGate {...gate} fields={[{ type: 'address', name: 'home' }]} />,
    <LeadGate {...gate} fields={[{ type: 'address', name: 'home', parts: ['postalCode', 'city'] }]} />,
  ),
  of(
    'controls of the page in the form, where hidden ones and traps count for nothing',
    /SY-1303 LeadGate "guide" shows 4 fields at once/,
    <LeadGate {...gate} form={strange(<input name="d" aria-label="D" />)} />,
    <LeadGate {...gate} form={strange(null)} />,
  ),
  of(
    'one step of six fields',
    /SY-1303 StepForm "quote" shows 6 fields at once; a strong ask may show 5\./,
    stepForm([2, 6]),
    stepForm([5, 5]),
  ),
  of(
    'a consent that is ticked already',
    /SY-1305 The box "news" in the form of LeadGate "guide" is ticked from the start\. .*C-673\/17/,
    <LeadGate {...gate} form={<ConsentField name="news" label="Yes" render={<input defaultChecked />} />} />,
    <LeadGate {...gate} form={<ConsentField name="news" label="Yes" />} />,
  ),
  of(
    'a box of the page that wins subscribers by itself, and no box that wins none',
    /SY-1305 The box "weekly" in the form of LeadGate "guide"/,
    <LeadGate {...gate} form={box('weekly', 'Subscribe me to the newsletter')} />,
    <LeadGate {...gate} form={box('weekly', 'Weekly figures instead of daily ones')} />,
  ),
];

/** Three fields to fill in, and many that nobody sees or can change. */
function strange(more: ReactNode) {
  return (
    <>
      <input type="hidden" name="origin" />
      <input name="website" tabIndex={-1} autoComplete="off" />
      <div style={{ display: 'none' }}>
        <input name="later" />
      </div>
      <fieldset>
        <input type="radio" name="size" value="s" aria-label="S" />
        <input type="radio" name="size" value="m" aria-label="M" />
      </fieldset>
      <select name="b" aria-label="B" />
      <textarea name="c" aria-label="C" />
      <input name="fixed" readOnly aria-label="Fixed" />
      <input name="off" disabled aria-label="Off" />
      {more}
    </>
  );
}

function box(name: string, label: string) {
  return (
    <label>
      <input type="checkbox" name={name} defaultChecked /> {label}
    </label>
  );
}

function stepForm(sizes: readonly number[]) {
  const steps = sizes.map((size, at) => [
    `step${at}`,
    { title: `Part ${at}`, fields: Array.from({ length: size }, (_, nth) => text(`f${at}x${nth}`)) },
  ]);
  const form = defineStepForm({
    steps: Object.fromEntries(steps),
    endings: { sent: { title: 'Thank you' } },
  });
  return <StepForm id="quote" form={form} draft={false} onSubmit={() => undefined} />;
}

describe('what a developer hears of an unfair ask', () => {
  it.each(cases)('names %s once, with the reason', (_, message, unfair) => {
    expectConsole('warn', message);
    show(unfair);
    show(unfair);
    expect(consoleOutput()).toHaveLength(1);
  });

  it.each(cases)('is nothing of the honest twin of %s', (_, _message, _unfair, fair) => {
    show(fair);
    expect(consoleOutput()).toEqual([]);
  });

  it.each(cases)('is nothing in production of %s', (_, _message, unfair) => {
    vi.stubEnv('NODE_ENV', 'production');
    show(unfair);
    expect(consoleOutput()).toEqual([]);
    cleanup();
  });
});

describe('a button that shames', () => {
  const shameful = [
    'No thanks, I hate saving money',
    'No, I don’t want to stay alive',
    "No thanks, I'd rather pay full price",
    'No, I prefer to bleed to death',
    "I don't like discounts",
    'I’m not serious about growth',
    'Nope, I enjoy losing customers',
    'Nein, ich zahle lieber mehr',
    'Nein danke, ich will nicht sparen',
  ];
  const plain = [
    'No, thanks',
    'Not now',
    'Skip',
    "No, I don't want more e-mails",
    'No, I would rather stay on this page',
    'I prefer to pay by invoice',
    'I don’t need help',
    'I like it',
    'Nein, danke',
    'Ich zahle lieber per Rechnung',
    'I want to save money',
    'No, I love what I have',
  ];
  const skippable = (skip: string) => <LeadGate {...gate} skippable labels={{ skip }} />;

  it.each(shameful)('is named: %s', (words) => {
    expectConsole('warn', `SY-1306 A button of LeadGate "guide" says "${words}". It makes visitors ashamed`);
    show(skippable(words));
  });

  it.each(plain)('is not one that only says no: %s', (words) => {
    show(skippable(words));
    expect(consoleOutput()).toEqual([]);
  });

  it('is looked for in the ask alone, not in one inside it', () => {
    expectConsole('warn', /SY-1306 A button of LeadGate "inner"/);
    show(
      <LeadGate
        {...gate}
        onSubmit={undefined}
        door={<LeadGate {...gate} id="inner" skippable labels={{ skip: 'I hate saving money' }} />}
      />,
    );
    expect(consoleOutput()).toHaveLength(1);
  });
});
