// @vitest-environment jsdom
import { act, render, renderHook } from '@testing-library/react';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LadderHandle, useLadder } from '../../src/guidance/index.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import { CommitmentProvider } from '../../src/provider/index.ts';
import { expectConsole } from '../support/console.ts';
import { Ask, path, press, Spot } from './spot.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

let handle: LadderHandle;
function Look() {
  handle = useLadder();
  return null;
}
const states = () => handle.progress.map(({ ask, state }) => `${ask} ${state}`);

describe('useLadder', () => {
  it('tells where the visitor stands, event by event', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Look />
        <Spot />
      </recorder.Provider>,
    );
    expect(handle.ladder).toBe(path);
    expect(handle.decision.next).toBe('hurdle');
    expect(states()).toEqual(['hurdle current', 'article ahead', 'checklist ahead', 'quote ahead']);
    press('yes to hurdle');
    expect(handle.segments).toEqual(['trust']);
    expect(handle.explain('article')).toMatchObject({ isNext: true, rung: 2 });
    press('yes to article');
    press('yes to checklist');
    expect(states()).toEqual(['hurdle done', 'article done', 'checklist done', 'quote current']);
    press('yes to quote');
    expect(handle.decision.isDone).toBe(true);
    expect(states()).toEqual(['hurdle done', 'article done', 'checklist done', 'quote done']);
  });

  it('counts a rung as done by its alternative', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Look />
        <Spot asks={['checklist', 'follow']} />
      </recorder.Provider>,
    );
    press('no to checklist');
    press('yes to follow');
    expect(states()).toContain('checklist done');
  });

  it('works on a page without any spot', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Ask id="hurdle" />
        <Look />
      </recorder.Provider>,
    );
    press('yes to hurdle');
    expect(handle.decision.next).toBe('article');
    expect(states()[0]).toBe('hurdle done');
  });

  it('lists the rungs that apply to this visitor alone', () => {
    const branch = defineLadder({
      id: 'branch',
      goal: 'quote',
      rungs: [
        { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
        { ask: 'article', kind: 'star-rating.rate', when: { segment: 'trust', page: '/elsewhere' } },
        { ask: 'follow', kind: 'follow-link.follow', when: { notSegment: 'trust' } },
        { ask: 'quote', kind: 'reactions.react', when: { visits: 5 } },
      ],
    });
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={branch}>
        <Ask id="hurdle" />
        <Look />
      </recorder.Provider>,
    );
    expect(states()).toEqual(['hurdle current', 'follow ahead', 'quote ahead']);
    press('yes to hurdle');
    expect(states()).toEqual(['hurdle done', 'article current', 'quote ahead']);
  });

  it('forgets on request', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Look />
        <Spot />
      </recorder.Provider>,
    );
    press('yes to hurdle');
    expect(Object.keys(handle.history.asks)).toEqual(['hurdle']);
    act(() => handle.forget());
    expect(handle.history.asks).toEqual({});
    expect(handle.segments).toEqual([]);
    expect(localStorage.getItem('smallyes:ladder:path')).not.toContain('hurdle');
    expect(states()[0]).toBe('hurdle current');
  });

  it('keeps its identity while nothing changes', () => {
    const recorder = createRecorder();
    const { rerender } = render(
      <recorder.Provider ladder={path}>
        <Look />
      </recorder.Provider>,
    );
    const before = handle;
    rerender(
      <recorder.Provider ladder={path}>
        <Look />
      </recorder.Provider>,
    );
    expect(handle).toBe(before);
  });

  it('says that there is no ladder, and knows nothing', () => {
    expectConsole('warn', 'SY-1211 useLadder');
    const { result } = renderHook(useLadder, { wrapper: CommitmentProvider });
    expect(result.current).toMatchObject({ ladder: undefined, progress: [], segments: [] });
    expect(result.current.explain('a')).toMatchObject({ isNext: false });
    result.current.forget();
  });
});
