// @vitest-environment jsdom
import { act, fireEvent, render } from '@testing-library/react';
import { createLadderMemory } from 'smallyes/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LadderHandle, useLadder } from '../../src/guidance/index.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import { CommitmentProvider, type CommitmentProviderProps } from '../../src/provider/index.ts';
import { asksIn, press, Spot } from './spot.support.tsx';

const start = Date.UTC(2026, 5, 1, 12);
const hour = 3_600_000;
const day = 24 * hour;
const rungs = [
  { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
  { ask: 'article', kind: 'star-rating.rate', when: { segment: 'trust' } },
  { ask: 'checklist', kind: 'lead-gate.unlock', otherwise: { ask: 'follow', kind: 'follow-link.follow' } },
  { ask: 'quote', kind: 'step-form.submit' },
] as const;
const define = () => defineLadder({ id: 'path', goal: 'quote', rungs, remember: '/api/ladder' });
const other = defineLadder({
  id: 'other',
  goal: 'talk',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'talk', kind: 'lead-gate.unlock' },
  ],
  remember: '/api/ladder',
});

/** The real handler, and a browser that keeps its cookie; `strips` is a proxy that lets none through. */
let memory: ReturnType<typeof createLadderMemory>;
let cookie: string;
let calls: string[];
let strips: boolean;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
  memory = createLadderMemory();
  cookie = '';
  calls = [];
  strips = false;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const { method = 'GET', headers, body } = init;
    const response = await memory.handle(
      new Request(`https://shop.example${url}`, {
        method,
        headers: { ...(headers as Record<string, string>), ...(cookie && { cookie }) },
        ...(body && { body }),
      }),
    );
    calls.push(`${method} ${response.status}`);
    const [set] = response.headers.getSetCookie();
    if (set && !strips) cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '');
    return response;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

let handle: LadderHandle;
function Look() {
  handle = useLadder();
  return null;
}

const wait = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

/** A page load: with `isServed` it comes with what the server remembers. */
async function load(isServed = true, more: CommitmentProviderProps = {}) {
  const remembered = isServed ? memory.read(new Headers(cookie ? { cookie } : {})) : undefined;
  const page = (props: CommitmentProviderProps) => (
    <CommitmentProvider ladder={ladderOfPage} remembered={remembered} {...props}>
      <Spot />
      <Look />
    </CommitmentProvider>
  );
  const ladderOfPage = more.ladder ?? define();
  const { rerender, unmount } = render(page(more));
  await act(async () => {
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(0);
  });
  return {
    set: (props: CommitmentProviderProps) => rerender(page({ ...more, ...props })),
    leave() {
      fireEvent(window, new Event('pagehide'));
      unmount();
    },
  };
}

const known = () => Object.keys(JSON.parse(memory.read(cookie).notes['path'] ?? '{"a":{}}').a).sort();

describe('browser and server together', () => {
  it.each([
    ['that comes with it', true],
    ['that asks for it', false],
  ])('know the visitor after a purge of what scripts had stored, on a page %s', async (_how, isServed) => {
    const first = await load(isServed);
    press('yes to hurdle');
    press('yes to article');
    await wait(1_000);
    first.leave();
    expect(cookie).toMatch(/^smallyes=/);
    expect(known()).toEqual(['article', 'hurdle']);
    vi.setSystemTime(start + 8 * day);
    localStorage.clear();
    calls = [];
    const second = await load(isServed);
    expect(asksIn()).toEqual(['checklist']);
    expect(handle.segments).toEqual(['trust']);
    press('no to checklist');
    expect(asksIn()).toEqual(['follow']);
    second.leave();
    await wait(0);
    expect(calls).toEqual(isServed ? ['POST 204'] : ['GET 200', 'POST 204']);
    expect(known()).toEqual(['article', 'checklist', 'hurdle']);
    vi.setSystemTime(start + 9 * day);
    localStorage.clear();
    await load(isServed);
    expect(asksIn()).toEqual(['follow']);
  });

  it('say nothing while nothing happens', async () => {
    (await load()).leave();
    expect(calls).toEqual([]);
    const page = await load();
    press('yes to hurdle');
    await wait(1_000);
    page.leave();
    expect(calls).toEqual(['POST 204']);
    for (let visit = 0; visit < 3; visit++) {
      const next = await load();
      await wait(60_000);
      next.leave();
    }
    expect(calls).toEqual(['POST 204']);
  });

  it('forget together, and what was forgotten stays so after a purge', async () => {
    const page = await load();
    press('yes to hurdle');
    await wait(1_000);
    act(() => handle.forget());
    await wait(1_000);
    expect(cookie).toBe('');
    page.leave();
    localStorage.clear();
    await load();
    expect(asksIn()).toEqual(['hurdle']);
    expect(memory.read(cookie).notes).toEqual({});
  });

  it('forget one ladder alone', async () => {
    const page = await load();
    press('yes to hurdle');
    await wait(1_000);
    page.leave();
    const second = await load(true, { ladder: other });
    press('yes to hurdle');
    await wait(1_000);
    expect(Object.keys(memory.read(cookie).notes)).toEqual(['path', 'other']);
    act(() => handle.forget());
    await wait(1_000);
    expect(Object.keys(memory.read(cookie).notes)).toEqual(['path']);
    second.leave();
  });

  it('both forget when the visitor refuses', async () => {
    const page = await load(true, { consent: { functional: true } });
    press('yes to hurdle');
    await wait(1_000);
    page.set({ consent: { functional: false } });
    await wait(1_000);
    expect(cookie).toBe('');
    expect(Object.keys(localStorage).filter((key) => key.startsWith('smallyes:'))).toEqual([]);
  });

  it('go on by the browser alone behind a proxy that lets no cookie through', async () => {
    strips = true;
    const page = await load();
    press('yes to hurdle');
    await wait(1_000);
    page.leave();
    const next = await load();
    expect(asksIn()).toEqual(['article']);
    next.leave();
    await wait(0);
    expect(calls).toEqual(['POST 204', 'POST 204']);
  });

  it('keep what two tabs say at the same moment', async () => {
    const page = await load();
    press('yes to hurdle');
    // Another tab of the visitor's, whose storage is not shared: a private window of the same profile, or another port.
    const stored = localStorage.getItem('smallyes:ladder:path') ?? '';
    const note = stored.replaceAll('"hurdle"', '"article"');
    await act(() =>
      fetch('/api/ladder', {
        method: 'POST',
        body: JSON.stringify({ ladder: 'path', note }),
        headers: { 'content-type': 'application/json' },
      }),
    );
    await wait(1_000);
    expect(known()).toEqual(['article', 'hurdle']);
    page.leave();
  });
});
