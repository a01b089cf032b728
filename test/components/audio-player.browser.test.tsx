import { renderToStaticMarkup } from 'react-dom/server';
import { AudioPlayer } from 'smallyes/audio-player';
import type { EventLine } from 'smallyes/testing';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import { audio, media, mountAudio, play } from './player.support.tsx';

describeConformance('AudioPlayer', {
  component: 'audio-player',
  withoutNext: true,
  render: (props) => <AudioPlayer {...audio} {...props} />,
  commit: play,
  events: ['seen', 'started', 'committed'].map((phase) => `audio-player.play ${phase}` as EventLine),
  vetoes: ['onClick'],
});

it('counts what was heard once, then the yes', async () => {
  const { recorder } = mountAudio();
  await play();
  media().playbackRate = 8;
  await expect.poll(() => media().ended, { timeout: 12_000 }).toBe(true);
  const heard = () =>
    recorder.events.flatMap(({ kind, phase, data }) =>
      kind === 'audio-player.complete' ? [`${phase} ${(data as { percent?: number }).percent ?? ''}`] : [],
    );
  await expect
    .poll(heard)
    .toEqual(['progressed 25', 'progressed 50', 'progressed 75', 'committed ', 'progressed 100']);
  await expect.element(page.getByRole('status')).toHaveTextContent('Thank you for listening!');
});

it('plays by the keyboard, and shows the words to those who read', async () => {
  mountAudio({ transcript: <p>All that is said.</p> });
  while (!document.activeElement?.matches('.sy-media-cover')) await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.poll(() => document.activeElement).toBe(media());
  expect(media().paused).toBe(false);
  expect(media().getBoundingClientRect().height).toBeGreaterThan(44);
  await page.getByText('Transcript').click();
  await expect.element(page.getByText('All that is said.')).toBeVisible();
});

it('moves nothing below it when it is played', async () => {
  mountAudio({ transcript: <p>All that is said.</p> });
  const top = () => page.getByText('Transcript').element().getBoundingClientRect().top;
  const before = top();
  await play();
  await expect.poll(() => document.querySelector('.sy-media-cover')).toBeNull();
  expect(top()).toBe(before);
});

it('is the browser’s own player without JavaScript', async () => {
  const frame = await pageWithoutScript(renderToStaticMarkup(<AudioPlayer {...audio} />), 320);
  try {
    const inside = frame.contentDocument!;
    const element = inside.querySelector('audio')!;
    expect(element.controls).toBe(true);
    expect(element.preload).toBe('none');
    expect(isShown(element)).toBe(true);
    expect(isShown(inside.querySelector('.sy-media-cover')!)).toBe(false);
    expect(inside.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  } finally {
    frame.remove();
  }
});

it('keeps the focus of who tries again', async () => {
  expectConsole('warn', 'SY-1403');
  const { recorder } = mountAudio({ sources: '/nowhere.mp3' });
  await userEvent.click(document.querySelector('.sy-media-cover')!);
  const retry = page.getByRole('button', { name: 'Try again' });
  const element = await retry.findElement();
  await userEvent.click(retry);
  await expect.poll(() => recorder.phases().filter((one) => one.endsWith('failed'))).toHaveLength(2);
  expect(element.isConnected).toBe(false);
  expect(document.activeElement).toBe(document.querySelector('.sy-media-cover'));
});
