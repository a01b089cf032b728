import { cleanup, render } from '@testing-library/react';
import { AudioPlayer } from 'smallyes/audio-player';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  audio,
  duration,
  line,
  media,
  mountAudio,
  mountVideo,
  mp3,
  play,
  poster,
  seek,
} from './player.support.tsx';

const session = navigator.mediaSession;
const acts = new Map<string, MediaSessionActionHandler | null>();
/** Presses a key of a lock screen. */
const press = (action: MediaSessionAction, details: object = {}) => acts.get(action)!({ action, ...details });
/** What can be heard: a muted recording takes no place of the system's. */
const heard = { audio: { muted: false } };
const held = () => vi.waitFor(() => expect(session.metadata).not.toBeNull());
const chapters = [
  { at: 0, label: 'Hello' },
  { at: 9, label: 'The talk' },
  { at: 20, label: 'The end' },
];

beforeEach(() => {
  session.metadata = null;
  acts.clear();
  vi.spyOn(session, 'setActionHandler').mockImplementation((action, act) => void acts.set(action, act));
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('shows label and poster once it is heard, and not before', async () => {
  mountAudio({ ...heard, poster });
  expect(session.metadata).toBeNull();
  await play();
  await held();
  const { title, artist, album, artwork } = session.metadata!;
  expect([title, artist, album]).toEqual(['Episode 12: the second yes', '', '']);
  expect(artwork.map(({ src }) => src)).toEqual([new URL(poster, location.href).href]);
});

it('shows what it is told, and leaves out an address that is none', async () => {
  const mediaSession = { title: 'Twelve', artist: 'Mira Okafor', album: 'Small Shops', artwork: 'https://[' };
  mountAudio({ ...heard, mediaSession, poster });
  await play();
  await held();
  const { title, artist, album, artwork } = session.metadata!;
  expect([title, artist, album, artwork]).toEqual(['Twelve', 'Mira Okafor', 'Small Shops', []]);
});

it('is shown by a browser that has no URL.canParse', async () => {
  const { canParse } = URL;
  Reflect.deleteProperty(URL, 'canParse');
  try {
    mountAudio({ ...heard, poster });
    await play();
    await held();
    expect(session.metadata!.artwork).toHaveLength(1);
  } finally {
    URL.canParse = canParse;
  }
});

it('reads a label that is more than text', async () => {
  mountAudio({
    ...heard,
    label: (
      <>
        Episode <b>12</b>
      </>
    ),
  });
  await play();
  await held();
  expect(session.metadata!.title).toBe('Episode 12');
});

it.each([
  ['it is muted', { audio: { muted: true } }],
  ['the page keeps that place', { ...heard, mediaSession: false as const }],
])('shows nothing where %s', async (_why, props) => {
  mountAudio(props);
  await play();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(session.metadata).toBeNull();
  expect(acts.size).toBe(0);
});

it('plays, pauses and seeks from there, and the events stay those of a visitor', async () => {
  const { recorder } = mountAudio(heard);
  await play();
  await held();
  press('pause');
  await expect.poll(() => media().paused).toBe(true);
  press('play');
  await expect.poll(() => media().paused).toBe(false);
  press('pause');
  await seek(5);
  press('seekforward');
  expect(media().currentTime).toBe(15);
  press('seekbackward', { seekOffset: 4 });
  expect(media().currentTime).toBe(11);
  press('seekto', { seekTime: 3 });
  expect(media().currentTime).toBe(3);
  press('seekbackward');
  expect(media().currentTime).toBe(0);
  press('seekto', { seekTime: 999 });
  expect(media().currentTime).toBeCloseTo(media().duration, 1);
  expect(media().duration).toBeGreaterThan(duration - 2);
  expect(recorder.phases().slice(0, 3).map(String)).toEqual([
    'audio-player.play seen',
    'audio-player.play started',
    'audio-player.play committed',
  ]);
  expect(acts.get('nexttrack')).toBeNull();
});

it('leads from chapter to chapter, and tells of them where the platform knows any', async () => {
  mountAudio({ ...heard, chapters });
  await play();
  await held();
  press('pause');
  press('nexttrack');
  expect(media().currentTime).toBe(9);
  press('nexttrack');
  press('nexttrack');
  expect(media().currentTime).toBe(20);
  press('previoustrack');
  expect(media().currentTime).toBe(9);
  media().currentTime = 14;
  press('previoustrack');
  expect(media().currentTime).toBe(9);
  const told = (session.metadata as { chapterInfo?: readonly { title: string; startTime: number }[] })
    .chapterInfo;
  if (told)
    expect(told.map(({ title, startTime }) => [title, startTime])).toEqual([
      ['Hello', 0],
      ['The talk', 9],
      ['The end', 20],
    ]);
});

it('leads round no gate that is required', async () => {
  mountVideo({
    gate: { at: 1, required: true, ask: <p>An answer first</p> },
    video: { muted: false },
  });
  await play();
  await held();
  await expect.poll(() => document.querySelector('.sy-media-gate'), { timeout: 4_000 }).not.toBeNull();
  await expect.poll(() => media().paused).toBe(true);
  press('play');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(media().paused).toBe(true);
  expect(document.querySelector('.sy-media-gate')).not.toBeNull();
});

it('is told once, however often the volume is turned', async () => {
  mountAudio(heard);
  await play();
  await held();
  const first = session.metadata;
  media().volume = 0.5;
  media().volume = 0.4;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(session.metadata).toBe(first);
  expect(vi.mocked(session.setActionHandler)).toHaveBeenCalledTimes(7);
});

it('gives the place to who is heard last, and back when that goes', async () => {
  const { Provider } = createRecorder();
  const ui = (isBoth: boolean) => (
    <Provider>
      <AudioPlayer {...audio} {...heard} />
      {isBoth && <AudioPlayer {...audio} {...heard} id="other" label="Episode 13" sources={mp3} />}
    </Provider>
  );
  const { rerender, unmount } = render(ui(true));
  for (const cover of document.querySelectorAll('.sy-media-cover')) {
    await userEvent.click(cover);
    await vi.waitFor(() =>
      expect(session.metadata?.title).toBe(
        cover.closest('[data-sy-ask]')!.querySelector('.sy-question')!.textContent,
      ),
    );
  }
  expect(session.metadata?.title).toBe('Episode 13');
  rerender(ui(false));
  expect(session.metadata).toBeNull();
  expect([...acts.values()].every((act) => act === null)).toBe(true);
  // What the page puts there is the page's.
  const own = new MediaMetadata({ title: 'Ours' });
  session.metadata = own;
  unmount();
  expect(session.metadata).toBe(own);
});

it('is no reason to fail where there is no such place', async () => {
  vi.spyOn(Navigator.prototype, 'mediaSession', 'get').mockReturnValue(undefined as never);
  const { recorder } = mountVideo({ video: { muted: false } });
  await play();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(recorder.phases()).toContain(line('play committed'));
});
