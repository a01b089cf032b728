// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { type ComponentType, createElement } from 'react';
import { renderToString } from 'react-dom/server';
import * as kit from 'smallyes';
import { CommitmentProvider } from 'smallyes/provider';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  // Not there in jsdom.
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
});

type Props = Readonly<Record<string, unknown>>;

const asks: Readonly<Record<string, unknown>> = kit;

/** An ask as JavaScript and content systems write it: no type looks at the props. */
function ask(name: string, props: Props) {
  return (
    <CommitmentProvider>
      {createElement(asks[name] as ComponentType<Props>, { id: 'it', onSubmit() {}, ...props })}
    </CommitmentProvider>
  );
}

async function show(name: string, props: Props): Promise<HTMLElement> {
  const { container } = render(ask(name, props));
  await act(async () => {});
  return container;
}

const step = { id: 'a', title: 'A' };
const total = { amount: 49, currency: 'EUR' };
const number = { type: 'number', name: 'orders', label: 'Orders', defaultValue: 1 };
const calculator = { label: 'Savings', formula: () => 1 };
const topic = { get: 'Letters' };
const webinar = { get: 'A seat', start: '2126-12-03T18:00:00+01:00' };
const media = { label: 'A tour', sources: '/tour.mp4' };
const place = { url: 'https://shop.example/soles' };

describe('a required prop that is missing, or a list that is none', () => {
  it.each<[name: string, props: Props, message: string | RegExp]>([
    ['AddToCartButton', {}, 'SY-1541 AddToCartButton "it" was given a product with nothing in it.'],
    ['AddToCartButton', { product: null }, 'SY-1541'],
    ['Calculator', calculator, 'SY-1511 Calculator "it" has inputs or results'],
    ['Calculator', { ...calculator, inputs: 'orders' }, 'SY-1511'],
    ['Calculator', { ...calculator, inputs: [number, null] }, 'SY-1511'],
    ['Poll', { options: ['a', 'b'] }, 'SY-205 Poll "it" asks nothing'],
    ['Checkout', { steps: null }, 'SY-1547 Checkout "it" cannot work as it is written: it has no steps'],
    ['Checkout', { steps: { a: 1 } }, 'SY-1547'],
    ['Checkout', { steps: ['cart'] }, 'SY-1547'],
    ['Checkout', { steps: [step, { title: 'Typo' }] }, /SY-1547 .* a step without an id, which is left out/],
    ['Checkout', { steps: [step], order: {} }, 'SY-1547'],
    ['Checkout', { steps: [step], order: { lines: [] } }, 'SY-1547'],
    [
      'Checkout',
      { steps: [step], onSubmit() {}, order: { total, lines: [null], sums: [null] } },
      /SY-1547 .* a line that is null, which is left out/,
    ],
    ['OfferFilter', {}, 'SY-1525 OfferFilter "it" has an unusable facet: facets is undefined.'],
    ['OfferFilter', { facets: null }, 'SY-1525'],
    ['OfferFilter', { facets: 'level' }, 'SY-1525'],
    ['OfferFilter', { facets: [null] }, 'SY-1525'],
    ['StoryPath', { steps: 'x' }, 'SY-1451 StoryPath "it" has less than two steps.'],
    ['StoryPath', { steps: ['a', 'b'] }, 'SY-1451'],
    ['Challenge', { title: 'Five days', tasks: { a: 1 } }, 'SY-1451 Challenge "it" has no tasks.'],
    ['Challenge', { title: 'Five days', tasks: ['a'] }, 'SY-1451'],
    [
      'Challenge',
      { title: 'Five days', tasks: [step, null] },
      /SY-1451 .* a task without an id, which is left/,
    ],
    [
      'StoryPath',
      { steps: [step, { id: 'b', title: 'B' }, {}] },
      /SY-1451 .* a step without an id, which is/,
    ],
    ['LeadGate', { get: 'The list', fields: 'email', href: '/list' }, 'SY-501 The form of LeadGate "it"'],
    ['NewsletterForm', { ...topic, fields: {} }, 'SY-501 The form of NewsletterForm "it"'],
    ['NewsletterForm', { ...topic, topics: 'news' }, 'SY-501'],
    ['NewsletterForm', { ...topic, topics: { a: 1 } }, 'SY-501'],
    ['NewsletterForm', { ...topic, frequencies: [null] }, 'SY-501'],
    ['AccountForm', { fields: 'name' }, 'SY-501 The form of AccountForm "it"'],
    ['CommentForm', { fields: 12 }, 'SY-501 The form of CommentForm "it"'],
    ['ReviewForm', { fields: {} }, 'SY-501 The form of ReviewForm "it"'],
    ['CallbackRequest', { countries: [{}] }, 'SY-1534 CallbackRequest "it" was given the country {}.'],
    ['PodcastSubscribe', { ...topic, apps: ['spotify'] }, 'SY-110 The app "undefined"'],
    ['PodcastSubscribe', { ...topic, apps: { a: 1 } }, 'SY-110'],
    ['Reactions', { set: ['a'] }, 'SY-1414 Reactions "it" was given a list'],
    ['VideoPlayer', { ...media, tracks: ['en.vtt'] }, 'SY-1414 VideoPlayer "it"'],
    ['VideoPlayer', { ...media, tracks: [], chapters: { a: 1 } }, 'SY-1405 VideoPlayer "it"'],
    ['AudioPlayer', { ...media, chapters: 'x' }, 'SY-1405 AudioPlayer "it"'],
  ])('%s with %j is told once', async (name, props, message) => {
    expectConsole('warn', message);
    await show(name, props);
  });

  it.each<[name: string, props: Props]>([
    ['LeadGate', { get: 'The list', fields: null, href: '/list' }],
    ['LeadGate', { get: 'The list', fields: [null], href: '/list' }],
    ['NewsletterForm', { ...topic, fields: null, topics: null, frequencies: null }],
    ['CallbackRequest', { countries: null }],
    ['ShareButton', { ...place, targets: null }],
    ['Reactions', { set: null }],
    ['WebinarSignup', { ...webinar, calendars: null }],
    ['PodcastSubscribe', { ...topic, apps: null }],
    ['VideoPlayer', { ...media, tracks: [], chapters: null }],
    ['Challenge', { title: 'Five days', tasks: [step], done: null }],
  ])('%s with %j goes on as if nothing was given', async (name, props) => {
    expect((await show(name, props)).textContent).not.toBe('');
  });

  it('ContactDialog tells of fields that are none when it opens', async () => {
    expectConsole('warn', 'SY-501 The form of ContactDialog "it"');
    await show('ContactDialog', { title: 'Write to us', fields: {}, defaultOpen: true, unprompted: true });
    expect(await screen.findByRole('button', { name: 'Send' })).toBeTruthy();
  });

  const bad = [undefined, null, 'x', 12, {}, { a: 1 }, [], [null], ['x'], [{}]];
  const plain: Readonly<Record<string, readonly [lists: readonly string[], others: Props]>> = {
    AccountForm: [['fields'], {}],
    AddToCartButton: [['product'], {}],
    AudioPlayer: [['sources', 'tracks', 'chapters'], media],
    Calculator: [['inputs', 'result', 'posted'], { ...calculator, inputs: [number] }],
    CallbackRequest: [['countries', 'windows'], {}],
    Challenge: [['tasks', 'done', 'defaultDone'], { title: 'Five days', tasks: [step] }],
    Checkout: [['steps', 'order'], { steps: [step] }],
    CommentForm: [['fields'], {}],
    ContactDialog: [['fields'], { title: 'T', trigger: 'T', defaultOpen: true, unprompted: true }],
    DownloadLink: [['href', 'target'], { href: '/a.pdf', target: 'list' }],
    FollowLink: [['href', 'target'], { href: '/a', target: 'x' }],
    LeadGate: [['fields', 'unlockBy'], { get: 'The list', href: '/list' }],
    NewsletterForm: [['fields', 'topics', 'frequencies'], topic],
    OfferFilter: [['facets'], {}],
    PodcastSubscribe: [['apps', 'fields'], topic],
    Reactions: [['set', 'value', 'counts'], {}],
    ReviewForm: [['fields'], {}],
    ShareButton: [['targets'], place],
    StoryPath: [['steps'], {}],
    VideoPlayer: [['sources', 'tracks', 'chapters'], media],
    WebinarSignup: [['calendars', 'fields'], webinar],
  };
  it.each(Object.entries(plain))('takes no page down: %s', async (name, [lists, others]) => {
    // Messages, and what React says of the keys of entries without names.
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    for (const list of lists)
      for (const given of bad) {
        const props = { ...others, [list]: given };
        expect(() => renderToString(ask(name, props)), `${list}=${JSON.stringify(given)}`).not.toThrow();
        await show(name, props);
      }
  });
});

describe('an order without a total', () => {
  it('cannot be paid, and is not called empty', async () => {
    expectConsole('warn', 'SY-1547');
    const onSubmit = vi.fn();
    const body = ({ goOn }: { goOn: () => void }) => (
      <button type="button" onClick={goOn}>
        Our own
      </button>
    );
    const order = { lines: [{ id: 'mill', name: 'Grinder', amount: 49 }] };
    const shown = await show('Checkout', { steps: [{ ...step, body }], order, onSubmit });
    expect(shown.textContent).not.toContain('empty');
    fireEvent.click(screen.getByText('Our own'));
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('a product', () => {
  it('that has not come yet has no button, and one that comes has', async () => {
    expectConsole('warn', 'SY-1541');
    const { container, rerender } = render(ask('AddToCartButton', { product: undefined }));
    expect(container.textContent).toBe('');
    rerender(ask('AddToCartButton', { product: { id: 'x', name: 'Grinder', price: total } }));
    expect(container.querySelector('button')?.textContent).toBe('Add to cart Grinder€49.00');
  });

  it('with a currency that is none is shown as it was written, as the message says', async () => {
    expectConsole('warn', /SY-1541 .*"EURO".* Events leave out .* the button shows what can be read of it/);
    const price = { amount: 1, currency: 'EURO' };
    const shown = await show('AddToCartButton', { product: { id: 'x', name: 'Grinder', price } });
    expect(shown.querySelector('button')?.textContent).toBe('Add to cart Grinder1 EURO');
  });
});

describe('a link without what it needs', () => {
  it.each(['FollowLink', 'DownloadLink'])('is SY-1415: %s', async (name) => {
    expectConsole('warn', `SY-1415 ${name} "it" has no href.`);
    expectConsole('warn', `SY-1415 ${name} "it" has no target.`);
    expect((await show(name, {})).textContent).not.toMatch(/undefined/i);
  });

  it('is told where an app or a place to share in has none', async () => {
    const { container } = render(
      ask('ShareButton', { ...place, targets: ['mail', { name: 'x', label: 'X' }] }),
    );
    expect([...container.querySelectorAll('[data-method=x]')]).toEqual([]);
  });
});

describe('a lock that no kind fits', () => {
  it('is SY-808 for what is nearly a kind of the kit, and silent for ids and kinds of your own', async () => {
    expectConsole('warn', /SY-808 .*"it" has "poll.vot".* If "poll.vote" is meant/);
    const unlockBy = ['poll.vot', 'poll.vote', 'hurdle', 'loan-slider.choose'];
    await show('LeadGate', { get: 'The list', href: '/list', unlockBy });
  });
});
