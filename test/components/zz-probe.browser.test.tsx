import { render } from '@testing-library/react';
import { Activity, StrictMode } from 'react';
import { Checkout } from 'smallyes/checkout';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { CommitmentProvider } from 'smallyes/provider';
import { Reactions } from 'smallyes/reactions';
import { createRecorder } from 'smallyes/testing';
import { VideoPlayer } from 'smallyes/video-player';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { line, media, mountVideo, mp4, play, playTo, video, wait } from './player.support.tsx';

const network = vi.hoisted(() => ({ isDown: false }));
vi.mock('../../src/internal/late.ts', async (original) => {
  const all = await original<typeof import('../../src/internal/late.ts')>();
  return {
    ...all,
    late: (bring: () => Promise<unknown>) =>
      all.late(async () => {
        if (network.isDown) throw new Error('offline');
        return bring();
      }),
  };
});
const emoji = [
  { value: 'love', label: 'Love it', symbol: 'a' },
  { value: 'wow', label: 'Surprising', symbol: 'b' },
  { value: 'party', label: 'Well done', symbol: 'c' },
];
const button = (name: string) => page.getByRole('button', { name });
const goOn = () => page.getByRole('button', { name: 'Watch on' });
const gatePanel = () => document.querySelector('.sy-media-gate');

for (const how of ['sync', 'async'])
it('A queue: vetoed replay, then another ' + how, async () => {
  let answer = () => {};
  let count = 0;
  const given: unknown[] = [];
  const onSubmit = (v: object) => {
    given.push(JSON.stringify(v));
    count++;
    if (count > 1 && how === 'sync') return undefined;
    return new Promise<void>((r) => (answer = r));
  };
  let veto = false;
  const { Provider } = createRecorder();
  render(<Provider><Reactions id="a" set={emoji} multiple onSubmit={onSubmit as never} onClick={(e: any) => veto && e.preventDefault()} /></Provider>);
  await userEvent.click(button('Love it'));
  await userEvent.click(button('Surprising'));
  veto = true;
  answer();
  await wait(300);
  veto = false;
  const before = given.length;
  await userEvent.click(button('Well done'));
  await wait(100);
  answer();
  await wait(300);
  answer();
  await wait(300);
  console.info('PROBE A', how, before, JSON.stringify(given));
});


it('A3 clicks of the page', async () => {
  let answer = () => {};
  const clicks: string[] = [];
  const hear = (e: Event) => clicks.push((e.target as Element).textContent + ' trusted ' + e.isTrusted);
  document.addEventListener('click', hear);
  const { Provider } = createRecorder();
  render(<Provider><Reactions id="a" set={emoji} onSubmit={() => new Promise<void>((r) => (answer = r))} /></Provider>);
  await userEvent.click(button('Love it'));
  await userEvent.click(button('Surprising'));
  answer();
  await wait(300);
  document.removeEventListener('click', hear);
  console.info('PROBE A3', JSON.stringify(clicks));
});
it('H old draft of the tab, newer one of another', async () => {
  const { createMemory } = await import('../../src/provider/memory.ts');
  const { draftInMemory } = await import('../../src/fields/draft-in-memory.ts');
  const { createDraftKeeper } = await import('../../src/fields/form-draft.ts');
  const memory = createMemory();
  memory.follow('granted');
  const note = (t: number, name: string) => JSON.stringify({ v: 1, t, values: { name } });
  sessionStorage.setItem('smallyes:draft:step-form|q', note(Date.now() - 8 * 86400000, 'old'));
  localStorage.setItem('smallyes:draft:step-form|q', note(Date.now() - 1000, 'new'));
  const keeper = createDraftKeeper(() => draftInMemory(memory, 'step-form|q', { maxAge: 7 * 86400000 }), () => ({}));
  console.info('PROBE H', JSON.stringify(keeper.restore()), 'local now', JSON.stringify(localStorage.getItem('smallyes:draft:step-form|q')));
  // sent in this tab: another tab's draft comes in its place
  memory.set('draft:step-form|q', '');
  localStorage.setItem('smallyes:draft:step-form|q', note(Date.now(), 'typed in another tab'));
  const later = createMemory(); later.follow('granted');
  console.info('PROBE H2', later.get('draft:step-form|q'));
});
