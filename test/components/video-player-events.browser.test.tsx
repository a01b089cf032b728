import { render } from '@testing-library/react';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import { VideoPlayer } from 'smallyes/video-player';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { duration, line, media, mountVideo, play, playTo, seek, video, wait } from './player.support.tsx';

const began = [line('play seen'), line('play started')];
const phases = (recorder: { phases(): EventLine[] }) =>
  recorder.phases().filter((one) => one.includes('complete'));

/** Says that the page is in a background tab, or no longer. */
function hide(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('playing', () => {
  it.each([false, true])(
    'is one yes, with its length, also on a double click (StrictMode %s)',
    async (strict) => {
      const { recorder } = mountVideo({}, strict);
      await userEvent.dblClick(document.querySelector('.sy-media-cover')!);
      await playTo(0.6);
      expectEvents(recorder, [...began, [line('play committed'), { duration, uniqueSeconds: 0 }]]);
      expect(media().paused).toBe(false);
      expect(document.fullscreenElement).toBeNull();
    },
  );

  it('keeps its cover long enough for the second press of a double click', async () => {
    mountVideo();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const playing = new Promise((resolve) => media().addEventListener('playing', resolve));
      document.querySelector<HTMLElement>('.sy-media-cover')!.click();
      await playing;
      vi.advanceTimersByTime(1);
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      expect(document.querySelector('.sy-media-cover')).not.toBeNull();
      vi.advanceTimersByTime(400);
    } finally {
      vi.useRealTimers();
    }
    await expect.poll(() => document.querySelector('.sy-media-cover')).toBeNull();
  });

  it('counts one yes however often it is paused and played', async () => {
    const { recorder } = mountVideo();
    await play();
    for (let times = 0; times < 3; times++) {
      media().pause();
      await wait(30);
      await media().play();
    }
    expectEvents(recorder, [...began, line('play committed')]);
  });

  it('counts the same for the browser’s own button', async () => {
    const { recorder } = mountVideo();
    await media().play();
    await expect.poll(() => recorder.phases()).toContain(line('play committed'));
    await expect.poll(() => document.querySelector('.sy-media-cover')).toBeNull();
  });

  it('says how far it came when the visitor leaves', async () => {
    const { recorder } = mountVideo();
    await play();
    await playTo(1);
    window.dispatchEvent(new Event('pagehide'));
    const last = recorder.events.at(-1)!;
    expect(last.phase).toBe('abandoned');
    expect(last.data).toMatchObject({ duration });
    expect((last.data as { uniqueSeconds: number }).uniqueSeconds).toBeGreaterThan(0.6);
    expect((last.data as { uniqueSeconds: number }).uniqueSeconds).toBeLessThan(1.6);
  });
});

describe('what was seen', () => {
  it('tells milestones of seconds seen once, then the yes, each exactly once', async () => {
    const { recorder } = mountVideo({ completeAt: 0.9 });
    await play();
    media().playbackRate = 8;
    await expect.poll(() => media().ended, { timeout: 12_000 }).toBe(true);
    const lines = [25, 50, 75].map(() => line('complete progressed'));
    await expect
      .poll(() => phases(recorder))
      .toEqual([...lines, line('complete committed'), line('complete progressed')]);
    const percents = recorder.events.flatMap(({ phase, data }) => (phase === 'progressed' ? [data] : []));
    expect(percents).toMatchObject([25, 50, 75, 100].map((percent) => ({ duration, percent })));
    const yes = recorder.events.find(
      ({ kind, phase }) => kind.endsWith('complete') && phase === 'committed',
    )!;
    const { uniqueSeconds } = yes.data as { uniqueSeconds: number };
    expect(uniqueSeconds).toBeGreaterThanOrEqual(duration * 0.9 - 0.5);
    expect(uniqueSeconds).toBeLessThanOrEqual(duration);
    // All over again inflates nothing.
    const before = recorder.events.length;
    await media().play();
    await playTo(10);
    expect(recorder.events).toHaveLength(before);
  });

  it('is not complete by jumping to the end', async () => {
    const { recorder } = mountVideo();
    await play();
    await playTo(0.5);
    await seek(27);
    await expect.poll(() => media().ended, { timeout: 4_000 }).toBe(true);
    await wait(100);
    expect(phases(recorder)).toEqual([]);
  });

  it('does not grow by watching the same part again', async () => {
    const { recorder } = mountVideo();
    await play();
    media().playbackRate = 4;
    // Four times the first four seconds: sixteen, had they been added up.
    for (let times = 0; times < 4; times++) {
      await playTo(4);
      await seek(0);
    }
    expect(phases(recorder)).toEqual([]);
    await expect.poll(() => phases(recorder)).toEqual([line('complete progressed')]);
    expect(media().currentTime).toBeLessThan(10);
  });

  it('stands still while the page is hidden, and goes on after it', async () => {
    const { recorder } = mountVideo();
    try {
      await play();
      hide(true);
      media().playbackRate = 8;
      await playTo(16);
      expect(phases(recorder)).toEqual([]);
      hide(false);
      await expect.poll(() => media().ended, { timeout: 12_000 }).toBe(true);
      // Twelve of twenty-eight seconds.
      expect(phases(recorder)).toEqual([line('complete progressed')]);
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('goes on while the page is hidden where that is wanted', async () => {
    const { recorder } = mountVideo({ countHidden: true });
    try {
      await play();
      hide(true);
      media().playbackRate = 8;
      await playTo(8);
      await expect.poll(() => phases(recorder)).toEqual([line('complete progressed')]);
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('is kept when the player is mounted anew within the attempt', async () => {
    const recorder = createRecorder();
    const tree = (key: string) => (
      <recorder.Provider>
        <VideoPlayer {...video} key={key} />
      </recorder.Provider>
    );
    const { rerender } = render(tree('one'));
    await play();
    media().playbackRate = 8;
    await playTo(8);
    rerender(tree('two'));
    await play();
    media().playbackRate = 8;
    await playTo(9);
    expect(phases(recorder)).toEqual([line('complete progressed')]);
  });

  it('begins anew after reset()', async () => {
    const { recorder, container } = mountVideo();
    await play();
    media().playbackRate = 8;
    await playTo(8);
    (container.querySelector('.sy-video-player') as unknown as { reset(): void }).reset();
    await expect.poll(() => document.querySelector('.sy-media-cover')).not.toBeNull();
    await wait(500);
    expect(media().currentTime).toBe(0);
    await play();
    media().playbackRate = 8;
    await expect.poll(() => phases(recorder)).toHaveLength(2);
    expect(recorder.phases().filter((one) => one === line('play committed'))).toHaveLength(2);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('counts the share that the developer asks for', async () => {
    const onCommit = vi.fn();
    mountVideo({ completeAt: 0.2, onCommit });
    await play();
    // Slow enough for a busy machine, which tells of the time in steps too far apart to be believed when it runs faster.
    media().playbackRate = 2;
    await expect
      .poll(() => onCommit.mock.calls.map(([{ kind }]) => kind))
      .toEqual(['video-player.play', 'video-player.complete']);
    expect(media().currentTime).toBeLessThan(duration / 2);
  });
});
