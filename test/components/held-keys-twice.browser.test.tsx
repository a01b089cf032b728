import { render } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { Calculator } from 'smallyes/calculator';
import { Checkout } from 'smallyes/checkout';
import { ContactDialog } from 'smallyes/contact-dialog';
import { TextField } from 'smallyes/fields';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { OfferFilter } from 'smallyes/offer-filter';
import { defineFacets } from 'smallyes/offer-filter/define';
import { PushOptIn } from 'smallyes/push-opt-in';
import { Quiz } from 'smallyes/quiz';
import { SearchBox } from 'smallyes/search-box';
import { StarRating } from 'smallyes/star-rating';
import { StoryPath } from 'smallyes/story-path';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { mountAudio } from './player.support.tsx';
import { rope } from './quiz.support.tsx';

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '');
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const press = (name: string | RegExp) => userEvent.click(button(name));
const total = { amount: 20, currency: 'EUR' };
const order = { lines: [{ id: 'mug', name: 'A mug' }], total };
const pay = [{ id: 'payment', title: 'Payment', body: <p>Card</p> }];

function mount(ask: ReactNode) {
  const recorder = createRecorder();
  return { recorder, ...render(<recorder.Provider>{ask}</recorder.Provider>) };
}

/** Counts a question to the server, and gives its answer. */
type Ask = <Answer>(answer: Answer) => Answer;

/** Holds Enter on a control, once it is there. */
async function hold(control: Locator) {
  await expect.element(control).toBeVisible();
  (control.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter>30/}');
}

describe('Enter that is held asks the server once, although', () => {
  const failed = { status: 'failed' } as const;
  const near = defineFacets([{ type: 'distance', name: 'near', label: 'Where', within: [5] }]);
  it.each<[string, (ask: Ask) => ReactNode, () => Promise<Locator>]>([
    [
      'an order fails',
      (ask) => <Checkout id="c" steps={pay} order={order} onSubmit={() => ask(failed)} />,
      async () => button(/^Pay/),
    ],
    [
      'a step of a checkout is held up',
      (ask) => (
        <Checkout
          id="c"
          steps={[
            { id: 'address', title: 'Where to?', body: <input aria-label="City" name="city" /> },
            ...pay,
          ]}
          onLeaveStep={() => ask('We do not deliver there.')}
          onSubmit={() => {}}
        />
      ),
      async () => page.getByRole('textbox', { name: 'City' }),
    ],
    [
      'a result that is taken fails',
      (ask) => (
        <Calculator
          id="sum"
          label="Your sum"
          inputs={[{ type: 'number', name: 'size', label: 'Size', defaultValue: 2 }]}
          formula={({ size }) => Number(size) * 2}
          onSubmit={() => ask(failed)}
        />
      ),
      async () => page.getByRole('textbox', { name: 'Size' }),
    ],
    [
      'a search ends at once',
      (ask) => <SearchBox id="search" onSearch={() => ask(3)} />,
      async () => {
        const field = page.getByRole('searchbox');
        await userEvent.fill(field, 'rope');
        return field;
      },
    ],
    [
      'a mail fails to go once more',
      (ask) => (
        <NewsletterForm
          id="letter"
          get="A letter"
          resendAfter={0}
          onSubmit={(_, { isResend }) => (isResend ? ask(failed) : { status: 'pending' })}
        />
      ),
      async () => {
        await userEvent.fill(page.getByRole('textbox'), 'ada@example.com');
        await userEvent.keyboard('{Enter}');
        return button('Send it again');
      },
    ],
    [
      'a position cannot be found at once',
      (ask) => {
        vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation(() => ask(undefined));
        return <OfferFilter id="offers" facets={near} results={() => []} url={false} />;
      },
      async () => button('Use my position'),
    ],
    [
      'a rating with words fails',
      (ask) => <StarRating id="stars" label="How was it?" comment onSubmit={() => ask(failed)} />,
      async () => {
        page.getByRole('radio', { name: '4 stars' }).element().focus();
        await userEvent.keyboard(' ');
        return button('Send rating');
      },
    ],
  ])('%s', async (what, ask, find) => {
    const asked = vi.fn((answer: unknown) => answer);
    mount(ask(asked as Ask));
    const control = await find();
    asked.mockClear();
    await hold(control);
    await expect.poll(() => asked.mock.calls.length, { message: what }).toBe(1);
  });
});

describe('Enter that is held goes one step:', () => {
  const facets = defineFacets([
    { type: 'choices', name: 'level', label: 'Level', options: ['Easy', 'Fair', 'Hard'] },
  ]);
  const results = () => ['Run', 'Row'];

  it('takes one filter away of several', async () => {
    const defaultValues = { level: ['Easy', 'Fair', 'Hard'] as const };
    mount(<OfferFilter id="offers" {...{ facets, results, defaultValues }} url={false} />);
    await hold(button('Remove the filter Level: Easy'));
    await expect.element(button('Remove the filter Level: Hard')).toBeVisible();
    expect(page.getByRole('button', { name: /^Remove/ }).elements()).toHaveLength(2);
  });

  it('tells what was right, and stays there until it is read', async () => {
    mount(<Quiz id="rope" quiz={rope} feedback="answer" />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await hold(button('Check my answer'));
    await expect.element(page.getByText('Not quite.')).toBeVisible();
    await expect.element(page.getByText('Question 1 of 2')).toBeVisible();
  });

  it('agrees to another total, and pays nothing', async () => {
    const onSubmit = vi.fn(() => ({ status: 'ok', order: 'A-1' }) as const);
    let change = () => {};
    function Shop() {
      const [amount, setAmount] = useState(20);
      change = () => setAmount(30);
      return (
        <Checkout id="c" steps={pay} order={{ ...order, total: { ...total, amount } }} onSubmit={onSubmit} />
      );
    }
    mount(<Shop />);
    change();
    await hold(button('That is right'));
    await expect.element(button(/^Pay/)).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('shows what asks for messages again, and asks the browser for nothing', async () => {
    const requestPermission = vi.fn(async () => 'default');
    vi.stubGlobal('Notification', { permission: 'default', requestPermission });
    mount(
      <PushOptIn
        id="news"
        what="News"
        often="Seldom"
        skippable
        publicKey={`B${'x'.repeat(86)}`}
        serviceWorkerUrl="/sw.js"
        onSubmit={() => {}}
      />,
    );
    await press('No, thanks');
    await hold(button('Show it again'));
    await expect.element(button('Allow messages')).toHaveFocus();
    expect(requestPermission).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('reads on by one step of a story', async () => {
    const steps = ['One', 'Two', 'Three'].map((title) => ({ id: title.toLowerCase(), title }));
    const { recorder } = mount(<StoryPath id="story" steps={steps} />);
    await hold(button('Go on'));
    await expect.element(page.getByRole('heading', { name: 'Two' })).toHaveFocus();
    expect(recorder.phases()).not.toContain('story-path.finish committed');
  });

  it('begins a recording once', async () => {
    const { recorder } = mountAudio();
    const start = vi.spyOn(HTMLMediaElement.prototype, 'play');
    await hold(button(/^Listen/));
    await expect.poll(() => recorder.phases().filter((line) => line.endsWith('committed')).length).toBe(1);
    expect(start).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });
});

it('Escape that is held closes what a search offers, and leaves the words', async () => {
  mount(<SearchBox id="search" action="/search" suggest={() => ['rope', 'roof']} />);
  const field = page.getByRole('combobox');
  await userEvent.click(page.getByRole('searchbox').or(field));
  await userEvent.keyboard('ro');
  await expect.element(page.getByRole('option', { name: 'rope' })).toBeVisible();
  await userEvent.keyboard('{Escape>9/}');
  await expect.poll(() => page.getByRole('option').elements().length).toBe(0);
  await expect.element(field).toHaveValue('ro');
});

it('Escape that is held closes a list in a dialog, and leaves the dialog', async () => {
  function Towns() {
    const [isOpen, setOpen] = useState(true);
    const close = ({ key }: { readonly key: string }) => setOpen(isOpen && key !== 'Escape');
    return <input aria-label="Town" role="combobox" aria-expanded={isOpen} onKeyDown={close} />;
  }
  mount(
    <ContactDialog id="talk" trigger="Contact us" title="Talk" onSubmit={() => {}}>
      <TextField name="words" label="Words" />
      <Towns />
    </ContactDialog>,
  );
  await press('Contact us');
  const field = page.getByRole('combobox', { name: 'Town' });
  await userEvent.click(field);
  await userEvent.keyboard('{Escape>30/}');
  await expect.element(field).toHaveAttribute('aria-expanded', 'false');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Contact us')).toHaveFocus();
});
