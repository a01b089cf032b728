import { render } from '@testing-library/react';
import Hls from 'hls.js';
import { AudioPlayer } from 'smallyes/audio-player';
import { createRecorder } from 'smallyes/testing';
import type { HlsModule } from 'smallyes/video-player';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import init from '../../stories/media/hls/init.mp4?url';
import first from '../../stories/media/hls/part-0.m4s?url';
import second from '../../stories/media/hls/part-1.m4s?url';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import {
  cover,
  line,
  media,
  mountVideo,
  play,
  playTo,
  status,
  video,
  wait,
  webm,
} from './player.support.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tube-one': object;
    }
  }
}

const pressPlay = () => userEvent.click(document.querySelector('.sy-media-cover')!);
const alert = () => page.getByRole('alert');
const retry = () => page.getByRole('button', { name: 'Try again' });

afterEach(() => {
  vi.useRealTimers();
});

describe('a recording that cannot be played', () => {
  it('says so, records it, and can be tried again', async () => {
    expectConsole('warn', 'SY-1403');
    const { recorder, rerender, ui, container } = mountVideo({ sources: ['/nowhere.webm', '/nowhere.mp4'] });
    await pressPlay();
    await expect.element(alert()).toHaveTextContent('The video cannot be played right now.');
    expect(recorder.phases()).toEqual(['play seen', 'play started', 'play failed'].map(line));
    expect(container.querySelector('.sy-spinner')).toBeNull();
    expect(await findings(container)).toEqual([]);
    await retry().click();
    await expect.poll(() => recorder.phases().at(-1)).toBe(line('play failed'));
    await expect.element(alert()).toBeVisible();
    // The next one is another recording.
    rerender(ui({ sources: webm }));
    await retry().click();
    await playTo(0.3);
    await expect.element(alert()).not.toBeInTheDocument();
    expect(recorder.phases().at(-1)).toBe(line('play committed'));
  });

  it('takes the second file where the first one is broken, without a word', async () => {
    const { recorder } = mountVideo({ sources: [{ src: '/nowhere.webm', type: 'video/webm' }, webm] });
    await play();
    await expect.element(alert()).not.toBeInTheDocument();
    expect(recorder.phases()).toEqual(['play seen', 'play started', 'play committed'].map(line));
  });

  it('goes on where it was when the connection is back', async () => {
    expectConsole('warn', 'SY-1403');
    mountVideo();
    await play();
    media().currentTime = 9;
    await playTo(9.1);
    // What Chromium does when the network gives out in the middle.
    Object.defineProperty(media(), 'error', { configurable: true, value: { code: 2, message: 'network' } });
    media().dispatchEvent(new Event('error'));
    await expect.element(alert()).toBeVisible();
    Reflect.deleteProperty(media(), 'error');
    await retry().click();
    await playTo(9.2);
    await expect.element(alert()).not.toBeInTheDocument();
  });

  it('plays without captions that do not load', async () => {
    expectConsole('warn', 'SY-1407');
    const { recorder } = mountVideo({
      tracks: [{ src: '/nowhere.vtt', lang: 'en', label: 'English', default: true }],
    });
    await play();
    await playTo(0.5);
    await expect.element(alert()).not.toBeInTheDocument();
    expect(recorder.phases()).toContain(line('play committed'));
  });

  it.each([
    ['nothing', undefined, 'SY-1401'],
    ['an empty list', [], 'SY-1401'],
    ['nonsense', [null, 7, {}], 'SY-1401'],
  ])('never throws for %s as its sources', async (_name, sources, message) => {
    expectConsole('warn', message);
    expectConsole('warn', 'SY-1403');
    mountVideo({ sources: sources as never });
    await pressPlay();
    await expect.element(alert()).toBeVisible();
  });

  it('tells the developer of missing captions, places and chapters that are none', async () => {
    expectConsole('warn', 'SY-1404');
    expectConsole('warn', 'the gate stands at soon');
    expectConsole('warn', 'the chapter "Where?" begins at NaN');
    mountVideo({
      tracks: undefined,
      gate: { at: 'soon' as never, ask: 'Never shown' },
      chapters: [
        { at: 3, label: 'Three' },
        { at: Number.NaN, label: 'Where?' },
      ],
    });
    await expect.element(page.getByRole('button', { name: /Three/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Where/ })).not.toBeInTheDocument();
    await play();
    await playTo(1);
    await expect.element(page.getByText('Never shown')).not.toBeInTheDocument();
  });
});

describe('a browser that does not let it start', () => {
  it('says so, and one more press plays', async () => {
    const { recorder } = mountVideo();
    vi.spyOn(media(), 'play').mockRejectedValueOnce(new DOMException('no gesture', 'NotAllowedError'));
    await pressPlay();
    await expect.element(status()).toHaveTextContent('Your browser did not let the video start.');
    expect(recorder.phases()).toEqual(['play seen', 'play started'].map(line));
    await retry().click();
    await playTo(0.3);
    await expect.element(status()).toHaveTextContent('');
    await expect.element(retry()).not.toBeInTheDocument();
    expect(recorder.phases().at(-1)).toBe(line('play committed'));
  });

  it('takes a pause before the first picture for no failure', async () => {
    const { recorder } = mountVideo();
    vi.spyOn(media(), 'play').mockRejectedValueOnce(new DOMException('paused', 'AbortError'));
    await pressPlay();
    await wait(50);
    await expect.element(alert()).not.toBeInTheDocument();
    expect(recorder.phases()).not.toContain(line('play failed'));
  });
});

describe('a connection that stalls', () => {
  it('says so after a while, and loads anew on request', async () => {
    mountVideo();
    await expect.element(cover()).toBeVisible();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(media(), 'play').mockReturnValueOnce(new Promise(() => {}));
    document.querySelector<HTMLElement>('.sy-media-cover')!.click();
    await Promise.resolve();
    vi.advanceTimersByTime(7_900);
    expect(document.querySelector('[role=status]')?.textContent).toBe('Loading the video …');
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    await expect
      .element(status())
      .toHaveTextContent('This takes longer than usual. Your connection may be slow.');
    await retry().click();
    await playTo(0.3);
    await expect.element(status()).toHaveTextContent('');
  });

  it('takes its word back when the picture moves again', async () => {
    mountVideo();
    await play();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    media().dispatchEvent(new Event('waiting'));
    vi.advanceTimersByTime(8_100);
    vi.useRealTimers();
    await playTo(media().currentTime + 0.5);
    await expect.element(retry()).not.toBeInTheDocument();
  });
});

describe('a list of segments', () => {
  const from = (file: string) => new URL(file, location.href).href;
  const list = URL.createObjectURL(
    new Blob(
      [
        `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n#EXT-X-PLAYLIST-TYPE:VOD\n`,
        `#EXT-X-MAP:URI="${from(init)}"\n#EXTINF:4.0,\n${from(first)}\n#EXTINF:4.0,\n${from(second)}\n#EXT-X-ENDLIST\n`,
      ],
      { type: 'application/vnd.apple.mpegurl' },
    ),
  );
  const hls = { src: list, type: 'application/vnd.apple.mpegurl' };
  /** A browser that cannot play lists by itself, as most were until 2025. */
  const unable = () => {
    const { canPlayType } = HTMLMediaElement.prototype;
    vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockImplementation(function (
      this: HTMLMediaElement,
      type,
    ) {
      return /mpegurl/.test(type) ? '' : canPlayType.call(this, type);
    });
  };

  it('is played by hls.js, which is brought at the first play and no earlier', async () => {
    unable();
    const loadHls = vi.fn(() => import('hls.js'));
    const { recorder, unmount } = mountVideo({ sources: hls, loadHls, tracks: [] });
    await wait(200);
    expect(loadHls).not.toHaveBeenCalled();
    const destroy = vi.spyOn(Hls.prototype, 'destroy');
    await play();
    await playTo(0.5);
    expect(loadHls).toHaveBeenCalledTimes(1);
    expect(media().duration).toBeCloseTo(8, 0);
    expect(recorder.phases()).toEqual(['play seen', 'play started', 'play committed'].map(line));
    unmount();
    expect(destroy).toHaveBeenCalledTimes(1);
  });

  it('needs no hls.js where another file can be played', async () => {
    unable();
    const loadHls = vi.fn<() => Promise<HlsModule>>();
    mountVideo({ sources: [hls, webm], loadHls });
    await play();
    expect(loadHls).not.toHaveBeenCalled();
  });

  it.each([
    ['is nowhere', () => Promise.reject(new Error('offline'))],
    ['cannot work', () => Promise.resolve({ default: { isSupported: () => false } } as never)],
  ])('says that it cannot be played when hls.js %s', async (_name, loadHls) => {
    expectConsole('warn', 'SY-1403');
    unable();
    mountVideo({ sources: hls, loadHls: loadHls as () => Promise<HlsModule> });
    await pressPlay();
    await expect.element(alert()).toBeVisible();
  });

  it('tells the developer what is missing without loadHls', async () => {
    expectConsole('warn', 'SY-1402');
    expectConsole('warn', 'SY-1403');
    unable();
    mountVideo({ sources: hls });
    await pressPlay();
    await expect.element(alert()).toBeVisible();
  });

  it('says so when hls.js gives up, and begins anew on request', async () => {
    expectConsole('warn', 'SY-1403');
    unable();
    mountVideo({ sources: { ...hls, src: '/nowhere.m3u8' }, loadHls: () => import('hls.js') });
    await pressPlay();
    await expect.element(alert()).toBeVisible();
  });
});

describe('an element of somebody else', () => {
  /** As the players of video services are: an element that passes on what its frame says, and comes late. */
  const define = (name: string) =>
    customElements.define(
      name,
      class extends HTMLElement {
        readonly inner = Object.assign(document.createElement('video'), { src: webm, muted: true });
        get paused() {
          return this.inner.paused;
        }
        get ended() {
          return this.inner.ended;
        }
        get seeking() {
          return this.inner.seeking;
        }
        get playbackRate() {
          return this.inner.playbackRate;
        }
        get duration() {
          return this.inner.duration;
        }
        get currentTime() {
          return this.inner.currentTime;
        }
        set currentTime(second) {
          this.inner.currentTime = second;
        }
        connectedCallback() {
          for (const type of ['play', 'playing', 'pause', 'ended', 'timeupdate', 'seeking'])
            this.inner.addEventListener(type, () => this.dispatchEvent(new Event(type)));
        }
        play() {
          return this.inner.play();
        }
        pause() {
          this.inner.pause();
        }
      },
    );
  it('is measured like the browser’s own, and loads at the first play when given as a function', async () => {
    const { recorder } = mountVideo({ sources: undefined, media: () => <tube-one /> });
    expect(document.querySelector('tube-one')).toBeNull();
    await pressPlay();
    expect(document.querySelector('tube-one')).not.toBeNull();
    // Its script arrives now.
    define('tube-one');
    await expect
      .poll(() => recorder.phases())
      .toEqual(['play seen', 'play started', 'play committed'].map(line));
    const tube = document.querySelector('tube-one') as unknown as { inner: HTMLVideoElement };
    tube.inner.playbackRate = 8;
    await expect.poll(() => recorder.phases()).toContain(line('complete progressed'));
  });
});

it('keeps an audio player apart from a video player of the same name', async () => {
  const recorder = createRecorder();
  render(
    <recorder.Provider>
      <AudioPlayer id={video.id} label="Heard" sources="/nowhere.mp3" />
    </recorder.Provider>,
  );
  await recorder.waitFor('audio-player.play seen');
  expect(recorder.events).toHaveLength(1);
});
