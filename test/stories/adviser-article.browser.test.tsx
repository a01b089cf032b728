import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder, type Recorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AdviserArticle } from '../../stories/journeys/adviser-article.tsx';
import { tabTo } from '../support/tab-to.ts';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(800, 900);
  scrollTo(0, 0);
});

/** Walks through the article with the keyboard alone; Tab scrolls each ask into view. */
async function walk(recorder: Recorder): Promise<void> {
  await tabTo('.sy-poll input[type="radio"]');
  await recorder.waitFor('poll.vote seen');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(recorder.commitments).toEqual([]);
  await userEvent.keyboard('{Enter}');

  await tabTo('.sy-star-rating input[type="radio"]');
  await recorder.waitFor('star-rating.rate seen');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(recorder.commitments).toHaveLength(1);
  await userEvent.keyboard(' ');

  await tabTo('textarea');
  await recorder.waitFor('comment-form.post seen');
  await userEvent.keyboard('More about prices, please.');
  await tabTo('button[type="submit"]');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('status').filter({ hasText: 'Thank you. Ines reads every note.' }))
    .toHaveFocus();
}

const stream = [
  ['poll.vote seen', 'where-visitors-leave', {}],
  ['poll.vote started', 'where-visitors-leave', {}],
  ['poll.vote committed', 'where-visitors-leave', { choice: 'product' }],
  ['star-rating.rate seen', 'second-click-rating', {}],
  ['star-rating.rate started', 'second-click-rating', {}],
  ['star-rating.rate committed', 'second-click-rating', { value: 4, max: 5 }],
  ['comment-form.post seen', 'second-click-comment', {}],
  ['comment-form.post started', 'second-click-comment', {}],
  ['comment-form.post committed', 'second-click-comment', { fields: ['comment'] }],
];

/** Events of the three small asks. The forms are seen on the way; adviser-forms.browser.test.tsx walks through them. */
function smallOnes({ events }: Recorder) {
  return events.filter(({ kind }) => /^(poll|star-rating|comment-form)\./.test(kind));
}

function streamOf(recorder: Recorder) {
  return smallOnes(recorder).map(({ kind, phase, ask, data }) => [`${kind} ${phase}`, ask.id, data]);
}

describe('the article of the adviser, walked through with the keyboard', { timeout: 30_000 }, () => {
  it('makes exactly this stream of events', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <AdviserArticle />
      </recorder.Provider>,
    );
    await walk(recorder);
    expect(streamOf(recorder)).toEqual(stream);

    const { events } = recorder;
    const [first] = events;
    expect(new Set(smallOnes(recorder).map(({ grade }) => grade))).toEqual(new Set([1]));
    for (const event of events) {
      expect(commitmentEventSchema.safeParse(event).error?.issues).toBeUndefined();
      expect(event).toMatchObject({
        session: first?.session,
        page: first?.page,
        visitor: first?.visitor,
      });
      expect(event).not.toHaveProperty('ladder');
    }
    const ids = events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
    const seqs = events.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    const times = events.map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    // Three asks, three attempts, three events each.
    const attempts = new Set(smallOnes(recorder).map(({ attempt, ask }) => `${ask.id} ${attempt}`));
    expect([...attempts].map((one) => one.split(' ')[0])).toEqual([
      'where-visitors-leave',
      'second-click-rating',
      'second-click-comment',
    ]);
    expect(JSON.stringify(events)).not.toContain('prices');
  });

  it('makes the same stream under StrictMode', async () => {
    const recorder = createRecorder();
    render(
      <StrictMode>
        <recorder.Provider>
          <AdviserArticle />
        </recorder.Provider>
      </StrictMode>,
    );
    await walk(recorder);
    expect(streamOf(recorder)).toEqual(stream);
  });

  it('tells only of the way to a person while it is read at its top', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <AdviserArticle />
      </recorder.Provider>,
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(recorder.events.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
      'contact-dialog.open seen',
    ]);
  });

  it.each([1, 5])('offers the same next ask after a rating of %i', async (value) => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <AdviserArticle />
      </recorder.Provider>,
    );
    const stars = page
      .getByRole('radiogroup', { name: 'Was this article useful to you?' })
      .getByRole('radio');
    await stars.nth(value - 1).click({ force: true });
    await expect
      .element(page.getByRole('textbox', { name: 'What should we add or leave out?' }))
      .toBeVisible();
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ value, max: 5 }]);
  });
});

describe('the page of the adviser', () => {
  it.each([
    [1280, 'ltr'],
    [360, 'ltr'],
    [320, 'ltr'],
    [320, 'rtl'],
  ] as const)('fits a window of %i px, %s, without sideways scrolling', async (width, direction) => {
    await page.viewport(width, 800);
    document.documentElement.dir = direction;
    render(<AdviserArticle />);
    const { scrollWidth, clientWidth } = document.documentElement;
    document.documentElement.removeAttribute('dir');
    expect(scrollWidth).toBe(clientWidth);
  });
});
