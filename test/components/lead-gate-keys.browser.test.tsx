import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { LeadGate, type LeadGateProps } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { StarRating } from 'smallyes/star-rating';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { field, gate, get, link, region, wait } from './lead-gate.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const poll = <Poll id="hurdle" question="What holds your shop back?" options={['Traffic', 'Trust']} />;
const rating = <StarRating id="article-42" label="Was this useful?" />;
const vote = () => userEvent.click(page.getByRole('radio', { name: 'Trust' }));

function mount(props: Partial<LeadGateProps>, more: { beside?: React.ReactNode; strict?: boolean } = {}) {
  const recorder = createRecorder();
  const tree = (
    <recorder.Provider>
      {more.beside}
      <LeadGate id="report" get={get} href="#report" {...props} />
    </recorder.Provider>
  );
  return { recorder, ...render(more.strict ? <StrictMode>{tree}</StrictMode> : tree) };
}

const ofGate = (recorder: ReturnType<typeof createRecorder>) => recorder.phases('report');

describe('another ask as the key', () => {
  it.each([false, true])('opens with a yes inside the door, once (StrictMode %s)', async (strict) => {
    const { recorder } = mount({ door: poll }, { strict });
    await expect.element(field()).not.toBeInTheDocument();
    await vote();
    await expect.element(link()).toHaveAttribute('href', '#report');
    await wait(50);
    expect(ofGate(recorder)).toEqual([gate('seen'), gate('started'), gate('committed')]);
    const yes = recorder.commitments.find(({ kind }) => kind === 'lead-gate.unlock');
    expect(yes).toMatchObject({ grade: 1, data: { key: 'poll.vote' } });
    expect(recorder.phases('hurdle').filter((line) => line === 'poll.vote committed')).toHaveLength(1);
  });

  it('keeps the grade that the page gives', async () => {
    const { recorder } = mount({ door: poll, grade: 3 });
    await vote();
    await expect.element(link()).toBeVisible();
    expect(recorder.commitments.at(-1)?.grade).toBe(3);
  });

  it.each([
    ['a kind', 'star-rating.rate'],
    ['an id', 'article-42'],
    ['one of several', ['share-button.share', 'article-42']],
  ])('opens with %s elsewhere on the page, and with no other', async (_what, unlockBy) => {
    mount(
      { unlockBy },
      {
        beside: (
          <>
            {poll}
            {rating}
          </>
        ),
      },
    );
    await vote();
    await wait(50);
    await expect.element(link()).not.toBeInTheDocument();
    await userEvent.click(document.querySelectorAll<HTMLElement>('.sy-star-rating-item')[3]!);
    await expect.element(link()).toBeVisible();
  });

  it('opens without a word where the yes was given earlier on this page', async () => {
    const recorder = createRecorder();
    const ui = (more: React.ReactNode) => (
      <recorder.Provider>
        {poll}
        {more}
      </recorder.Provider>
    );
    const { rerender } = render(ui(null));
    await vote();
    rerender(ui(<LeadGate id="report" get={get} href="#report" unlockBy="hurdle" />));
    await expect.element(link()).toBeVisible();
    expect(ofGate(recorder)).toEqual([]);
  });

  it('asks the server for the grant, and stays closed while it does not give one', async () => {
    expectConsole('warn', 'SY-804');
    let isUp = false;
    const onKey = vi.fn(async () => {
      if (!isUp) throw new Error('HTTP 503');
      return { status: 'ok', grant: 'k1' } as const;
    });
    const { recorder } = mount({ door: poll, onKey, load: (grant) => `The rest, for ${grant}.` });
    await vote();
    const again = page.getByRole('button', { name: 'Try again' });
    await expect.element(again).toBeVisible();
    expect(ofGate(recorder)).not.toContain(gate('committed'));
    isUp = true;
    await userEvent.click(again);
    await expect.element(region()).toHaveTextContent('The rest, for k1.');
    expect(ofGate(recorder)).toEqual([gate('seen'), gate('started'), gate('failed'), gate('committed')]);
    expect(onKey.mock.calls.map(([event]: unknown[]) => (event as { kind: string }).kind)).toEqual([
      'poll.vote',
      'poll.vote',
    ]);
  });

  it('does not take the focus from the ask that was the key', async () => {
    mount({ door: poll, load: () => 'The rest.' });
    await vote();
    await expect.element(region()).toBeVisible();
    expect(document.querySelector('.sy-poll')?.contains(document.activeElement)).toBe(true);
  });
});

describe('the taste', () => {
  const blocks = [...'0123456789'].map((name) => (
    <p key={name}>
      {`Paragraph ${name}. ${'Words of a long article. '.repeat(12)}`}
      <a href={`#${name}`}>Note {name}</a>
    </p>
  ));
  const article: Partial<LeadGateProps> = {
    onSubmit: () => ({ status: 'ok' }),
    taste: { share: 0.4 },
    children: blocks,
  };
  const fold = () => document.querySelector<HTMLElement>('.sy-lead-gate-fold')!;

  it('folds what is beyond its share, and hides no word of it from a screen reader', () => {
    mount(article);
    expect(fold().previousElementSibling?.textContent).toMatch(/^Paragraph 3/);
    expect(fold().firstElementChild?.textContent).toMatch(/^Paragraph 4/);
    expect(fold().getBoundingClientRect().height).toBeLessThan(200);
    expect(page.getByRole('link', { name: 'Note 9' }).elements()).toHaveLength(1);
  });

  it('unfolds where the keyboard gets to a link in it, so that no focus is hidden', async () => {
    mount(article);
    const last = document.querySelector<HTMLElement>('[href="#9"]')!;
    last.focus();
    const { bottom } = last.getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(fold().getBoundingClientRect().bottom + 1);
    expect(getComputedStyle(fold()).maskImage).toBe('none');
  });

  it('unfolds when the gate opens', async () => {
    mount(article);
    await userEvent.fill(field(), 'jana@shop.example');
    await userEvent.click(page.getByRole('button', { name: 'Get it now' }));
    await expect.element(link()).toBeVisible();
    expect(fold().getBoundingClientRect().height).toBeGreaterThan(300);
  });

  it('is all shown when it is one block, of which the developer is told', () => {
    expectConsole('warn', 'SY-805');
    mount({ ...article, children: <article>{blocks}</article> });
    expect(document.querySelector('[data-folded]')).toBeNull();
  });

  it.each([
    ['display', 'none'],
    ['filter', 'blur(4px)'],
    ['visibility', 'hidden'],
  ])('tells the developer of text that only %s: %s hides', (property, value) => {
    expectConsole('warn', 'SY-801');
    const style = { [property]: value };
    mount({ ...article, taste: 'end', children: <p style={style}>{'The protected part. '.repeat(10)}</p> });
  });
});

it('tells the developer of a form that goes nowhere', () => {
  expectConsole('warn', 'SY-802');
  mount({});
});
