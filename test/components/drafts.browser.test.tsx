import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { Calculator } from 'smallyes/calculator';
import { Checkout } from 'smallyes/checkout';
import { CommentForm } from 'smallyes/comment-form';
import { ContactDialog } from 'smallyes/contact-dialog';
import { type DraftOptions, TextField } from 'smallyes/fields';
import type { FieldSpec } from 'smallyes/form';
import { CommitmentProvider, type CommitmentProviderProps } from 'smallyes/provider';
import { defineQuiz, Quiz } from 'smallyes/quiz';
import { ReviewForm } from 'smallyes/review-form';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { rope } from './quiz.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '');
});

type Sent = () => ReturnType<typeof ok> | Promise<ReturnType<typeof ok>>;
type Given = { readonly onSubmit?: Sent; readonly draft?: DraftOptions };

/** An ask that promises to keep what is typed: how a visitor gets to its field, and what is there. */
interface Keeper {
  readonly name: string;
  /** Where it is kept. */
  readonly key: string;
  /** Anew each time, as pages write it. */
  readonly ask: (given: Given) => ReactNode;
  readonly open?: () => Promise<void>;
  readonly type: () => Promise<void>;
  readonly isThere: () => Promise<void>;
  /** What of it stands in storage. */
  readonly typed: string;
  readonly send?: () => Promise<void>;
}

const words = 'Half a thought';
const fields = (): FieldSpec[] => [{ type: 'text', name: 'words', label: 'Words', required: true }];
const box = (name: string) => page.getByRole('textbox', { name });
const field = (name: string) => page.getByLabelText(name);
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
/** By keys alone: what is typed last is followed by nothing that would leave the field. */
const inBox = (name: string, typed = words) => ({
  typed,
  async type() {
    await userEvent.click(box(name));
    await userEvent.keyboard(typed);
  },
  isThere: () => expect.element(box(name)).toHaveValue(typed),
});

const keepers: Keeper[] = [
  {
    name: 'ContactDialog',
    key: 'draft:contact-dialog|one',
    ask: (given) => (
      <ContactDialog id="one" trigger="Contact us" title="Talk" fields={fields()} onSubmit={ok} {...given} />
    ),
    open: () => press('Contact us'),
    ...inBox('Words'),
    send: () => press('Send'),
  },
  {
    name: 'StepForm',
    key: 'draft:step-form|one',
    ask: (given) => (
      <StepForm
        id="one"
        form={defineStepForm({
          steps: { words: { title: 'Your words', fields: fields() as never } },
          endings: { sent: { title: 'Thank you' } },
        })}
        onSubmit={ok}
        {...given}
      />
    ),
    ...inBox('Words'),
    send: () => press('Send'),
  },
  {
    name: 'CommentForm',
    key: 'draft:comment-form|one',
    ask: (given) => <CommentForm id="one" fields={[]} onSubmit={ok} {...given} />,
    ...inBox('Your comment'),
    send: () => press('Post comment'),
  },
  {
    name: 'ReviewForm',
    key: 'draft:review-form|one',
    ask: (given) => <ReviewForm id="one" fields={[]} onSubmit={ok} {...given} />,
    ...inBox('Your review'),
    async send() {
      (page.getByRole('radio', { name: '4 stars' }).element() as HTMLElement).click();
      await press('Send review');
    },
  },
  {
    name: 'Checkout',
    key: 'draft:checkout|one',
    ask: ({ onSubmit = ok }) => (
      <Checkout
        id="one"
        steps={[{ id: 'address', title: 'Where to?', body: <input aria-label="City" name="city" /> }]}
        onSubmit={onSubmit}
      />
    ),
    ...inBox('City'),
    send: () => press('Place the order'),
  },
  {
    name: 'Calculator',
    key: 'calculator:one',
    ask: ({ onSubmit = ok }) => (
      <Calculator
        id="one"
        label="Your sum"
        inputs={[{ type: 'number', name: 'size', label: 'Size' }]}
        formula={({ size }) => size * 2}
        onSubmit={onSubmit}
      />
    ),
    ...inBox('Size', '41'),
  },
  {
    name: 'Quiz',
    key: 'draft:quiz|one',
    ask: ({ onSubmit = ok }) => <Quiz id="one" quiz={rope} onSubmit={onSubmit} />,
    type: () => userEvent.click(page.getByText('Figure eight')),
    isThere: () => expect.element(page.getByText('Question 2 of 2')).toBeVisible(),
    typed: 'eight',
  },
];
const bag = defineQuiz({
  mode: 'score',
  outcomes: { low: { title: 'Stay at home', to: 0 }, high: { title: 'Off you go', from: 1 } },
  questions: {
    bag: {
      question: 'What is in your bag?',
      multiple: true,
      answers: [
        { value: 'rope', label: 'A rope', correct: true },
        { value: 'tea', label: 'Tea' },
      ],
    },
    who: {
      question: 'Who checks it?',
      answers: [
        { value: 'both', label: 'Both of us', correct: true },
        { value: 'nobody', label: 'Nobody' },
      ],
    },
  },
});
const row = (one: Keeper) => [one.name, one] as const;
const forms = keepers.filter(({ send }) => send);

function ok() {
  return { status: 'ok', order: 'A-1' } as const;
}

/** One load of a page, whose router can take the ask away and bring it back. */
function load(
  { ask }: Pick<Keeper, 'ask'>,
  given: Given = {},
  provider: CommitmentProviderProps = {},
  strict = false,
) {
  const ui = (isHere: boolean, more: CommitmentProviderProps = {}) => {
    const tree = (
      <CommitmentProvider {...provider} {...more}>
        {isHere && ask(given)}
      </CommitmentProvider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  const view = render(ui(true));
  return {
    ...view,
    set: (isHere: boolean, more?: CommitmentProviderProps) => view.rerender(ui(isHere, more)),
  };
}

const keys = () => [localStorage, sessionStorage].map((one) => JSON.stringify(one));
/** What is in storage once the page goes, whatever was waited for. */
function leave() {
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const hide = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  window.dispatchEvent(new Event('pagehide'));
  document.dispatchEvent(new Event('visibilitychange'));
  hidden.mockRestore();
  hide.mockRestore();
}
/** The code of forms that comes late. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('what was typed is there', () => {
  it.each(keepers.flatMap((one) => [false, true].map((strict) => [one.name, strict, one] as const)))(
    'after another page of the router: %s (StrictMode %s)',
    async (_, strict, one) => {
      const { set } = load(one, {}, {}, strict);
      await one.open?.();
      await settled();
      await one.type();
      set(false);
      set(true);
      await one.open?.();
      await one.isThere();
    },
  );

  it.each(keepers.map(row))('after a reload at once: %s', async (_, one) => {
    const first = load(one);
    await one.open?.();
    await settled();
    await one.type();
    leave();
    expect(keys()[0]).toContain(one.typed);
    // As a browser does it: nothing is taken down.
    const kept = localStorage.getItem(`smallyes:${one.key}`)!;
    first.unmount();
    history.replaceState(null, '');
    sessionStorage.clear();
    localStorage.setItem(`smallyes:${one.key}`, kept);
    load(one);
    await one.open?.();
    await one.isThere();
  });

  it.each(keepers.map(row))('where storage throws, for this page: %s', async (_, one) => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { set } = load(one);
    await one.open?.();
    await settled();
    await one.type();
    await new Promise((resolve) => setTimeout(resolve, 900));
    set(false);
    set(true);
    await one.open?.();
    await one.isThere();
    full.mockRestore();
  });

  it.each(keepers.flatMap((one) => [true, false].map((isTurnedTo) => [one.name, isTurnedTo, one] as const)))(
    'where the visitor’s word on storage comes late: %s (turned to before: %s)',
    async (_, isTurnedTo, one) => {
      const first = load(one);
      await one.open?.();
      await settled();
      await one.type();
      await new Promise((resolve) => setTimeout(resolve, 900));
      leave();
      first.unmount();
      history.replaceState(null, '');
      // The pointer may lie where the ask comes.
      await userEvent.unhover(document.body);
      const second = load(one, {}, { consent: {} });
      await one.open?.();
      await settled();
      // Turning to it has brought the code that would bring the draft back.
      if (isTurnedTo) await userEvent.hover(document.querySelector('form')!);
      await settled();
      second.set(true, { consent: { functional: 'granted' } });
      await one.isThere();
    },
  );

  it.each(keepers.map(row))(
    'while its page renders again with everything written anew: %s',
    async (_, one) => {
      const { set } = load(one);
      await one.open?.();
      await settled();
      await one.type();
      const { activeElement } = document;
      for (let round = 0; round < 3; round++) set(true);
      await one.isThere();
      expect(document.activeElement).toBe(activeElement);
    },
  );
});

describe('a word on storage that comes while the visitor is under way', () => {
  const steps = ['address', 'payment'].map((id) => ({
    id,
    title: `Your ${id}`,
    body: <input aria-label={id} name={id} />,
  }));
  const shop = { ask: () => <Checkout id="one" steps={steps} onSubmit={ok} /> };
  /** Fills in the first step on an earlier page, and what comes after; then another one, where nothing may be read yet. */
  async function comeBack(one: Pick<Keeper, 'ask'>, type: () => Promise<void>) {
    const first = load(one);
    await settled();
    await type();
    await settled();
    first.unmount();
    sessionStorage.clear();
    history.replaceState(null, '');
    const second = load(one, {}, { consent: {} });
    await userEvent.hover(document.querySelector('form')!);
    await settled();
    return () => second.set(true, { consent: { functional: 'granted' } });
  }
  const toPayment = async () => {
    await userEvent.fill(field('address'), 'Graz');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Your payment' })).toHaveFocus();
  };

  it('leaves who types into a first step of a Checkout there', async () => {
    const say = await comeBack(shop, toPayment);
    await userEvent.fill(field('address'), 'Wien');
    say();
    await settled();
    expect(document.querySelector('[data-current]')?.textContent).toContain('Your address');
    await expect.element(field('address')).toHaveValue('Wien');
  });

  const stepOf = (name: string) => ({
    title: `Your ${name}`,
    fields: [{ type: 'text', name, label: name, required: true }] as never,
  });
  const form = defineStepForm({
    steps: { words: stepOf('words'), name: stepOf('name') },
    endings: { sent: { title: 'Thank you' } },
  });
  const wizard = { ask: () => <StepForm id="one" form={form} onSubmit={ok} /> };
  const toName = async () => {
    await userEvent.fill(box('words'), 'before');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Your name' })).toHaveFocus();
    await settled();
  };
  const step = () => document.querySelector<HTMLElement>('[data-step]')?.dataset['step'];

  it('leads who has turned to a StepForm to the step of before', async () => {
    const say = await comeBack(wizard, toName);
    say();
    await expect.poll(step).toBe('name');
    await press('Back');
    await expect.element(box('words')).toHaveValue('before');
  });

  it('leaves who types into a first step of a StepForm there, and what is typed', async () => {
    const say = await comeBack(wizard, toName);
    await userEvent.fill(box('words'), 'now');
    // At once: what is typed is not noted yet.
    say();
    await settled();
    expect(step()).toBe('words');
    await expect.element(box('words')).toHaveValue('now');
  });

  it('takes an order of before for no order of now', async () => {
    const say = await comeBack(shop, async () => {
      await toPayment();
      await press('Place the order');
      await expect.element(page.getByText('Order A-1')).toBeVisible();
    });
    say();
    await settled();
    // Something that another tab has written.
    dispatchEvent(new StorageEvent('storage', { key: 'theirs' }));
    await settled();
    await expect.element(field('address')).toBeVisible();
  });

  it('leaves who ticks answers of a Quiz there, and what is ticked', async () => {
    const box = (name: string) => page.getByRole('checkbox', { name });
    const say = await comeBack({ ask: () => <Quiz id="one" quiz={bag} /> }, async () => {
      await userEvent.click(page.getByText('A rope'));
      await press('Next');
      await expect.element(page.getByText('Question 2 of 2')).toBeVisible();
    });
    await userEvent.click(page.getByText('Tea'));
    say();
    await settled();
    await expect.element(page.getByText('Question 1 of 2')).toBeVisible();
    await expect.element(box('Tea')).toBeChecked();
    await expect.element(box('A rope')).not.toBeChecked();
  });
});

describe('several places of one ask', () => {
  it('keep what was typed last, in whichever a Calculator was answered before', async () => {
    const calculator = (label: string) => (
      <Calculator
        id="one"
        placement={label}
        label={label}
        inputs={[{ type: 'number', name: 'size', label }]}
        formula={({ size }) => size * 2}
        onSubmit={ok}
      />
    );
    const ui = (isFirstHere: boolean) => (
      <CommitmentProvider>
        {isFirstHere && calculator('Above')}
        {calculator('Below')}
      </CommitmentProvider>
    );
    const { rerender } = render(ui(true));
    await settled();
    await userEvent.fill(box('Above'), '11');
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(box('Below'), '22');
    const kept = () => localStorage.getItem('smallyes:calculator:one');
    await expect.poll(kept).toContain('22');
    rerender(ui(false));
    leave();
    expect(kept()).toContain('22');
  });
});

describe('once it is sent', () => {
  it.each(forms.map(row))('nothing is kept: %s', async (_, one) => {
    load(one);
    await one.open?.();
    await settled();
    await one.type();
    await one.send?.();
    await expect.poll(() => localStorage.getItem(`smallyes:${one.key}`)).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 900));
    leave();
    expect(keys().join()).not.toContain(one.typed);
  });

  it.each(forms.map(row))('nothing is kept, although its page has gone meanwhile: %s', async (_, one) => {
    let answer = () => {};
    const onSubmit = () =>
      new Promise<ReturnType<typeof ok>>((resolve) => {
        answer = () => resolve(ok());
      });
    const { set } = load(one, { onSubmit });
    await one.open?.();
    await settled();
    await one.type();
    await one.send?.();
    await settled();
    set(false);
    answer();
    await settled();
    leave();
    expect(keys().join()).not.toContain(one.typed);
  });
});

describe('what leaves out what must not be kept', () => {
  const scrubbing = keepers.filter(({ name }) => /Form|Dialog/.test(name));
  it.each(scrubbing.map(row))('takes no page down where it fails, and keeps nothing: %s', async (_, one) => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const fault = new Error('of the page');
    const scrub = () => {
      throw fault;
    };
    const { set } = load(one, { draft: { scrub } });
    await one.open?.();
    await settled();
    await one.type();
    set(false);
    set(true);
    await one.open?.();
    await expect.element(page.getByRole('textbox').first()).toHaveValue('');
    expect(reported).toHaveBeenCalledWith(fault);
    expect(keys().join()).not.toContain(one.typed);
    vi.unstubAllGlobals();
  });
});

describe('a draft of another definition', () => {
  const text = { type: 'text', name: 'one', label: 'One' } as const;
  const address = { type: 'address', name: 'one', label: 'One', parts: ['street', 'city'] } as const;
  const choice = { type: 'choice', name: 'one', label: 'One', options: ['A', 'B'] } as const;
  const choices = { type: 'choices', name: 'one', label: 'One', options: ['A', 'B'] } as const;
  const consent = { type: 'consent', name: 'one', label: 'Send me news' } as const;
  const number = { type: 'number', name: 'one', label: 'One' } as const;
  it.each([
    ['an address for a text', text, { street: 'Ring 1', city: 'Graz' }, ''],
    ['a list for a text', text, ['A', 'B'], ''],
    ['a number for a text', text, 7, ''],
    ['a text for an address', address, 'Ring 1', { street: '', city: '' }],
    ['a text for a choice', choice, 'C', undefined],
    ['a list for a choice', choice, ['A'], undefined],
    ['a text for choices', choices, 'A', ['A']],
    ['an object for choices', choices, { a: 1 }, []],
    ['a text for a number', number, 'many', undefined],
    ['null for a text', text, null, ''],
    ['a text for a box to tick', consent, 'on', false],
  ] as const)('shows and sends what fits: %s', async (_, spec, value, fitting) => {
    expectConsole('warn', 'SY-1303');
    const note = { v: 1, t: Date.now(), values: { one: value, other: 'Kept' } };
    localStorage.setItem('smallyes:draft:comment-form|one', JSON.stringify(note));
    const sent: Readonly<Record<string, unknown>>[] = [];
    const { container } = render(
      <CommitmentProvider>
        <CommentForm
          id="one"
          fields={[{ type: 'text', name: 'other', label: 'Other' }, spec] as never}
          onSubmit={(values) => void sent.push({ ...values })}
        />
      </CommitmentProvider>,
    );
    await expect.element(box('Other (optional)')).toHaveValue('Kept');
    await userEvent.fill(box('Your comment'), 'Fine');
    const shown = [...new FormData(container.querySelector('form')!)].filter(
      ([name, text]) => name.startsWith('one') && text,
    );
    await press('Post comment');
    await expect.poll(() => sent[0]?.['other']).toBe('Kept');
    expect(sent[0]?.['one']).toEqual(fitting);
    expect(shown.map(([, text]) => text)).toEqual(Array.isArray(fitting) ? fitting : []);
  });
});

describe('fields', () => {
  it('of the same name in a step each come back as they were', async () => {
    const body = (
      <>
        <input aria-label="First guest" name="guest" />
        <input aria-label="Second guest" name="guest" />
        <textarea aria-label="Words" name="words" />
      </>
    );
    const ui = (
      <CommitmentProvider>
        <Checkout id="one" steps={[{ id: 'address', title: 'Where to?', body }]} onSubmit={() => {}} />
      </CommitmentProvider>
    );
    const first = render(ui);
    await settled();
    await userEvent.fill(field('First guest'), 'Ada');
    await userEvent.fill(field('Second guest'), 'Eve');
    await userEvent.fill(field('Words'), 'w'.repeat(1_500));
    await userEvent.tab();
    first.unmount();
    render(ui);
    await expect.element(field('Second guest')).toHaveValue('Eve');
    await expect.element(field('First guest')).toHaveValue('Ada');
    await expect.element(field('Words')).toHaveValue('w'.repeat(1_500));
  });

  it('that a browser keeps hidden are in no draft, whatever they are called', async () => {
    render(
      <CommitmentProvider>
        <ContactDialog id="one" trigger="Contact us" title="Talk" onSubmit={() => {}}>
          <TextField name="words" label="Words" required />
          <TextField name="login" label="Login" required render={<input type="password" />} />
        </ContactDialog>
      </CommitmentProvider>,
    );
    await userEvent.click(page.getByRole('button', { name: 'Contact us' }));
    await userEvent.fill(field('Words'), 'plain');
    await userEvent.fill(field('Login'), 'hush');
    await expect.poll(() => JSON.stringify(localStorage)).toContain('plain');
    await settled();
    expect(JSON.stringify(localStorage)).not.toContain('hush');
  });
});
