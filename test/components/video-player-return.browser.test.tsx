import { act, cleanup, render } from '@testing-library/react';
import { AudioPlayer } from 'smallyes/audio-player';
import { de } from 'smallyes/locales/de';
import { createRecorder } from 'smallyes/testing';
import { VideoPlayer, type VideoPlayerProps } from 'smallyes/video-player';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { audio, cover, line, media, play, playTo, video } from './player.support.tsx';

/** A visit of its own, to a device that has been here before. */
function visit(props: Partial<VideoPlayerProps> = {}, functional = true) {
  const recorder = createRecorder({ keepMemory: true });
  const view = render(
    <recorder.Provider {...(functional ? {} : { consent: { functional: false } })}>
      <VideoPlayer {...video} {...props} />
    </recorder.Provider>,
  );
  return { recorder, ...view };
}

/** Has seen the first ten seconds, not half of it, and goes. */
async function seeAndLeave(props: Partial<VideoPlayerProps> = {}, functional = true): Promise<void> {
  visit(props, functional);
  await play();
  media().playbackRate = 3;
  await playTo(10.2);
  cleanup();
}

describe('a visitor who comes back', () => {
  it('goes on where the last visit ended, and can see that before', async () => {
    await seeAndLeave();
    const { container } = visit();
    await expect.element(cover(/^Continue at 0:1\d Why the second yes is easier$/)).toBeVisible();
    expect(await findings(container)).toEqual([]);
    await play();
    expect(media().currentTime).toBeGreaterThan(10.1);
  });

  it('is told no milestone twice, and has seen the whole over two visits', { timeout: 40_000 }, async () => {
    await seeAndLeave();
    const { recorder } = visit();
    await play();
    // No faster: a busy machine leaves out what would have been seen.
    media().playbackRate = 2;
    await expect.poll(() => media().ended, { timeout: 25_000 }).toBe(true);
    await expect
      .poll(() => recorder.phases())
      .toEqual(
        [
          'play seen',
          'play started',
          'play committed',
          'complete progressed',
          'complete progressed',
          'complete committed',
          'complete progressed',
        ].map(line),
      );
    expect(recorder.events.map(({ data }) => data && 'percent' in data && data.percent)).toEqual(
      expect.arrayContaining([50, 75, 100]),
    );
  });

  it('begins anew after the end', async () => {
    visit();
    await play();
    media().playbackRate = 8;
    await expect.poll(() => media().ended, { timeout: 12_000 }).toBe(true);
    cleanup();
    visit();
    await expect.element(cover(/^Play 0:28/)).toBeVisible();
  });

  it('jumps to a chapter from there as well, with what was seen', async () => {
    await seeAndLeave();
    const { recorder } = visit({ chapters: [{ at: 2, label: 'The first yes' }] });
    await page.getByRole('button', { name: /The first yes/ }).click();
    await playTo(2.2);
    expect(media().currentTime).toBeLessThan(8);
    expect(recorder.events.some(({ data }) => data && 'percent' in data && data.percent)).toBe(false);
  });

  it('begins at the start where the page does not want it, and after reset()', async () => {
    await seeAndLeave({ remember: false });
    visit();
    await expect.element(cover(/^Play 0:28/)).toBeVisible();
    cleanup();
    await seeAndLeave();
    const { container } = visit();
    await expect.element(cover(/^Continue/)).toBeVisible();
    act(() => container.querySelector<HTMLElement & { reset(): void }>('.sy-video-player')!.reset());
    await expect.element(cover(/^Play 0:28/)).toBeVisible();
    await play();
    expect(media().currentTime).toBeLessThan(5);
  });

  it('finds the place as well that was left by closing the page while it played', async () => {
    visit();
    await play();
    // What was seen is a part of the note, and a slow machine tells of it late.
    await playTo(0.6);
    media().currentTime = 14;
    await playTo(14.2);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
    expect(localStorage.getItem('smallyes:video-player:second-yes:place')).toMatch(/^14\.\d /);
  });

  it('reads where it goes on in the longest words and hours, on 320 px', async () => {
    await page.viewport(320, 800);
    try {
      for (const [name, Component] of [
        ['video', VideoPlayer],
        ['audio', AudioPlayer],
      ] as const) {
        localStorage.setItem(`smallyes:${name}-player:long:place`, '3723 0 3723');
        const { Provider } = createRecorder({ keepMemory: true });
        const { container, unmount } = render(
          <Provider labels={de} locale="de">
            <Component
              id="long"
              label="Ein langes Gespräch"
              sources="/nowhere.mp4"
              tracks={[]}
              length={7_512}
            />
          </Provider>,
        );
        await expect.element(page.getByRole('button', { name: /ab 1:02:03/ })).toBeVisible();
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
        const edge = container.querySelector('.sy-media-cover')!.getBoundingClientRect();
        for (const one of container.querySelectorAll('.sy-media-length, .sy-media-play')) {
          const box = one.getBoundingClientRect();
          expect(box.left).toBeGreaterThanOrEqual(edge.left);
          expect(box.right).toBeLessThanOrEqual(edge.right);
        }
        unmount();
      }
    } finally {
      await page.viewport(800, 900);
    }
  });

  it('leaves nothing on the device without consent', async () => {
    await seeAndLeave({}, false);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('is met by a note that is none as by no note', async () => {
    localStorage.setItem('smallyes:video-player:second-yes:place', '9e999 {} x');
    visit();
    await expect.element(cover(/^Play 0:28/)).toBeVisible();
    await play();
    expect(media().currentTime).toBeLessThan(5);
  });
});

describe('several players on a page', () => {
  const two = (isMuted: boolean) => {
    const recorder = createRecorder();
    const view = render(
      <recorder.Provider>
        <VideoPlayer
          {...video}
          gate={{ at: 'pause', ask: <p>Leaving so soon?</p> }}
          video={{ muted: isMuted }}
        />
        <AudioPlayer {...audio} audio={{ muted: isMuted }} />
      </recorder.Provider>,
    );
    const [film, podcast] = view.container.querySelectorAll<HTMLMediaElement>('.sy-media-element');
    for (const one of [film!, podcast!]) one.volume = 0.01;
    return { film: film!, podcast: podcast!, recorder };
  };
  const press = (label: RegExp) => userEvent.click(cover(label).element());

  it('are heard one at a time, which is no pause of the visitor’s', async () => {
    const { film, podcast } = two(false);
    await press(/second yes is easier/);
    await expect.poll(() => film.currentTime).toBeGreaterThan(0.2);
    await press(/Episode 12/);
    await expect.poll(() => podcast.currentTime).toBeGreaterThan(0.2);
    expect(film.paused).toBe(true);
    await expect.element(page.getByText('Leaving so soon?')).not.toBeInTheDocument();
    await film.play();
    await expect.poll(() => podcast.paused).toBe(true);
    expect(film.paused).toBe(false);
    film.pause();
    await expect.element(page.getByText('Leaving so soon?')).toBeVisible();
  });

  it('may play together while one of them is muted, until it is not', async () => {
    const { film, podcast } = two(true);
    await press(/second yes is easier/);
    await press(/Episode 12/);
    await expect.poll(() => podcast.currentTime).toBeGreaterThan(0.2);
    expect(film.paused).toBe(false);
    podcast.muted = false;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(film.paused).toBe(false);
    film.muted = false;
    await expect.poll(() => podcast.paused).toBe(true);
  });
});

describe('a transcript', () => {
  it('may hold buttons that jump to what is said there, and one that names no second does no harm', async () => {
    const { recorder } = visit({
      transcript: (
        <p>
          <button type="button" data-play="6">
            A small yes first.
          </button>
          <button type="button" data-play="soon">
            Some day.
          </button>
        </p>
      ),
    });
    await page.getByText('Transcript').click();
    await page.getByRole('button', { name: 'Some day.' }).click();
    await playTo(0.2);
    await page.getByRole('button', { name: 'A small yes first.' }).click();
    await playTo(6.1);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(recorder.phases()).not.toContain(line('play failed'));
  });
});
