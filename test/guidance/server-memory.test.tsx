// @vitest-environment jsdom
import { act, fireEvent, render } from '@testing-library/react';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LadderHandle, useLadder } from '../../src/guidance/index.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { writeHistory } from '../../src/ladder/fit-history.ts';
import { emptyHistory } from '../../src/ladder/history.ts';
import { readHistory } from '../../src/ladder/history-text.ts';
import type { Ladder } from '../../src/ladder/ladder.ts';
import { note } from '../../src/ladder/recall.ts';
import type { CommitmentProviderProps } from '../../src/provider/index.ts';
import { expectConsole } from '../support/console.ts';
import { asksIn, path, press, Spot } from './spot.support.tsx';

const now = Date.UTC(2026, 5, 1, 12);
const far: Ladder = { ...path, remember: '/api/ladder', guide: path.guide };
// `guide` makes guides of its own ladder: this one needs one with an address.
const guides = new WeakMap<object, ReturnType<Ladder['guide']>>();
const { createGuide } = await import('../../src/ladder/create-guide.ts');
const ladder: Ladder = {
  ...far,
  guide(host) {
    const guide = guides.get(host) ?? createGuide(ladder, host);
    guides.set(host, guide);
    return guide;
  },
};

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: { ladder: string; note: string } | undefined;
}
let sent: Sent[];
let cookie: Record<string, string>;
let status: number;
/** How long the server takes to answer what is sent now. */
let hold: number;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  sent = [];
  cookie = {};
  status = 200;
  hold = 0;
  vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body, ...rest }: RequestInit = {}) => {
    const told = typeof body === 'string' ? JSON.parse(body) : undefined;
    sent.push({ url, method, body: told });
    expect(rest).toMatchObject({ credentials: 'same-origin', keepalive: true });
    if (hold) await new Promise((resolve) => setTimeout(resolve, hold));
    if (status === 0) throw new TypeError('no network');
    if (status !== 200) return new Response(null, { status });
    if (method === 'POST') cookie[told.ladder] = told.note;
    if (method === 'DELETE') cookie = {};
    return method === 'GET'
      ? Response.json({ notes: cookie, unit: 'u' })
      : new Response(null, { status: 204 });
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
const methods = () => sent.map(({ method }) => method);
const known = () => {
  const history = readHistory(sent.at(-1)?.body?.note, now);
  return Object.keys((history && history !== 'newer' && history.asks) || {}).sort();
};

let handle: LadderHandle;
function Look() {
  handle = useLadder();
  return null;
}

async function open(props: CommitmentProviderProps = {}) {
  const recorder = createRecorder({ keepMemory: true });
  const page = (more: CommitmentProviderProps) => (
    <recorder.Provider ladder={ladder} {...props} {...more}>
      {'children' in more ? (
        more.children
      ) : (
        <>
          <Spot />
          <Look />
        </>
      )}
    </recorder.Provider>
  );
  const { rerender, unmount } = render(page({}));
  // The part that speaks to the server comes later.
  await act(async () => {
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(0);
  });
  return { set: (more: CommitmentProviderProps) => rerender(page(more)), unmount };
}

const voted = writeHistory(
  note(
    emptyHistory(),
    path,
    { kind: 'poll.vote', phase: 'committed', ask: { id: 'hurdle' }, data: { choice: 'Trust' } },
    now - 86_400_000,
    1,
  ),
);

describe('the memory on a server', () => {
  it('is asked once when the browser knows nothing, and brings it back', async () => {
    cookie = { path: voted };
    await open();
    expect(sent).toEqual([{ url: '/api/ladder', method: 'GET', body: undefined }]);
    expect(asksIn()).toEqual(['article']);
    await wait(60_000);
    expect(methods()).toEqual(['GET']);
  });

  it('gets the note a second after the last change', async () => {
    await open();
    press('yes to hurdle');
    press('yes to article');
    await wait(999);
    expect(methods()).toEqual(['GET']);
    await wait(1);
    expect(methods()).toEqual(['GET', 'POST']);
    expect(sent[1]?.body?.ladder).toBe('path');
    expect(known()).toEqual(['article', 'hurdle']);
    await wait(60_000);
    expect(sent).toHaveLength(2);
  });

  it('gets it at once when the page goes', async () => {
    await open();
    press('yes to hurdle');
    fireEvent(window, new Event('pagehide'));
    expect(methods()).toEqual(['GET', 'POST']);
    await wait(5_000);
    expect(sent).toHaveLength(2);
  });

  it('is not asked, and not told what it knows, when the page came with it', async () => {
    await open({ remembered: { notes: { path: voted }, time: now } });
    await wait(5_000);
    expect(sent).toEqual([]);
    press('yes to article');
    await wait(1_000);
    expect(methods()).toEqual(['POST']);
    expect(known()).toEqual(['article', 'hurdle']);
  });

  it('is told what the browser knows more than the cookie that came with the page', async () => {
    localStorage.setItem('smallyes:ladder:path', voted);
    await open({ remembered: { notes: {}, time: now } });
    await wait(1_000);
    expect(methods()).toEqual(['POST']);
    expect(known()).toEqual(['hurdle']);
  });

  it('is told nothing by a page on which nothing happens', async () => {
    localStorage.setItem('smallyes:ladder:path', voted);
    await open();
    await wait(60_000);
    expect(sent).toEqual([]);
  });

  it('hears nothing before the visitor allows it, then all', async () => {
    const { set } = await open({ consent: {} });
    press('yes to hurdle');
    await wait(60_000);
    expect(sent).toEqual([]);
    set({ consent: { functional: true } });
    await wait(1_000);
    expect(methods()).toEqual(['POST']);
    expect(known()).toEqual(['hurdle']);
  });

  it('hears nothing from a visitor who refuses', async () => {
    await open({ consent: { functional: false } });
    press('yes to hurdle');
    fireEvent(window, new Event('pagehide'));
    await wait(60_000);
    expect(sent).toEqual([]);
  });

  it('forgets when the visitor refuses later, once', async () => {
    const { set } = await open({ consent: { functional: true } });
    press('yes to hurdle');
    await wait(1_000);
    set({ consent: { functional: false } });
    press('yes to article');
    await wait(60_000);
    expect(methods()).toEqual(['GET', 'POST', 'DELETE']);
    expect(sent[2]?.url).toBe('/api/ladder?ladder=path');
  });

  it('forgets for good when the visitor refuses while a note is on its way', async () => {
    const { set } = await open({ consent: { functional: true } });
    hold = 5_000;
    press('yes to hurdle');
    await wait(1_000);
    hold = 0;
    set({ consent: { functional: false } });
    expect(methods()).toEqual(['GET', 'POST', 'DELETE']);
    await wait(60_000);
    expect(methods()).toEqual(['GET', 'POST', 'DELETE', 'DELETE']);
    expect(cookie).toEqual({});
  });

  it('forgets for good what was on its way when the visitor asked it to', async () => {
    await open({ remembered: { notes: {}, time: now } });
    hold = 5_000;
    press('yes to hurdle');
    await wait(1_000);
    hold = 0;
    act(() => handle.forget());
    await wait(60_000);
    expect(methods()).toEqual(['POST', 'DELETE', 'DELETE']);
    expect(cookie).toEqual({});
  });

  it('keeps the later of two notes, whichever arrives last', async () => {
    await open();
    hold = 5_000;
    press('yes to hurdle');
    await wait(1_000);
    hold = 0;
    press('yes to article');
    await wait(60_000);
    expect(methods()).toEqual(['GET', 'POST', 'POST']);
    expect(cookie['path']).toBe(sent[2]?.body?.note);
  });

  it('gets what came since at once when the page goes, though a note is on its way', async () => {
    await open();
    hold = 5_000;
    press('yes to hurdle');
    await wait(1_000);
    press('yes to article');
    fireEvent(window, new Event('pagehide'));
    expect(methods()).toEqual(['GET', 'POST', 'POST']);
    expect(known()).toEqual(['article', 'hurdle']);
  });

  it('learns what comes after it was made to forget only when it has forgotten', async () => {
    await open();
    press('no to hurdle');
    await wait(1_000);
    hold = 5_000;
    act(() => handle.forget());
    hold = 0;
    press('yes to hurdle');
    await wait(60_000);
    expect(methods()).toEqual(['GET', 'POST', 'DELETE', 'POST']);
    expect(cookie['path']).toBe(sent[3]?.body?.note);
  });

  it('forgets a cookie that came with the page when the visitor has refused', async () => {
    await open({ consent: { functional: false }, remembered: { notes: { path: voted }, time: now } });
    expect(methods()).toEqual(['DELETE']);
  });

  it('forgets on request, and learns what comes after that', async () => {
    await open();
    press('no to hurdle');
    await wait(1_000);
    act(() => handle.forget());
    expect(methods()).toEqual(['GET', 'POST', 'DELETE']);
    press('yes to hurdle');
    await wait(1_000);
    expect(methods()).toEqual(['GET', 'POST', 'DELETE', 'POST']);
  });

  it('that could not be told to forget is told again', async () => {
    expectConsole('warn', /SY-1215 .*no network/);
    await open({ remembered: { notes: { path: voted }, time: now } });
    status = 0;
    act(() => handle.forget());
    await wait(1_000);
    status = 200;
    act(() => handle.forget());
    await wait(1_000);
    act(() => handle.forget());
    expect(methods()).toEqual(['DELETE', 'DELETE']);
  });

  it('forgets when the page comes with what the visitor has forgotten meanwhile', async () => {
    localStorage.setItem('smallyes:ladder:path', writeHistory(emptyHistory(now - 1_000)));
    await open({ remembered: { notes: { path: voted }, time: now } });
    expect(methods()).toEqual(['DELETE']);
    cookie = { path: voted };
    await wait(60_000);
    expect(methods()).toEqual(['DELETE']);
  });

  it('forgets what it brings back when the visitor has forgotten that', async () => {
    localStorage.setItem('smallyes:ladder:path', writeHistory(emptyHistory(now - 1_000)));
    cookie = { path: voted };
    await open();
    await wait(1_000);
    expect(asksIn()).toEqual(['hurdle']);
    expect(methods()).toEqual(['GET', 'DELETE']);
  });

  it('is not told again what it has when the spots of the page come back', async () => {
    const { set } = await open();
    press('yes to hurdle');
    await wait(1_000);
    expect(methods()).toEqual(['GET', 'POST']);
    for (const isHere of [false, true]) {
      set({ children: isHere && <Spot /> });
      await wait(5_000);
    }
    expect(methods()).toEqual(['GET', 'POST']);
    press('yes to article');
    await wait(1_000);
    expect(methods()).toEqual(['GET', 'POST', 'POST']);
  });

  it('does not bring back what the visitor has withdrawn, with the notes that the page came with', async () => {
    const { set } = await open({
      remembered: { notes: { path: voted }, time: now },
      consent: { functional: true },
    });
    expect(asksIn()).toEqual(['article']);
    // On a page that shows nothing of the ladder.
    set({ children: null });
    set({ children: null, consent: { functional: false } });
    await wait(1_000);
    expect(methods()).toEqual(['DELETE']);
    set({ children: null, consent: { functional: true } });
    set({ consent: { functional: true } });
    await wait(1_000);
    expect(asksIn()).toEqual(['hurdle']);
  });

  it.each([
    ['the page of the app', 200, 'text/html'],
    ['a page that says so', 404, 'status 404'],
  ])('that is none, and answers with %s, is told of once', async (_how, code, told) => {
    expectConsole('warn', new RegExp(`SY-1215 .*/api/ladder.*${told}`));
    vi.stubGlobal(
      'fetch',
      async () => new Response('<!doctype html>', { status: code, headers: { 'content-type': 'text/html' } }),
    );
    await open();
    press('yes to hurdle');
    await wait(1_000);
    expect(asksIn()).toEqual(['hurdle', 'article']);
  });

  it.each([
    ['answers 500', 500, 'status 500'],
    ['cannot be reached', 0, 'no network'],
  ])('that %s is told of once, and tried again with the next change', async (_how, code, told) => {
    expectConsole('warn', new RegExp(`SY-1215 .*/api/ladder.*${told}`));
    status = code;
    await open();
    press('yes to hurdle');
    await wait(1_000);
    await wait(60_000);
    expect(methods()).toEqual(['GET', 'POST']);
    status = 200;
    press('yes to article');
    await wait(1_000);
    expect(methods()).toEqual(['GET', 'POST', 'POST']);
    expect(known()).toEqual(['article', 'hurdle']);
  });

  it('that answers with something else is taken for empty', async () => {
    vi.stubGlobal('fetch', async () => new Response('<!doctype html>'));
    await open();
    expect(asksIn()).toEqual(['hurdle']);
  });

  it('is left in peace by a page that has gone', async () => {
    const { unmount } = await open();
    press('yes to hurdle');
    unmount();
    expect(methods()).toEqual(['GET', 'POST']);
    fireEvent(window, new Event('pagehide'));
    expect(sent).toHaveLength(2);
  });
});
