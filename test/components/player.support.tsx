import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { AudioPlayer, type AudioPlayerProps } from 'smallyes/audio-player';
import { createRecorder, type EventLine } from 'smallyes/testing';
import { VideoPlayer, type VideoPlayerProps } from 'smallyes/video-player';
import 'smallyes/styles.css';
import { beforeEach, expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import english from '../../stories/media/second-yes.en.vtt?url';
import mp3 from '../../stories/media/second-yes.mp3?url';
import mp4 from '../../stories/media/second-yes.mp4?url';
import webm from '../../stories/media/second-yes.webm?url';
import poster from '../../stories/media/second-yes.webp?url';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

export { english, mp3, mp4, poster, webm };

/** Its real length, in seconds. */
export const duration = 28;

export const video = {
  id: 'second-yes',
  label: 'Why the second yes is easier',
  sources: [webm, mp4],
  tracks: [{ src: english, lang: 'en', label: 'English' }],
  poster,
  length: duration,
  video: { muted: true },
} satisfies VideoPlayerProps;

export const audio = {
  id: 'podcast-12',
  label: 'Episode 12: the second yes',
  sources: mp3,
  length: duration,
  audio: { muted: true },
} satisfies AudioPlayerProps;

/** A line of the recorder. */
export const line = (rest: string): EventLine => `video-player.${rest}` as EventLine;

export const cover = (name = /^Play /) => page.getByRole('button', { name });
export const status = () => page.getByRole('status');

/** The element that plays. */
export const media = (): HTMLMediaElement =>
  document.querySelector<HTMLMediaElement>('video.sy-media-element, audio.sy-media-element')!;

/** Presses play and waits until it plays. */
export async function play(): Promise<void> {
  await userEvent.click(document.querySelector('.sy-media-cover')!);
  await expect.poll(() => document.querySelector('[data-playing]'), { timeout: 3_000 }).not.toBeNull();
}

/** Jumps as a visitor does on the browser's own bar, and waits until the picture is there. */
export async function seek(second: number): Promise<void> {
  const arrived = new Promise((resolve) => media().addEventListener('seeked', resolve, { once: true }));
  media().currentTime = second;
  await arrived;
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the playhead has passed a second. */
export async function playTo(second: number): Promise<void> {
  await expect
    .poll(() => media().currentTime, { interval: 20, timeout: 12_000 })
    .toBeGreaterThanOrEqual(second);
}

/** Mounts one video under a recorder. */
export function mountVideo(props: Partial<VideoPlayerProps> = {}, strict = false) {
  const recorder = createRecorder();
  const ui = (more: Partial<VideoPlayerProps> = {}) => {
    const tree = (
      <recorder.Provider>
        <VideoPlayer {...video} {...props} {...more} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

/** Mounts one recording under a recorder. */
export function mountAudio(props: Partial<AudioPlayerProps> = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <AudioPlayer {...audio} {...props} />
      </recorder.Provider>,
    ),
  };
}
