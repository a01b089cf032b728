import { render } from '@testing-library/react';
import { Component, lazy, Profiler, type ReactNode, Suspense } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { ContactDialog, ContactDialogTrigger } from 'smallyes/contact-dialog';
import { useLadder } from 'smallyes/guidance';
import { defineLadder } from 'smallyes/ladder';
import { NextAsk, type NextAskProps } from 'smallyes/next-ask';
import { Poll } from 'smallyes/poll';
import { CommitmentProvider } from 'smallyes/provider';
import { StarRating, type StarRatingElement } from 'smallyes/star-rating';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { SettingsContext } from '../../src/provider/context.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import {
  asks,
  group,
  ladder,
  mount,
  notNow,
  pick,
  rating,
  refusable,
  spoken,
  spot,
  star,
} from './next-ask.support.tsx';

const settings = {
  locale: 'en',
  labels: {},
  nonce: undefined,
  ladder,
  remembered: { notes: {}, time: Date.now() },
};

const frames = (count = 2) =>
  new Promise<void>((done) => {
    const wait = (left: number) => (left ? requestAnimationFrame(() => wait(left - 1)) : done());
    wait(count);
  });

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describeConformance('NextAsk', {
  keepsRoot: true,
  component: 'next-ask',
  withoutNext: true,
  learnsLate: true,
  // The suite knows asks: the id, and what hears the events, are those of the ask that is shown. The ladder comes without a
  // provider, so that the suite can leave its own out.
  render: ({ id = 'article', onCommit, onEvent, ...props }) => (
    <SettingsContext value={settings}>
      <NextAsk
        asks={{
          article: <StarRating id={id} label="How is the article?" onCommit={onCommit} onEvent={onEvent} />,
        }}
        {...props}
      />
    </SettingsContext>
  ),
  commit: () => pick('article'),
  events: ['star-rating.rate seen', 'star-rating.rate started', 'star-rating.rate committed'],
  vetoes: [],
});

describe('the asks of a spot', () => {
  it('come one after the other: the answered one stays with its thanks, the next stands below', async () => {
    const { recorder } = mount();
    await expect.element(group('article')).toBeVisible();
    expect(document.querySelectorAll('.sy-star-rating')).toHaveLength(1);
    const first = document.querySelector('.sy-star-rating');
    await pick('article');
    await expect.element(group('author')).toBeVisible();
    expect(document.querySelector('.sy-star-rating')).toBe(first);
    expect(first?.textContent).toContain('You rated 4 of 5');
    expect(
      [...document.querySelectorAll('.sy-next-ask-item')].map((item) => item.getAttribute('data-state')),
    ).toEqual(['answered', 'open']);
    await pick('author');
    await expect.element(group('site')).toBeVisible();
    expect(group('article').query()).toBeNull();
    await pick('site');
    await vi.waitFor(() => expect(spot().dataset['ask']).toBeUndefined());
    expect(group('site').query()).not.toBeNull();
    expect(recorder.commitments.map(({ ask }) => ask.id)).toEqual(['article', 'author', 'site']);
  });

  it.each([false, true])('record exactly their events, StrictMode %s', async (strict) => {
    const { recorder } = mount({}, { strict });
    await recorder.waitFor('star-rating.rate seen');
    await pick('article');
    await vi.waitFor(() => expect(recorder.phases('author')).toHaveLength(1), 5_000);
    expectEvents(recorder, [
      'star-rating.rate seen',
      'star-rating.rate started',
      'star-rating.rate committed',
      'star-rating.rate seen',
    ]);
    expect(recorder.events.map(({ ladder }) => ladder)).toEqual([
      { id: 'visit', rung: 1, of: 3, next: 'author' },
      { id: 'visit', rung: 1, of: 3, next: 'author' },
      { id: 'visit', rung: 1, of: 3, next: 'author' },
      { id: 'visit', rung: 2, of: 3, next: 'site' },
    ]);
  });

  it('are made only when they come: a function runs for the chosen one alone', async () => {
    const made: string[] = [];
    const make = (id: string) => () => {
      made.push(id);
      return rating(id);
    };
    mount({ asks: { article: make('article'), author: make('author'), site: make('site') } });
    await expect.element(group('article')).toBeVisible();
    expect(new Set(made)).toEqual(new Set(['article']));
    await pick('article');
    await expect.element(group('author')).toBeVisible();
    expect(made).not.toContain('site');
  });

  it('may load late without blanking the page around them', async () => {
    let arrive = (_: { default: () => ReactNode }) => {};
    const Late = lazy(() => new Promise<{ default: () => ReactNode }>((resolve) => (arrive = resolve)));
    const recorder = createRecorder();
    render(
      <Suspense fallback="blank">
        <recorder.Provider ladder={ladder}>
          <p>The article</p>
          <NextAsk asks={{ article: rating('article'), author: () => <Late /> }} />
        </recorder.Provider>
      </Suspense>,
    );
    await pick('article');
    await vi.waitFor(() => expect(spot().dataset['ask']).toBe('author'));
    expect(document.body.textContent).toContain('The article');
    expect(document.body.textContent).not.toContain('blank');
    arrive({ default: () => rating('author') });
    await expect.element(group('author')).toBeVisible();
  });

  it('that have no node here are not offered here, and may come later', async () => {
    const { set } = mount({ asks: { article: null, author: false, site: rating('site') } });
    await expect.element(group('site')).toBeVisible();
    set({ asks: {} });
    await vi.waitFor(() => expect(spot().dataset['empty']).toBe('true'));
    set({ asks });
    await expect.element(group('article')).toBeVisible();
  });

  it('that the ladder lacks are told to the developer', async () => {
    expectConsole('warn', /SY-12\d\d/);
    mount({ asks: { artcle: rating('artcle') } });
    await frames();
    expect(spot().dataset['empty']).toBe('true');
  });

  it('that throw meet the boundary of the page, and free the spot', async () => {
    expectConsole('error', /broken/);
    class Boundary extends Component<{ children: ReactNode }> {
      override state = { failed: false };
      static getDerivedStateFromError() {
        return { failed: true };
      }
      override render() {
        return this.state.failed ? 'Something is missing here.' : this.props.children;
      }
    }
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={ladder}>
        <Boundary>
          <NextAsk
            asks={{
              article: () => {
                throw new Error('broken');
              },
            }}
          />
        </Boundary>
        <NextAsk asks={{ article: rating('article') }} />
      </recorder.Provider>,
    );
    await vi.waitFor(() => expect(document.body.textContent).toContain('Something is missing here.'));
    await expect.element(group('article')).toBeVisible();
  });

  it('never stand in two spots at once', async () => {
    mount({}, { after: <NextAsk asks={asks} /> });
    await expect.element(group('article')).toBeVisible();
    expect(document.querySelectorAll('.sy-star-rating')).toHaveLength(1);
    expect(
      [...document.querySelectorAll('.sy-next-ask')].map((one) => one.hasAttribute('data-empty')),
    ).toEqual([false, true]);
  });

  it('go with the spot, and another spot takes over', async () => {
    const recorder = createRecorder();
    const tree = (isFirst: boolean) => (
      <recorder.Provider ladder={ladder}>
        {isFirst && <NextAsk key="first" asks={asks} />}
        <NextAsk key="second" asks={asks} />
      </recorder.Provider>
    );
    const { rerender } = render(tree(true));
    await expect.element(group('article')).toBeVisible();
    rerender(tree(false));
    await expect.element(group('article')).toBeVisible();
    expect(document.querySelectorAll('.sy-next-ask')).toHaveLength(1);
  });

  it('may be begun anew by the page without losing their place', async () => {
    mount();
    await pick('article');
    await expect.element(group('author')).toBeVisible();
    document.querySelector<StarRatingElement>('.sy-star-rating')!.reset();
    await expect.element(star('article')).not.toBeChecked();
    expect(spot().dataset['ask']).toBe('author');
    expect(document.querySelectorAll('.sy-star-rating')).toHaveLength(2);
  });

  it('commit React at most twice for a click: the ask itself, and the spot', async () => {
    const commits: string[] = [];
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={ladder}>
        <Profiler id="spot" onRender={() => commits.push('spot')}>
          <NextAsk asks={asks} />
        </Profiler>
      </recorder.Provider>,
    );
    await expect.element(group('article')).toBeVisible();
    await recorder.waitFor('star-rating.rate seen');
    await frames();
    commits.length = 0;
    await pick('article');
    await expect.element(group('author')).toBeVisible();
    expect(commits.length).toBeLessThanOrEqual(2);
  });
});

describe('saying no', () => {
  const refusables = { author: asks.author, title: asks.title };

  it('records one dismissal of the ask, and offers the smaller one', async () => {
    const { recorder } = mount({ dismissible: true, asks: refusables }, { provider: { ladder: refusable } });
    await recorder.waitFor('star-rating.rate seen');
    await userEvent.click(notNow());
    await expect.element(group('title')).toBeVisible();
    expect(group('author').query()).toBeNull();
    expect(recorder.phases('author')).toEqual(['star-rating.rate seen', 'star-rating.rate dismissed']);
  });

  it('refuses nothing but that ask by a double click', async () => {
    const { recorder } = mount({ dismissible: true, asks: refusables }, { provider: { ladder: refusable } });
    await userEvent.dblClick(notNow());
    await expect.element(group('title')).toBeVisible();
    await vi.waitFor(() => expect(recorder.phases('title')).toEqual(['star-rating.rate seen']), 3_000);
    await userEvent.click(notNow());
    expect(recorder.phases('title')).toEqual(['star-rating.rate seen', 'star-rating.rate dismissed']);
  });

  it('counts as one refusal, whoever told the ladder', async () => {
    const counts: unknown[] = [];
    const Probe = () => {
      counts.push(useLadder().history.asks['author']?.refusals);
      return null;
    };
    mount({ dismissible: true, asks: refusables }, { provider: { ladder: refusable }, after: <Probe /> });
    await userEvent.click(notNow());
    await expect.element(group('title')).toBeVisible();
    expect(counts.at(-1)).toBe(1);
  });

  it('takes a visitor who never stopped to look by their word: seen comes first', async () => {
    const { recorder } = mount(
      { dismissible: true, asks: { author: asks.author } },
      { provider: { ladder: refusable } },
    );
    await userEvent.click(notNow());
    await vi.waitFor(() => expect(spot().dataset['empty']).toBe('true'));
    expectEvents(recorder, ['star-rating.rate seen', 'star-rating.rate dismissed']);
  });

  it('says it to the trigger here, though others of the page go by the same name', async () => {
    const talk = defineLadder({
      id: 'talk',
      goal: 'talk',
      rungs: [{ ask: 'talk', kind: 'contact-dialog.submit', grade: 1 }],
    });
    const trigger = (placement?: string) => (
      <ContactDialogTrigger for="talk" placement={placement} fallbackHref="/contact">
        Talk to us
      </ContactDialogTrigger>
    );
    const recorder = createRecorder();
    const ui = (foot?: ReactNode) => (
      <recorder.Provider ladder={talk}>
        {trigger('head')}
        <NextAsk dismissible asks={{ talk: trigger() }} />
        {foot}
      </recorder.Provider>
    );
    const { rerender } = render(ui());
    await expect.element(notNow()).toBeVisible();
    // The latest of this name stands elsewhere.
    rerender(ui(trigger()));
    await userEvent.click(notNow());
    const no = await recorder.waitFor('contact-dialog.open dismissed');
    expect(no.ask).toEqual({ id: 'talk' });
  });

  it('keeps the reading place: the focus stays at the spot, and Tab goes on from there', async () => {
    mount(
      { dismissible: true, asks: { author: asks.author } },
      { provider: { ladder: refusable }, after: <button type="button">Onwards</button> },
    );
    await expect.element(notNow()).toBeVisible();
    notNow().element().focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(notNow().query()).toBeNull());
    expect(document.activeElement).toBe(spot());
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Onwards');
  });

  it('keeps the reading place, too, where a dialog that goes with its ask hands the focus back to its button', async () => {
    const talk = defineLadder({
      id: 'talk',
      goal: 'talk',
      rungs: [{ ask: 'talk', kind: 'contact-dialog.submit', grade: 1 }],
    });
    const fields = [{ type: 'email', name: 'email', label: 'E-mail' }] as const;
    const dialog = (
      <ContactDialog id="talk" trigger="Talk to us" title="Talk" fields={fields} onSubmit={() => {}} />
    );
    mount(
      { asks: { talk: dialog } },
      { provider: { ladder: talk }, after: <button type="button">Onwards</button> },
    );
    await userEvent.click(page.getByRole('button', { name: 'Talk to us' }));
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('email'), 3_000);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(spot().dataset['empty']).toBe('true'));
    expect(document.activeElement).toBe(spot());
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Onwards');
  });

  it('leads by Tab into the smaller ask', async () => {
    mount({ dismissible: true, asks: refusables }, { provider: { ladder: refusable } });
    await expect.element(notNow()).toBeVisible();
    notNow().element().focus();
    await userEvent.keyboard(' ');
    await expect.element(group('title')).toBeVisible();
    await userEvent.tab();
    expect(group('title').element().contains(document.activeElement)).toBe(true);
  });

  it('works for an ask that is none of ours, or has not loaded: the ladder heeds it', async () => {
    const { recorder } = mount(
      { dismissible: true, asks: { author: <p>Write to the author</p>, title: asks.title } },
      { provider: { ladder: refusable } },
    );
    await userEvent.click(notNow());
    await expect.element(group('title')).toBeVisible();
    expect(document.body.textContent).not.toContain('Write to the author');
    expect(recorder.phases('author')).toEqual([]);
  });

  it('is not offered in place unless asked for', async () => {
    mount();
    await expect.element(group('article')).toBeVisible();
    expect(notNow().query()).toBeNull();
  });
});

describe('a newcomer', () => {
  it('is announced once, by a region that was there before; what was there from the start is not', async () => {
    const { recorder } = mount();
    const region = spot().querySelector(':scope > [role=status]');
    await recorder.waitFor('star-rating.rate seen');
    expect(spoken()).toBe('');
    expect(document.querySelector('.sy-next-ask-item')?.hasAttribute('data-new')).toBe(false);
    await pick('article');
    await expect.element(group('author')).toBeVisible();
    expect(spoken()).toBe('One more question for you.');
    expect(spot().querySelector(':scope > [role=status]')).toBe(region);
    const [first, second] = document.querySelectorAll('.sy-next-ask-item');
    expect(first?.hasAttribute('data-new')).toBe(false);
    expect(second?.hasAttribute('data-new')).toBe(true);
  });

  it('moves no focus and no scroll', async () => {
    mount({}, { before: <div style={{ height: 400 }} /> });
    await expect.element(group('article')).toBeVisible();
    const before = star('article').element() as HTMLElement;
    before.focus();
    scrollTo(0, 0);
    await userEvent.keyboard(' ');
    await expect.element(group('author')).toBeVisible();
    expect(document.activeElement).toBe(before);
    expect(scrollY).toBe(0);
  });

  it('comes without motion for those who want none', async () => {
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    const { recorder } = mount();
    await recorder.waitFor('star-rating.rate seen');
    await pick('article');
    await expect.element(group('author')).toBeVisible();
    const item = document.querySelector('[data-new]')!;
    expect(getComputedStyle(item).animationDuration).toBe('0s');
  });
});

describe('an empty spot', () => {
  it('takes no room and no gap, and says nothing', async () => {
    const { Provider } = createRecorder();
    const { container } = render(
      <Provider ladder={ladder}>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 20 }}>
          <p style={{ margin: 0, height: 10 }}>One</p>
          <NextAsk asks={{}} className="mine" />
          <p style={{ margin: 0, height: 10 }}>Two</p>
        </div>
      </Provider>,
    );
    expect(container.firstElementChild?.getBoundingClientRect().height).toBe(40);
    expect(await findings(container)).toEqual([]);
  });

  it('leaves no line in the thanks of the ask that it stands in', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={ladder}>
        <StarRating id="elsewhere" label="How is the elsewhere?" next={<NextAsk asks={{}} />} />
      </recorder.Provider>,
    );
    const card = document.querySelector('.sy-star-rating')!;
    await pick('elsewhere');
    await vi.waitFor(() => expect(document.querySelector('.sy-next')).not.toBeNull());
    const next = document.querySelector('.sy-next')!;
    expect(next.getBoundingClientRect().height).toBe(0);
    const form = card.querySelector('form')!.getBoundingClientRect();
    const padding = Number.parseFloat(getComputedStyle(card).paddingBottom) + 1;
    expect(card.getBoundingClientRect().bottom - form.bottom).toBeCloseTo(padding, 0);
  });
});

describe('in the thanks of another ask', () => {
  it('the next ask comes at once, without a card of its own', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={ladder}>
        <StarRating
          id="article"
          label="How is the article?"
          next={<NextAsk asks={{ author: asks.author }} />}
        />
      </recorder.Provider>,
    );
    await pick('article');
    await expect.element(group('author')).toBeVisible();
    const inner = document.querySelectorAll('.sy-star-rating')[1]!;
    expect(getComputedStyle(inner).borderTopWidth).toBe('0px');
    expect(getComputedStyle(inner).paddingTop).toBe('0px');
  });
});

describe('served', () => {
  it('shows the right ask in the first paint, and hydrates it without a warning or a shift', async () => {
    const recorder = createRecorder();
    const remembered = { notes: {}, time: Date.now() };
    const tree = (
      <recorder.Provider ladder={ladder} remembered={remembered}>
        <NextAsk asks={asks} dismissible />
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    const served = host.querySelector('.sy-star-rating')!;
    const box = JSON.stringify(spot().getBoundingClientRect());
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    try {
      await recorder.waitFor('star-rating.rate seen');
      expect(errors).toEqual([]);
      expect(host.querySelector('.sy-star-rating')).toBe(served);
      expect(JSON.stringify(spot().getBoundingClientRect())).toBe(box);
      expect(spoken()).toBe('');
      await pick('article');
      await expect.element(group('author')).toBeVisible();
      expect(errors).toEqual([]);
    } finally {
      react.unmount();
      host.remove();
    }
  });

  it('changes to what the browser knows better, without a hydration error', async () => {
    const first = mount({ asks: { article: asks.article } });
    await pick('article');
    await vi.waitFor(() => expect(first.recorder.commitments).toHaveLength(1));
    first.unmount();
    const recorder = createRecorder({ keepMemory: true });
    const tree = (
      <recorder.Provider ladder={ladder} remembered={{ notes: {}, time: Date.now() }}>
        <NextAsk asks={asks} />
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    expect(spot().dataset['ask']).toBe('article');
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    try {
      await vi.waitFor(() => expect(spot().dataset['ask']).toBe('author'));
      await expect.element(group('author')).toBeVisible();
      expect(document.querySelectorAll('.sy-star-rating')).toHaveLength(1);
      expect(errors).toEqual([]);
    } finally {
      react.unmount();
      host.remove();
    }
  });

  it('has no button that does nothing without script', async () => {
    const html = renderToString(
      <CommitmentProvider ladder={ladder} remembered={{ notes: {}, time: Date.now() }}>
        <NextAsk asks={asks} overlay />
      </CommitmentProvider>,
    );
    const frame = await pageWithoutScript(html, 800);
    try {
      const inside = frame.contentDocument!;
      expect(isShown(inside.querySelector('.sy-star-rating')!)).toBe(true);
      expect(isShown(inside.querySelector('.sy-next-ask-dismiss')!)).toBe(false);
      const { position } = frame.contentWindow!.getComputedStyle(inside.querySelector('.sy-next-ask')!);
      expect(position).not.toBe('fixed');
    } finally {
      frame.remove();
    }
  });
});

describe('props', () => {
  it('hand the state to render, and let it replace the root', async () => {
    const states: unknown[] = [];
    const { recorder } = mount({
      render: (props, state) => {
        states.push(state);
        return <aside {...props} />;
      },
    });
    await recorder.waitFor('star-rating.rate seen');
    expect(spot().tagName).toBe('ASIDE');
    expect(states.at(-1)).toMatchObject({
      ask: 'article',
      answered: undefined,
      rung: 1,
      of: 3,
      isDone: false,
    });
  });

  it('may come late, or be gone for a while', async () => {
    const { set } = mount({ asks: undefined as never });
    set({ asks });
    await expect.element(group('article')).toBeVisible();
    set({ asks: undefined as never });
    await vi.waitFor(() => expect(group('article').query()).toBeNull());
  });

  it('put a fallback where there is nothing to ask, and take it away', async () => {
    const fallback: NextAskProps['fallback'] = <p>Read on</p>;
    const { set } = mount({ asks: {}, fallback });
    expect(spot().textContent).toBe('Read on');
    set({ asks, fallback });
    await expect.element(group('article')).toBeVisible();
    expect(spot().textContent).not.toContain('Read on');
  });

  it('speak in the words of the page', async () => {
    mount({ dismissible: true, labels: { dismiss: 'Later, perhaps' } });
    await expect.element(group('article')).toBeVisible();
    expect(spot().textContent).toContain('Later, perhaps');
  });
});

describe('axe', () => {
  it.each([{}, { dismissible: true }, { appearance: 'banner' }, { overlay: true }] as const)(
    'finds nothing with %j, open and answered',
    async (props) => {
      const { container } = mount(props);
      await expect.element(group('article')).toBeVisible();
      expect(await findings(container)).toEqual([]);
      await pick('article');
      await expect.element(group('author')).toBeVisible();
      // Half faded in, nothing has its contrast yet.
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      expect(await findings(container)).toEqual([]);
    },
  );
});

describe('an ask that was answered before there was a ladder', () => {
  it('holds nobody up: its answer stays in place, and the next ask comes below', async () => {
    const voted = defineLadder({
      id: 'later',
      goal: 'article',
      rungs: [
        { ask: 'old-poll', kind: 'poll.vote' },
        { ask: 'article', kind: 'star-rating.rate' },
      ],
    });
    localStorage.setItem('smallyes:poll:old-poll', 'Trust');
    const poll = <Poll id="old-poll" question="What holds you back?" options={['Traffic', 'Trust']} />;
    const { recorder } = mount(
      { asks: { 'old-poll': poll, article: rating('article') } },
      { recorder: createRecorder({ keepMemory: true }), provider: { ladder: voted } },
    );
    await expect.element(page.getByText('Thanks for voting.')).toBeInTheDocument();
    await expect.element(group('article')).toBeInTheDocument();
    await expect.element(page.getByText('Thanks for voting.')).toBeInTheDocument();
    // Nothing happened now that anybody should hear of.
    expect(recorder.phases().filter((line) => line.startsWith('poll'))).toEqual([]);
  });
});
