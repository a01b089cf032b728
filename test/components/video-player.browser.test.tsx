import { render } from '@testing-library/react';
import { createRef, useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StarRating } from 'smallyes/star-rating';
import { createRecorder } from 'smallyes/testing';
import { type PlayerElement, type PlayerGate, VideoPlayer } from 'smallyes/video-player';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import {
  cover,
  line,
  media,
  mountVideo,
  play,
  playTo,
  seek,
  status,
  video,
  wait,
} from './player.support.tsx';

describeConformance('VideoPlayer', {
  component: 'video-player',
  withoutNext: true,
  render: (props) => <VideoPlayer {...video} {...props} />,
  commit: play,
  events: [line('play seen'), line('play started'), line('play committed')],
  vetoes: ['onClick'],
});

describe('before it is played', () => {
  it('loads nothing but its picture', async () => {
    mountVideo();
    await expect.element(cover()).toBeVisible();
    await wait(500);
    expect(media().networkState).toBe(HTMLMediaElement.NETWORK_IDLE);
    expect(media().readyState).toBe(HTMLMediaElement.HAVE_NOTHING);
    expect(media().buffered.length).toBe(0);
  });

  it('says on its button what it is and how long', async () => {
    mountVideo();
    await expect
      .element(page.getByRole('button'))
      .toHaveAccessibleName('Play 0:28 Why the second yes is easier');
  });

  it('is the browser’s own player without JavaScript', async () => {
    const frame = await pageWithoutScript(
      renderToStaticMarkup(
        <VideoPlayer {...video} chapters={[{ at: 0, label: 'One' }]} transcript="Words" />,
      ),
    );
    try {
      const inside = frame.contentDocument!;
      const film = inside.querySelector('video')!;
      expect(film.controls).toBe(true);
      expect(film.preload).toBe('none');
      expect([...film.querySelectorAll('source')].map(({ type }) => type)).toEqual([
        'video/webm',
        'video/mp4',
      ]);
      expect(film.querySelector('track')?.kind).toBe('captions');
      expect(isShown(film)).toBe(true);
      expect(isShown(inside.querySelector('.sy-media-cover')!)).toBe(false);
      expect(isShown(inside.querySelector('.sy-media-chapters')!)).toBe(false);
      expect(isShown(inside.querySelector('summary')!)).toBe(true);
      expect(inside.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    } finally {
      frame.remove();
    }
  });

  it('counts what was played before the page came alive', async () => {
    const recorder = createRecorder();
    const host = document.body.appendChild(document.createElement('div'));
    const tree = (
      <recorder.Provider>
        <VideoPlayer {...video} />
      </recorder.Provider>
    );
    const { renderToString } = await import('react-dom/server');
    const { hydrateRoot } = await import('react-dom/client');
    host.innerHTML = renderToString(tree);
    media().muted = true;
    await media().play();
    await playTo(0.3);
    const react = hydrateRoot(host, tree);
    try {
      await expect
        .poll(() => recorder.phases())
        .toEqual(['play seen', 'play started', 'play committed'].map(line));
      await expect.poll(() => host.querySelector('.sy-media-cover')).toBeNull();
    } finally {
      react.unmount();
      host.remove();
    }
  });
});

describe('the keyboard', () => {
  it('plays with Enter, and goes on in the browser’s own controls', async () => {
    const { recorder } = mountVideo();
    await userEvent.tab();
    // The browser's own controls come first in the order, and are seen then.
    while (!document.activeElement?.matches('.sy-media-cover')) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.localName).toBe('video');
    expect(media().paused).toBe(false);
    await userEvent.keyboard(' ');
    await expect.poll(() => media().paused).toBe(true);
    expect(recorder.phases()).toEqual(['play seen', 'play started', 'play committed'].map(line));
  });

  it('never hides the browser’s own controls from those who have reached them', async () => {
    mountVideo();
    await userEvent.tab();
    expect(document.activeElement).toBe(media());
    await expect.poll(() => getComputedStyle(document.querySelector('.sy-media-cover')!).opacity).toBe('0');
    // Inside of them too, where the player itself has the focus no longer.
    await userEvent.tab();
    expect(document.activeElement).toBe(media());
    expect(media().matches(':focus')).toBe(false);
    expect(getComputedStyle(document.querySelector('.sy-media-cover')!).pointerEvents).toBe('none');
    await userEvent.tab({ shift: true });
    await userEvent.keyboard(' ');
    await expect.poll(() => media().paused).toBe(false);
  });

  it('jumps to a chapter, and says which one plays', async () => {
    const chapters = [
      { at: 0, label: 'The first visit' },
      { at: 14, label: 'A minute' },
    ];
    const { recorder } = mountVideo({ chapters });
    const second = page.getByRole('button', { name: /A minute/ });
    (second.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => media().currentTime).toBeGreaterThan(14);
    await expect.element(second).toHaveAttribute('aria-current', 'true');
    await expect.element(second).toHaveFocus();
    await expect.element(page.getByRole('navigation', { name: 'Chapters' })).toBeVisible();
    expect(recorder.phases()).toContain(line('play committed'));
    await page.getByRole('button', { name: /The first visit/ }).click();
    await expect.poll(() => media().currentTime).toBeLessThan(3);
    await expect
      .element(page.getByRole('button', { name: /The first visit/ }))
      .toHaveAttribute('aria-current');
  });
});

describe('captions', () => {
  it('are in the browser’s menu, and run along', async () => {
    mountVideo({ tracks: [{ ...video.tracks[0]!, default: true }] });
    await play();
    const track = media().textTracks[0]!;
    expect(track).toMatchObject({ kind: 'captions', label: 'English', language: 'en', mode: 'showing' });
    await expect.poll(() => track.cues?.length).toBe(6);
    await seek(6);
    await expect
      .poll(() => (track.activeCues?.[0] as VTTCue | undefined)?.text)
      .toContain('That is no failure.');
  });
});

describe('a gate', () => {
  const ask = <StarRating id="useful" label="Is this useful so far?" />;
  const gated = (gate: Partial<PlayerGate> = {}) => mountVideo({ gate: { at: 4, ask, ...gate } });
  const question = () => page.getByRole('radiogroup', { name: 'Is this useful so far?' });
  const skip = () => page.getByRole('button', { name: 'Skip and watch on' });
  const near = async () => {
    await play();
    await seek(3.6);
  };

  it.each([
    ['a second', 4],
    ['a share', '15%'],
  ] as const)('opens at %s, pauses, and leaves a way out', async (_name, at) => {
    const { container } = gated({ at });
    await near();
    await expect.element(question()).toBeVisible();
    expect(media().paused).toBe(true);
    await expect.element(status().first()).toHaveTextContent('Paused for a short question.');
    expect(await findings(container)).toEqual([]);
    await skip().click();
    await expect.poll(() => media().paused).toBe(false);
    await expect.element(question()).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(media());
    // And does not come again.
    await seek(3.6);
    await playTo(5);
    await expect.element(question()).not.toBeInTheDocument();
  });

  it('lets go on by the yes of the ask inside it, at the visitor’s own press', async () => {
    const { recorder } = mountVideo({
      gate: { at: 4, ask, required: true },
      chapters: [{ at: 20, label: 'Later' }],
    });
    await near();
    await expect.element(question()).toBeVisible();
    await expect.element(skip()).not.toBeInTheDocument();
    await page.getByRole('button', { name: /Later/ }).click();
    expect(media().currentTime).toBeLessThan(5);
    // The browser's own button leads nowhere meanwhile.
    await media()
      .play()
      .catch(() => {});
    await expect.poll(() => media().paused).toBe(true);
    await userEvent.click(document.querySelectorAll('.sy-star-rating-item')[3]!);
    await page.getByRole('button', { name: 'Watch on' }).click();
    await expect.poll(() => media().paused).toBe(false);
    expect(recorder.phases()).toContain('star-rating.rate committed');
    expect(localStorage.getItem('smallyes:video-player:second-yes')).toBe('answered');
  });

  it('is taken as skipped by the browser’s own button, where it may be', async () => {
    gated();
    await near();
    await expect.element(question()).toBeVisible();
    await media().play();
    await expect.element(question()).not.toBeInTheDocument();
    expect(media().paused).toBe(false);
    expect(localStorage.getItem('smallyes:video-player:second-yes')).toBe('skipped');
  });

  it('is not met again on a later visit', async () => {
    gated();
    localStorage.setItem('smallyes:video-player:second-yes', 'answered');
    await near();
    await playTo(5);
    expect(media().paused).toBe(false);
    await expect.element(question()).not.toBeInTheDocument();
  });

  it('opens when the visitor pauses, and not before', async () => {
    gated({ at: 'pause' });
    await near();
    await playTo(5);
    await expect.element(question()).not.toBeInTheDocument();
    media().pause();
    await expect.element(question()).toBeVisible();
  });

  it('opens at the end, where skipping plays nothing', async () => {
    gated({ at: 'end' });
    await play();
    await seek(27.6);
    await expect.element(question()).toBeVisible();
    await skip().click();
    await expect.element(question()).not.toBeInTheDocument();
    expect(media().paused).toBe(true);
  });

  it('is told to go on by an ask of your own', async () => {
    mountVideo({
      gate: {
        at: 4,
        required: true,
        ask: (goOn) => (
          <button type="button" onClick={goOn}>
            I have read it
          </button>
        ),
      },
    });
    await near();
    await page.getByRole('button', { name: 'I have read it' }).click();
    await expect.poll(() => media().paused).toBe(false);
  });
});

describe('the end', () => {
  it('thanks, and shows the next ask once the film rests', async () => {
    mountVideo({ completeAt: 0.1, next: ({ data }) => <p>Next, after {data.duration} s</p> });
    await play();
    await playTo(4);
    await expect.element(page.getByText('Next, after 28 s')).not.toBeInTheDocument();
    media().pause();
    await expect.element(page.getByText('Next, after 28 s')).toBeVisible();
    await expect.element(status()).toHaveTextContent('Thank you for watching!');
    // It stays: something may be written in it.
    await media().play();
    await wait(50);
    await expect.element(page.getByText('Next, after 28 s')).toBeVisible();
  });

  it('takes no press of the next ask for one of its own', async () => {
    const pressed = vi.fn();
    const { recorder } = mountVideo({
      completeAt: 0.1,
      next: <VideoPlayer {...video} id="third-yes" label="The third yes" onClick={pressed} />,
    });
    await play();
    await playTo(4);
    media().pause();
    await page.getByRole('button', { name: /The third yes/ }).click();
    await expect.poll(() => document.querySelectorAll('video')[1]?.paused).toBe(false);
    expect(pressed).toHaveBeenCalledTimes(1);
    expect(media().paused).toBe(true);
    const others = () =>
      recorder.events.flatMap(({ kind, phase, ask }) => (ask.id === 'third-yes' ? [`${kind} ${phase}`] : []));
    await expect.poll(others).toEqual(['play seen', 'play started', 'play committed'].map(line));
  });
});

it('gives the page its media element, and another film for another id', async () => {
  const ref = createRef<PlayerElement>();
  const recorder = createRecorder();
  function Page() {
    const [id, setId] = useState('one');
    return (
      <recorder.Provider>
        <VideoPlayer {...video} id={id} ref={ref} />
        <button type="button" onClick={() => setId('two')}>
          Other
        </button>
      </recorder.Provider>
    );
  }
  render(<Page />);
  await play();
  expect(ref.current?.media).toBe(media());
  await page.getByRole('button', { name: 'Other' }).click();
  await expect.element(cover()).toBeVisible();
  expect(media().paused).toBe(true);
  expect(ref.current?.media).toBe(media());
});
