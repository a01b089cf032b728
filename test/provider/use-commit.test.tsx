// @vitest-environment jsdom
import '../events/own-kind.ts';
import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import type { Commitment, CommitmentEvent } from 'smallyes/events';
import { type CommitHandle, CommitmentProvider, useCommit } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { View, Vote, vote } from './asks.tsx';
import { useFakeScreen } from './fake-screen.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

/** The loan slider of a bank's own page. */
function Loan(props: { handle: (handle: CommitHandle<'loan-slider.choose'>) => void; id?: string }) {
  const loan = useCommit('loan-slider.choose', {
    id: props.id ?? 'loan',
    grade: 2,
    worth: { amount: 9, currency: 'EUR' },
  });
  props.handle(loan);
  return <div ref={loan.ref}>Loan</div>;
}

function mountLoan(strict = false) {
  const recorder = createRecorder();
  const handles: CommitHandle<'loan-slider.choose'>[] = [];
  const tree = () => (
    <recorder.Provider>
      <Loan handle={(handle) => handles.push(handle)} />
    </recorder.Provider>
  );
  const { rerender } = render(strict ? <StrictMode>{tree()}</StrictMode> : tree());
  return { recorder, handles, handle: handles.at(-1)!, rerender: () => rerender(tree()) };
}

describe('useCommit', () => {
  it('tells of a kind of your own without a grade, which counts as 1', () => {
    expectConsole('warn', 'SY-107 "loan-slider.choose" has the grade undefined.');
    const recorder = createRecorder();
    let handle: CommitHandle<'loan-slider.choose'> | undefined;
    function Bare() {
      // @ts-expect-error the kit does not know how large this yes is
      handle = useCommit('loan-slider.choose', { id: 'loan' });
      return null;
    }
    render(
      <recorder.Provider>
        <Bare />
      </recorder.Provider>,
    );
    expect(handle?.commit({ months: 24 })).toMatchObject({ grade: 1 });
  });

  it('tells of a kind that no collector takes, as SY-121', () => {
    expectConsole('warn', 'SY-121 The kind "loanSlider.choose" is not component.act in lower case.');
    const recorder = createRecorder();
    function Bare() {
      useCommit('loanSlider.choose' as 'loan-slider.choose', { id: 'loan', grade: 1 });
      return null;
    }
    render(
      <recorder.Provider>
        <Bare />
      </recorder.Provider>,
    );
  });

  it('records a kind of the site, with its grade and worth', () => {
    const { recorder, handle } = mountLoan();
    const event = handle.commit({ months: 24 });
    expect(event).toMatchObject({
      kind: 'loan-slider.choose',
      phase: 'committed',
      grade: 2,
      data: { months: 24 },
      value: { amount: 9, currency: 'EUR' },
    });
    expect(recorder.commitments).toEqual([event]);
  });

  it('returns each phase’s event, and nothing where it would double one', () => {
    const { recorder, handle } = mountLoan();
    expect(handle.start()?.phase).toBe('started');
    expect(handle.start()).toBeUndefined();
    expect(handle.progress({ months: 6 })?.data).toEqual({ months: 6 });
    expect(handle.fail()?.phase).toBe('failed');
    expect(handle.confirm()).toBeUndefined();
    expect(handle.commit({ months: 6 })?.phase).toBe('committed');
    expect(handle.commit({ months: 6 })).toBeUndefined();
    expect(handle.dismiss()).toBeUndefined();
    expect(handle.confirm()?.phase).toBe('confirmed');
    expect(handle.withdraw()?.phase).toBe('withdrawn');
    expectEvents(recorder, [
      'loan-slider.choose seen',
      'loan-slider.choose started',
      ['loan-slider.choose progressed', { months: 6 }],
      'loan-slider.choose failed',
      ['loan-slider.choose committed', { months: 6 }],
      'loan-slider.choose confirmed',
      'loan-slider.choose withdrawn',
    ]);
  });

  it('takes a no', () => {
    const { recorder, handle } = mountLoan();
    handle.dismiss();
    handle.dismiss();
    expectEvents(recorder, ['loan-slider.choose seen', 'loan-slider.choose dismissed']);
  });

  it('begins a new attempt after reset()', () => {
    const { recorder, handle } = mountLoan();
    handle.commit({ months: 1 });
    handle.reset();
    handle.commit({ months: 2 });
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ months: 1 }, { months: 2 }]);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(2);
    expect(recorder.phases()).toHaveLength(6);
  });

  it('keeps its handle and its methods from render to render', () => {
    const { handles, rerender } = mountLoan();
    rerender();
    expect(handles.length).toBeGreaterThan(1);
    expect(new Set(handles).size).toBe(1);
  });

  it('records once under StrictMode', () => {
    const { recorder, handle } = mountLoan(true);
    handle.commit({ months: 3 });
    expect(recorder.phases()).toHaveLength(3);
  });

  it('lets grade override what the catalogue says', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote grade={3} />
      </recorder.Provider>,
    );
    vote();
    expect(recorder.events.map(({ grade }) => grade)).toEqual([3, 3, 3]);
  });

  it('is typed by its kind', () => {
    expectTypeOf<ReturnType<CommitHandle<'loan-slider.choose'>['commit']>>().toEqualTypeOf<
      Commitment<'loan-slider.choose'> | undefined
    >();
    const Typed = () => {
      // @ts-expect-error a kind of the site needs its grade
      useCommit('loan-slider.choose', { id: 'loan' });
      // @ts-expect-error nobody declared this kind
      useCommit('loan-slider.drag', { id: 'loan', grade: 1 });
      const { commit } = useCommit('poll.vote', {
        id: 'hurdle',
        onCommit: ({ data }) => expectTypeOf(data).not.toBeAny(),
      });
      // @ts-expect-error a vote has no months
      return <button type="button" onClick={() => commit({ months: 1 })} />;
    };
    expect(Typed).toBeTypeOf('function');
  });
});

describe('seen by visibility', () => {
  const screen = useFakeScreen();

  it('comes anew for an ask that becomes another by its id', () => {
    const recorder = createRecorder();
    const tree = (id: string) => (
      <recorder.Provider>
        <Loan id={id} handle={() => {}} />
      </recorder.Provider>
    );
    const { container, rerender } = render(tree('car'));
    screen.show(container);
    vi.advanceTimersByTime(1_000);
    rerender(tree('house'));
    vi.advanceTimersByTime(100);
    expect(recorder.phases('house')).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(recorder.phases('car')).toEqual(['loan-slider.choose seen']);
    expect(recorder.phases('house')).toEqual(['loan-slider.choose seen']);
  });

  it('comes anew after reset(), when the ask still stands on the screen', () => {
    const { recorder, handle } = mountLoan();
    screen.show(document.body);
    vi.advanceTimersByTime(1_000);
    handle.reset();
    vi.advanceTimersByTime(100);
    expect(recorder.phases()).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expectEvents(recorder, ['loan-slider.choose seen', 'loan-slider.choose seen']);
  });

  it('comes anew in a new page view for what still stands on the screen', () => {
    const recorder = createRecorder();
    const tree = (path: string) => (
      <recorder.Provider>
        <View path={path} />
        <Vote />
      </recorder.Provider>
    );
    const { container, rerender } = render(tree('/one'));
    screen.show(container);
    vi.advanceTimersByTime(1_000);
    rerender(tree('/two'));
    vi.advanceTimersByTime(1_100);
    expectEvents(recorder, ['poll.vote seen', 'poll.vote seen']);
    expect(new Set(recorder.events.map(({ page }) => page.viewId)).size).toBe(2);
  });
});

describe('usePageView', () => {
  const views = (events: readonly CommitmentEvent[]) => new Set(events.map(({ page }) => page.viewId)).size;
  const setUp = () => {
    const recorder = createRecorder();
    const handles = new Map<string, CommitHandle<'poll.vote'>>();
    const tree = (path: string, ids: string[]) => (
      <StrictMode>
        <recorder.Provider>
          <CommitmentProvider>
            <View path={path} />
          </CommitmentProvider>
          {ids.map((id) => (
            <Vote key={id} id={id} handle={(handle) => handles.set(id, handle)} />
          ))}
        </recorder.Provider>
      </StrictMode>
    );
    const { rerender } = render(tree('/one', ['a', 'b']));
    return { recorder, handles, go: (path: string, ids = ['a', 'b']) => rerender(tree(path, ids)) };
  };

  it('begins a page view for each new path, and none for the same or the first', () => {
    const { recorder, go } = setUp();
    vote('a');
    go('/one');
    vote('b');
    expect(views(recorder.events)).toBe(1);
    go('/two');
    vote('a');
    expect(views(recorder.events)).toBe(2);
    go('/one');
    vote('a');
    expect(views(recorder.events)).toBe(3);
  });

  it('keeps the attempt of an ask that is under way, and gives an answered one a new attempt', () => {
    const { recorder, handles, go } = setUp();
    handles.get('a')?.start();
    vote('b');
    go('/two');
    vote('a');
    vote('b');
    expect(recorder.phases('a')).toEqual(['poll.vote seen', 'poll.vote started', 'poll.vote committed']);
    expect(recorder.phases('b')).toHaveLength(6);
    const attempts = (id: string) =>
      new Set(recorder.events.filter(({ ask }) => ask.id === id).map(({ attempt }) => attempt)).size;
    expect([attempts('a'), attempts('b')]).toEqual([1, 2]);
    expect(new Set(recorder.events.map(({ session }) => session.id)).size).toBe(1);
  });

  it('is one for the whole page, whichever provider tells of the path', () => {
    const recorder = createRecorder();
    const tree = (inner: string | undefined, outer: string | undefined) => (
      <recorder.Provider>
        {outer && <View path={outer} />}
        <CommitmentProvider>{inner && <View path={inner} />}</CommitmentProvider>
        <Vote />
      </recorder.Provider>
    );
    const { rerender } = render(tree('/one', undefined));
    vote();
    rerender(tree(undefined, '/two'));
    vote();
    expect(views(recorder.events)).toBe(2);
    rerender(tree('/two', '/two'));
    vote();
    expect(views(recorder.events)).toBe(2);
  });

  it('lets an answered ask be asked again after it went and came back', () => {
    const { recorder, go } = setUp();
    vote('a');
    go('/two', []);
    go('/three');
    vote('a');
    expect(recorder.commitments).toHaveLength(2);
  });
});
