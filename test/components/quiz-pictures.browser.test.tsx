import { render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { defineQuiz, Quiz, type QuizImage, scoreQuiz } from 'smallyes/quiz';
import { expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/quiz.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import poster from '../../stories/media/second-yes.webp?url';
import { findings } from '../support/axe.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import { quiz as line, mount, pick, place, radio } from './quiz.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const size = { width: 640, height: 360 };

/** So many answers, each with a picture. */
const rooms = (count: number, image: QuizImage = { src: poster, ...size }, several = false) =>
  defineQuiz({
    mode: 'personality',
    outcomes: { a: { title: 'A' }, b: { title: 'B' } },
    questions: {
      room: {
        question: 'Which room?',
        multiple: several,
        ...(several && { max: 2 }),
        answers: Array.from({ length: count }, (_, at) => ({
          value: `room${at}`,
          label: `Room ${at}`,
          for: at ? ('a' as const) : ('b' as const),
          image,
        })),
      },
      light: {
        question: 'Which light?',
        answers: [
          { value: 'sun', label: 'Sun', for: 'a' },
          { value: 'lamp', label: 'Lamp', for: 'b' },
        ],
      },
    },
  });
const pictures = () => [...document.querySelectorAll<HTMLImageElement>('.sy-quiz-picture')];
const cards = () => [...document.querySelectorAll<HTMLElement>('[data-current] .sy-choice')];
const columns = () => new Set(cards().map((card) => Math.round(card.getBoundingClientRect().left))).size;
/** Enough for every picture to have come, or failed. */
const settled = () =>
  expect.poll(() => pictures().every((one) => one.complete), { timeout: 3_000 }).toBe(true);

const mountIn = (width: number, quiz: unknown, props: object = {}) =>
  mount({ quiz, style: { inlineSize: width }, ...props });

describe('an answer with a picture', () => {
  it('is a native radio that its label names, and is picked by a press on the picture', async () => {
    const { recorder, container } = mountIn(400, rooms(3));
    await settled();
    expect(pictures().map(({ alt, loading, decoding }) => [alt, loading, decoding])).toEqual(
      Array.from({ length: 3 }, () => ['', 'lazy', 'async']),
    );
    expect(await findings(container)).toEqual([]);
    await userEvent.click(pictures()[1]!);
    await expect.element(page.getByRole('heading', { name: 'Which light?' })).toBeVisible();
    expect(document.querySelector<HTMLInputElement>('[value=room1]')!.checked).toBe(true);
    expectEvents(recorder, [line('seen'), line('started'), [line('progressed'), place('room', 1, 2)]]);
  });

  it('is reached and picked by the keyboard, with a ring around the card and a check in it', async () => {
    mountIn(400, rooms(3), { layout: 'page' });
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect.element(radio('Room 0')).toBeChecked();
    const [card, other] = cards();
    expect(getComputedStyle(card!).outlineStyle).toBe('solid');
    const check = (one: HTMLElement) => getComputedStyle(one.querySelector('input')!, '::before').clipPath;
    expect(check(card!)).toContain('polygon');
    expect(check(other!)).toBe('none');
  });

  it('is named by its picture too, where that says more', async () => {
    mountIn(400, rooms(2, { src: poster, alt: 'A table by a window:' }));
    await expect.element(radio('A table by a window: Room 0')).toBeVisible();
  });

  it('has no other name where there is none', () => {
    mountIn(400, rooms(2, { src: poster, alt: undefined }));
    expect(pictures().map((one) => one.getAttribute('alt'))).toEqual(['', '']);
  });

  it('takes checkboxes where several are possible', async () => {
    mountIn(400, rooms(3, { src: poster }, true));
    for (const name of ['Room 0', 'Room 2'])
      await page.getByRole('checkbox', { name }).click({ force: true });
    await expect.element(page.getByRole('checkbox', { name: 'Room 1' })).toBeDisabled();
    expect(getComputedStyle(pictures()[1]!).opacity).toBe('0.5');
  });
});

describe('the cards', () => {
  it.each([
    [328, 3, 2],
    [328, 4, 2],
    [576, 2, 2],
    [576, 3, 3],
    [576, 4, 2],
    [576, 6, 3],
    // A screen of 1280 at 400 %, or letters twice as large.
    [180, 3, 1],
  ])('in %s px, %s of them, stand in %s columns', async (width, count, expected) => {
    mountIn(width, rooms(count));
    expect(columns()).toBe(expected);
    const [card] = cards();
    expect(card!.scrollWidth).toBeLessThanOrEqual(card!.clientWidth + 1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  it.each([
    ['their own', size],
    ['no', {}],
  ])('keep their room while pictures come, with %s size', async (_what, own) => {
    const measure = () =>
      cards().map((card) => {
        const { top, left, height } = card.getBoundingClientRect();
        return [top, left, height].map(Math.round);
      });
    // As it is while nothing has come.
    const { unmount } = mountIn(400, rooms(4, { src: 'data:image/png,', ...own }));
    for (const one of pictures()) one.removeAttribute('src');
    const before = measure();
    unmount();
    mountIn(400, rooms(4, { src: poster, ...own }));
    await settled();
    expect(pictures()[0]!.naturalWidth).toBeGreaterThan(0);
    expect(measure()).toEqual(before);
    expect(before[0]![2]).toBeGreaterThan(100);
  });

  it('lie beside those without a picture', async () => {
    const mixed = rooms(3);
    const [room, light] = mixed.questions;
    const answers = room!.answers.map((one, at) => (at === 2 ? { ...one, image: undefined } : one));
    mountIn(576, { ...mixed, questions: [{ ...room!, answers }, light!] });
    expect(columns()).toBe(3);
    await pick('Room 2');
    await expect.element(page.getByRole('heading', { name: 'Which light?' })).toBeVisible();
  });
});

it('stays to read and to pick when its picture cannot be had', async () => {
  mountIn(400, rooms(3, { src: '/no-such-picture.webp', ...size }));
  await settled();
  await expect.poll(() => pictures()[0]!.naturalWidth).toBe(0);
  // What the browser draws in its place lies below the colour of the card.
  expect(getComputedStyle(pictures()[0]!, '::after').position).toBe('absolute');
  const label = page.getByText('Room 1').element().getBoundingClientRect();
  const input = radio('Room 1').element().getBoundingClientRect();
  expect(label.width).toBeGreaterThan(40);
  expect(input.right).toBeLessThanOrEqual(label.left);
  await userEvent.click(page.getByText('Room 1'));
  await expect.element(page.getByRole('heading', { name: 'Which light?' })).toBeVisible();
});

it('stands at the right in Arabic', () => {
  render(
    <div dir="rtl">
      <CommitmentProvider locale="ar">
        <Quiz id="rtl" quiz={rooms(3)} style={{ inlineSize: 576 }} />
      </CommitmentProvider>
    </div>,
  );
  const [first, second] = cards().map((card) => card.getBoundingClientRect());
  expect(first!.left).toBeGreaterThan(second!.left);
  const input = cards()[0]!.querySelector('input')!.getBoundingClientRect();
  expect(input.left).toBeGreaterThan(page.getByText('Room 0').element().getBoundingClientRect().left);
});

it('is posted without script', async () => {
  const quiz = rooms(3);
  const tree = (
    <CommitmentProvider>
      <Quiz id="rooms" quiz={quiz} action="/rooms" />
    </CommitmentProvider>
  );
  const { unmount } = render(tree);
  const frame = await pageWithoutScript(renderToString(tree));
  try {
    const doc = frame.contentDocument!;
    expect([...doc.querySelectorAll('img')].filter(isShown)).toHaveLength(3);
    for (const value of ['room0', 'sun'])
      doc.querySelector<HTMLInputElement>(`[value=${value}]`)!.checked = true;
    expect(scoreQuiz(quiz, new FormData(doc.querySelector('form')!))).toMatchObject({ ok: true });
  } finally {
    frame.remove();
    unmount();
  }
});
