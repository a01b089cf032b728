import { act, cleanup, render } from '@testing-library/react';
import { Activity, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { Poll } from 'smallyes/poll';
import { Reactions } from 'smallyes/reactions';
import { createRecorder } from 'smallyes/testing';
import { VideoPlayer, type VideoPlayerProps } from 'smallyes/video-player';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectConsole } from '../support/console.ts';
import { standBefore } from '../support/network.ts';
import { cover, line, media, mountVideo, mp4, play, playTo, seek, video, webm } from './player.support.tsx';

const goOn = () => page.getByRole('button', { name: 'Watch on' });
const gatePanel = () => document.querySelector('.sy-media-gate');
const gateNote = () => localStorage.getItem('smallyes:video-player:second-yes');

// First of all: code that has arrived once is there for every later test.
it('asks again at the next press for the code of a gate that the network lost', async () => {
  const network = await standBefore('*/media/gate.ts*');
  try {
    mountVideo({ gate: { at: 1, ask: <p>Is this useful?</p> } });
    await play();
    await playTo(0.2);
    await expect.poll(() => network.refused.length).toBeGreaterThan(0);
    network.hold();
    media().pause();
    await expect.poll(() => document.querySelector('[data-playing]')).toBeNull();
    void media().play();
    await expect.poll(() => network.held.length).toBe(1);
    await network.release();
    await expect.element(page.getByText('Is this useful?')).toBeVisible();
  } finally {
    await network.end();
  }
});

describe('a gate', () => {
  it('that comes with later props stands as well', async () => {
    const { rerender, ui } = mountVideo();
    await play();
    rerender(ui({ gate: { at: 0.5, ask: <p>Is this useful?</p> } }));
    await expect.element(page.getByText('Is this useful?')).toBeVisible();
    expect(media().paused).toBe(true);
  });

  it('that must be answered lets those pass who have answered its ask on an earlier visit', async () => {
    const ask = <Poll id="hurdle" question="What holds you back?" options={['Time', 'Trust']} />;
    const before = createRecorder();
    render(<before.Provider>{ask}</before.Provider>);
    await userEvent.click(page.getByText('Time', { exact: true }));
    await before.waitFor('poll.vote committed');
    cleanup();
    const { Provider } = createRecorder({ keepMemory: true });
    render(
      <Provider>
        <VideoPlayer {...video} gate={{ at: 0.2, ask, required: true }} />
      </Provider>,
    );
    await play();
    await goOn().click();
    await expect.poll(() => media().paused).toBe(false);
  });

  it('that must be answered lets those pass whom the server knows already', async () => {
    const ask = (
      <NewsletterForm id="letter" get="A letter a month" onSubmit={() => ({ status: 'already' })} />
    );
    mountVideo({ gate: { at: 0.2, ask, required: true } });
    await play();
    await expect.poll(gatePanel).not.toBeNull();
    await expect.element(goOn()).not.toBeInTheDocument();
    await userEvent.type(page.getByRole('textbox'), 'ada@example.org');
    await userEvent.keyboard('{Enter}');
    await expect.element(goOn()).toBeVisible();
    expect(gateNote()).toBe('answered');
  });

  it('that must be answered waits for the server, and stays shut when the answer failed', async () => {
    let answer = (_: { status: 'failed' }) => {};
    const onSubmit = () => new Promise<{ status: 'failed' }>((resolve) => (answer = resolve));
    const { recorder } = mountVideo({
      gate: { at: 0.2, ask: <Reactions id="like" label="Useful?" onSubmit={onSubmit} />, required: true },
    });
    await play();
    await expect.poll(gatePanel).not.toBeNull();
    await userEvent.click(document.querySelector('.sy-media-gate button')!);
    await expect.poll(() => document.querySelector('.sy-media-gate [data-pending]')).not.toBeNull();
    expect(goOn().query()).toBeNull();
    answer({ status: 'failed' });
    await recorder.waitFor('reactions.react failed');
    await expect.poll(() => document.querySelector('.sy-media-gate [data-pending]')).toBeNull();
    expect(goOn().query()).toBeNull();
    expect(gateNote()).toBeNull();
  });

  it('that must be answered hears its ask though another place of the page shows the same one since', async () => {
    expectConsole('warn', 'SY-103');
    const ask = <Poll id="hurdle" question="What holds you back?" options={['Time', 'Trust']} />;
    const { Provider } = createRecorder();
    const tree = (more?: ReactNode) => (
      <Provider>
        <VideoPlayer {...video} gate={{ at: 0.2, ask, required: true }} />
        {more}
      </Provider>
    );
    const { rerender } = render(tree());
    await play();
    await expect.poll(gatePanel).not.toBeNull();
    rerender(tree(<div id="foot">{ask}</div>));
    await expect.poll(() => document.querySelector('#foot .sy-poll')).not.toBeNull();
    await userEvent.click(gatePanel()!.querySelector('label')!);
    await expect.element(goOn()).toBeVisible();
    expect(gateNote()).toBe('answered');
  });

  it('that must be answered does not open by a no', async () => {
    const ask = <NewsletterForm id="letter" get="A letter a month" onSubmit={() => {}} skippable />;
    const { recorder } = mountVideo({ gate: { at: 0.2, ask, required: true } });
    await play();
    await userEvent.click(page.getByRole('button', { name: 'No, thanks' }));
    await recorder.waitFor('newsletter-form.subscribe dismissed');
    await expect.element(page.getByRole('button', { name: 'No, thanks' })).not.toBeInTheDocument();
    expect(goOn().query()).toBeNull();
    expect(gateNote()).toBeNull();
  });

  it('that must be answered locks nobody in when its ask is closed, and takes that for no answer', async () => {
    const ask = <NewsletterForm id="letter" get="A letter a month" onSubmit={() => {}} closed />;
    mountVideo({ gate: { at: 0.2, ask, required: true } });
    await play();
    await goOn().click();
    await expect.poll(() => media().paused).toBe(false);
    expect(gateNote()).toBeNull();
  });
});

describe('files that change', () => {
  it('while it rests do not begin by themselves', async () => {
    const { rerender, ui } = mountVideo();
    await play();
    await playTo(0.3);
    media().pause();
    await expect.poll(() => document.querySelector('[data-playing]')).toBeNull();
    rerender(ui({ sources: mp4 }));
    await expect.poll(() => media().currentSrc).toContain('mp4');
    expect(media().paused).toBe(true);
  });

  it('while it plays go on playing', async () => {
    const { rerender, ui } = mountVideo();
    await play();
    rerender(ui({ sources: mp4 }));
    await playTo(0.2);
    expect(media().currentSrc).toContain('mp4');
  });

  it('by their signature alone are the same recording, and are read anew until it has begun', async () => {
    const { rerender, ui } = mountVideo({ sources: `${webm}?signature=1` });
    rerender(ui({ sources: `${webm}?signature=2` }));
    await expect.poll(() => media().currentSrc).toContain('signature=2');
    await play();
    const before = media();
    await seek(9);
    rerender(ui({ sources: `${webm}?signature=3` }));
    expect(media()).toBe(before);
    await playTo(9.2);
    expect(media().paused).toBe(false);
  });

  it('by what their address asks for are another recording, also once it has begun', async () => {
    const { rerender, ui } = mountVideo({ sources: `${webm}?id=1&Expires=1` });
    await play();
    rerender(ui({ sources: `${webm}?id=2&Expires=2` }));
    await expect.poll(() => media().currentSrc).toContain('id=2');
  });
});

describe('what the visitor did not do', () => {
  it('is no yes: a film that begins by itself without a sound counts once it is heard', async () => {
    const { recorder } = mountVideo({ video: { muted: true, autoPlay: true }, completeAt: 0.02 });
    await playTo(1.2);
    expect(recorder.phases().filter((one) => one !== line('play seen'))).toEqual([]);
    await userEvent.click(document.body);
    media().volume = 0.01;
    media().muted = false;
    await recorder.waitFor('video-player.complete committed');
    expect(recorder.phases().slice(0, 3)).toEqual(['play seen', 'play started', 'play committed'].map(line));
  });

  it('is no yes when it comes again: hidden and shown by the page, or with other files', async () => {
    const recorder = createRecorder();
    const tree = (mode: 'hidden' | 'visible', sources: string) => (
      <recorder.Provider>
        <Activity mode={mode}>
          <VideoPlayer {...video} video={{ muted: true, autoPlay: true }} sources={sources} />
        </Activity>
      </recorder.Provider>
    );
    const { rerender } = render(tree('visible', webm));
    await playTo(0.2);
    rerender(tree('hidden', webm));
    rerender(tree('visible', webm));
    await playTo(media().currentTime + 0.2);
    rerender(tree('visible', mp4));
    await expect.poll(() => media().currentSrc).toContain('mp4');
    await playTo(0.2);
    expect(recorder.phases().filter((one) => one !== line('play seen'))).toEqual([]);
  });

  it('is no failure: the code of its lists could not be had after it was gone', async () => {
    vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue('');
    let fail = (_: Error) => {};
    const loadHls = () => new Promise<never>((_, reject) => (fail = reject));
    const { recorder, unmount } = mountVideo({ sources: '/list.m3u8', loadHls });
    await userEvent.click(document.querySelector('.sy-media-cover')!);
    unmount();
    fail(new Error('offline'));
    await Promise.resolve();
    expect(recorder.phases()).toEqual(['play seen', 'play started'].map(line));
  });

  it('is no play: what was begun before reset() does not start after it', async () => {
    vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue('');
    let arrive = (_: never) => {};
    const attachMedia = vi.fn();
    class Hls {
      static isSupported = () => true;
      on() {}
      loadSource() {}
      attachMedia = attachMedia;
      destroy() {}
    }
    const loadHls = () => new Promise<never>((resolve) => (arrive = resolve));
    const { container } = mountVideo({ sources: '/list.m3u8', loadHls });
    const started = vi.spyOn(media(), 'play').mockResolvedValue();
    await userEvent.click(document.querySelector('.sy-media-cover')!);
    act(() => container.querySelector<HTMLElement & { reset(): void }>('.sy-video-player')!.reset());
    arrive({ default: Hls } as never);
    await expect.poll(() => attachMedia.mock.calls.length).toBe(1);
    await Promise.resolve();
    expect(started).not.toHaveBeenCalled();
  });
});

it('is silent while a part of the page hides it, and goes on with it', async () => {
  const recorder = createRecorder();
  const tree = (mode: 'hidden' | 'visible') => (
    <recorder.Provider>
      <Activity mode={mode}>
        <VideoPlayer {...video} />
      </Activity>
    </recorder.Provider>
  );
  const { rerender } = render(tree('visible'));
  await play();
  const paused = new Promise((resolve) => media().addEventListener('pause', resolve, { once: true }));
  rerender(tree('hidden'));
  await paused;
  const second = media().currentTime;
  rerender(tree('visible'));
  await playTo(second + 0.2);
  expect(recorder.phases()).toEqual(['play seen', 'play started', 'play committed'].map(line));
});

it('hears the answer to its gate after a part of the page has hidden both', async () => {
  const { Provider } = createRecorder();
  const ask = <Poll id="hurdle" question="What holds you back?" options={['Time', 'Trust']} />;
  const tree = (mode: 'hidden' | 'visible') => (
    <Provider>
      <Activity mode={mode}>
        <VideoPlayer {...video} gate={{ at: 0.2, ask, required: true }} />
      </Activity>
    </Provider>
  );
  const { rerender } = render(tree('visible'));
  await play();
  await expect.poll(gatePanel).not.toBeNull();
  rerender(tree('hidden'));
  rerender(tree('visible'));
  await userEvent.click(page.getByText('Time', { exact: true }));
  await expect.element(goOn()).toBeVisible();
});

it('keeps its place while it is heard behind the page', async () => {
  mountVideo({ countHidden: true });
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  try {
    await play();
    await seek(11);
    await playTo(11.2);
    await expect.poll(() => localStorage.getItem('smallyes:video-player:second-yes:place')).toMatch(/^11/);
  } finally {
    hidden.mockRestore();
  }
});

it('behind the page keeps the place of a film that is complete once in ten seconds as well', async () => {
  mountVideo({ countHidden: true, completeAt: 0.01 });
  await play();
  await expect.poll(() => document.querySelector('[data-complete]')).not.toBeNull();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const written = vi.spyOn(Storage.prototype, 'removeItem');
  const set = vi.spyOn(Storage.prototype, 'setItem');
  try {
    await seek(11);
    await playTo(12.5);
    const places = [...written.mock.calls, ...set.mock.calls].filter(([key]) => key.endsWith(':place'));
    expect(places.length).toBeLessThan(2);
  } finally {
    for (const spy of [hidden, written, set]) spy.mockRestore();
  }
});

it('in a shadow tree keeps the focus, and leaves its full screen for a question', async () => {
  const host = document.body.appendChild(document.createElement('div'));
  const shadow = host.attachShadow({ mode: 'open' });
  const root = createRoot(shadow.appendChild(document.createElement('div')));
  const { Provider } = createRecorder();
  const leave = vi.spyOn(document, 'exitFullscreen').mockResolvedValue();
  try {
    act(() =>
      root.render(
        <Provider>
          <VideoPlayer {...video} gate={{ at: 0.8, ask: <p>Is this useful?</p> }} />
        </Provider>,
      ),
    );
    const film = shadow.querySelector('video')!;
    Object.defineProperty(shadow, 'fullscreenElement', { get: () => film });
    shadow.querySelector<HTMLElement>('.sy-media-cover')!.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shadow.querySelector('.sy-media-cover')).toBeNull();
    expect(shadow.activeElement).toBe(film);
    await expect.poll(() => leave.mock.calls.length).toBe(1);
  } finally {
    act(() => root.unmount());
    host.remove();
  }
});

it.each([
  ['an endless length', { length: Number.POSITIVE_INFINITY }, []],
  ['two chapters in one second', { chapters: [2, 2].map((at, n) => ({ at, label: `Part ${n}` })) }, []],
  ['a chapter that is missing', { chapters: [null] as never }, ['SY-1405']],
  ['captions that are missing', { tracks: [null] as never }, []],
  ['a share in percent', { completeAt: 90 }, ['SY-1412']],
] satisfies [string, Partial<VideoPlayerProps>, string[]][])(
  'shows nothing odd for %s',
  async (_name, props, messages) => {
    for (const message of messages) expectConsole('warn', message);
    mountVideo({ length: undefined, ...props });
    await expect.element(cover()).toHaveAccessibleName('Play Why the second yes is easier');
  },
);
