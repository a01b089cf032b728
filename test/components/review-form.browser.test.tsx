import { render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { ReviewForm, type ReviewFormProps } from 'smallyes/review-form';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/star-rating.css';
import 'smallyes/review-form.css';
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';

const review = (phase: string): EventLine => `review-form.submit ${phase}` as EventLine;
const yes = [review('seen'), review('started'), review('committed')];
const star = (value: number) => page.getByRole('radio', { name: new RegExp(`^${value} `) });
const text = () => page.getByRole('textbox', { name: 'Your review' });
const button = () => page.getByRole('button', { name: /^(Send review|Try again)$/ });
const status = () => page.getByRole('status').first();
const says = (words: string) => expect.element(status()).toHaveTextContent(words);
const pick = async (value: number) => {
  (star(value).element() as HTMLInputElement).closest('label')!.click();
  await expect.element(star(value)).toBeChecked();
};

const basics = {
  id: 'review-boots',
  onSubmit: () => ({ status: 'pending' }) as const,
} satisfies ReviewFormProps;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

function mount(props: Partial<ReviewFormProps> = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <ReviewForm {...basics} {...props} />
      </recorder.Provider>,
    ),
  };
}

async function answer(value = 4, words = 'They keep the water out.') {
  await pick(value);
  await userEvent.fill(text(), words);
  await userEvent.click(button());
}

describeConformance('ReviewForm', {
  component: 'review-form',
  render: (props) => <ReviewForm {...basics} {...props} />,
  async commit() {
    await answer();
    await expect.element(page.getByText(/waits for approval/), { timeout: 2_000 }).toBeVisible();
  },
  events: yes,
  vetoes: ['onClick'],
});

describe('a review', () => {
  it('hands over the rating as a number, and events say the rating and no word', async () => {
    let got: unknown;
    const { recorder, container } = mount({
      onSubmit(values) {
        got = values;
        return { status: 'ok' };
      },
    });
    await userEvent.fill(page.getByRole('textbox', { name: 'Title (optional)' }), 'Dry feet');
    await answer(4, 'Secret words');
    await says('Thank you! Your review is published.');
    expect(got).toEqual({ rating: 4, title: 'Dry feet', text: 'Secret words', name: '' });
    expectEvents(recorder, [yes[0]!, yes[1]!, [review('committed'), { value: 4, max: 5 }]]);
    expect(recorder.commitments[0]!.grade).toBe(3);
    expect(JSON.stringify(recorder.events)).not.toMatch(/secret|feet/i);
    expect(await findings(container)).toEqual([]);
  });

  it.each([1, 5])('with %i of 5 gets the same form and the same thanks: no gating', async (value) => {
    const { container } = mount();
    const shape = () =>
      [...container.querySelectorAll('label, legend, button, input:not([type=radio]), textarea, a')]
        .map((one) => `${one.tagName} ${one.textContent}`)
        .join('\n');
    const before = shape();
    await pick(value);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(shape()).toBe(before);
    await userEvent.fill(text(), 'As it is.');
    await userEvent.click(button());
    await says('Thank you! Your review waits for approval.');
    expect(container.textContent).not.toMatch(/[45] stars/);
    expect(container.querySelector('.sy-next')).toBeNull();
  });

  it('without stars is not sent: the group says why, and gets the focus', async () => {
    const { recorder, container } = mount({ onSubmit: () => expect.fail('sent') });
    await userEvent.fill(text(), 'Good');
    await userEvent.click(button());
    await expect
      .element(page.getByRole('radiogroup', { name: 'Your rating' }))
      .toHaveAttribute('aria-invalid');
    expect((document.activeElement as HTMLInputElement).name).toBe('rating');
    expect(recorder.commitments).toEqual([]);
    expect(await findings(container)).toEqual([]);
    await pick(3);
    await expect
      .poll(() => container.querySelector('.sy-star-rating-field')!.getAttribute('aria-invalid'))
      .toBeNull();
  });

  it('by keyboard: arrows pick a star, and nothing is sent by that', async () => {
    let count = 0;
    mount({
      onSubmit() {
        count++;
        return { status: 'ok' };
      },
    });
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(count).toBe(0);
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('Dry.');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await says('Thank you! Your review is published.');
    expect(count).toBe(1);
  });

  it('that the server refuses shows why at the stars', async () => {
    const { container } = mount({
      onSubmit: () => ({ status: 'invalid', errors: { rating: 'You rated this on Monday.' } }),
    });
    await answer();
    await expect.element(page.getByText('You rated this on Monday.')).toBeVisible();
    expect(await findings(container)).toEqual([]);
  });

  it('keeps its draft with the stars over a reload', async () => {
    const first = mount();
    await pick(2);
    await userEvent.fill(text(), 'Half a thought');
    await expect.poll(() => JSON.stringify({ ...localStorage })).toContain('Half a thought');
    first.unmount();
    // A recorder begins with an empty memory.
    render(
      <CommitmentProvider>
        <ReviewForm {...basics} />
      </CommitmentProvider>,
    );
    await expect.element(text()).toHaveValue('Half a thought');
    await expect.element(star(2)).toBeChecked();
  });

  it('without script posts its rating, its words and the ask', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(<ReviewForm {...basics} onSubmit={undefined} action="/reviews" />);
    const form = host.querySelector('form')!;
    form.querySelector<HTMLInputElement>('input[value="4"]')!.checked = true;
    expect(form.method).toBe('post');
    expect(new FormData(form).get('rating')).toBe('4');
    expect(new FormData(form).get('sy-ask')).toBe('review-boots');
    expect(form.querySelectorAll('[type=radio]:required').length).toBeGreaterThan(0);
  });

  it.each([
    [10, 10],
    [0, 5],
    [Number.NaN, 5],
    [3, 3],
  ])('of at most %s shows %i stars', (max, count) => {
    const { container } = mount({ max });
    expect(container.querySelectorAll('[type=radio]:not([value=""])')).toHaveLength(count);
  });

  it('hands over typed values', () => {
    <ReviewForm
      id="a"
      fields={[]}
      onSubmit={(values) => void expectTypeOf(values.rating).toEqualTypeOf<number>()}
    />;
  });
});
