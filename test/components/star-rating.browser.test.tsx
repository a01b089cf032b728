import { act, render } from '@testing-library/react';
import { createRef, useState } from 'react';
import { StarRating, type StarRatingElement, StarRatingItem } from 'smallyes/star-rating';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { data, mount, press, rate, star, status, wait } from './star-rating.support.tsx';

describeConformance('StarRating', {
  component: 'star-rating',
  render: (props) => <StarRating id="article-42" label="Was this useful?" {...props} />,
  commit: () => press(3),
  events: [rate('seen'), rate('started'), rate('committed')],
  vetoes: ['onClick', 'onChange'],
});

describe('picking', () => {
  it.each([false, true])(
    'commits on a click, exactly once, also on a double click (StrictMode %s)',
    async (strict) => {
      const { recorder } = mount({}, strict);
      await userEvent.dblClick(document.querySelectorAll<HTMLElement>('.sy-star-rating-item')[3]!);
      await press(4);
      expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(4)]]);
      await expect.element(status()).toHaveTextContent('You rated 4 of 5. Thank you!');
      await expect.element(star('4 stars')).toBeChecked();
    },
  );

  it('only looks with arrow keys, and commits with Space or Enter', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await expect.element(star('1 star')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(star('3 stars')).toBeChecked();
    expectEvents(recorder, [rate('seen'), rate('started')]);
    await expect.element(page.getByRole('button', { name: 'Send rating' })).toBeVisible();
    await userEvent.keyboard(' ');
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(3)]]);
    await userEvent.keyboard('{ArrowRight}{Enter}{Enter}');
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(3)],
      [rate('withdrawn'), data(3)],
      [rate('committed'), data(4)],
    ]);
  });

  it('commits once when Enter and a click follow each other', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await press(2);
    expect(recorder.phases().filter((line) => line.endsWith('committed'))).toHaveLength(1);
  });

  it('lets the page veto the click that a key makes, too', async () => {
    const { recorder } = mount({ onClick: (event) => event.preventDefault() });
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect.element(star('1 star')).not.toBeChecked();
    expectEvents(recorder, []);
  });

  it('sends what arrow keys selected with the button as well', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await userEvent.click(page.getByRole('button', { name: 'Send rating' }));
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(3)]]);
    await expect.element(star('3 stars')).toHaveFocus();
  });

  it('never has two commitments that stand: a change withdraws the old one first', async () => {
    const { recorder } = mount();
    await press(2);
    await press(5);
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(2)],
      [rate('withdrawn'), data(2)],
      [rate('committed'), data(5)],
    ]);
  });

  it('is cleared by a visible button that the keyboard reaches, and keeps the focus in the group', async () => {
    const { recorder } = mount();
    const clear = page.getByRole('button', { name: 'Clear rating' });
    await expect.element(clear).not.toBeInTheDocument();
    await press(4);
    await userEvent.tab();
    await expect.element(clear).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveTextContent('Rating cleared.');
    await expect.element(star('4 stars')).not.toBeChecked();
    await expect.element(star('4 stars')).toHaveFocus();
    await press(4);
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(4)],
      [rate('withdrawn'), data(4)],
      [rate('committed'), data(4)],
    ]);
  });

  it('clears a mere selection without an event', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.click(page.getByRole('button', { name: 'Clear rating' }));
    expectEvents(recorder, [rate('seen'), rate('started')]);
  });

  it('takes half stars, speaks them as numbers, and keeps the radios of one group', async () => {
    const onCommit = vi.fn();
    mount({ step: 0.5, onCommit } as object);
    expect(document.querySelectorAll('[type=radio]')).toHaveLength(10);
    await press(7);
    await expect.element(star('3.5 of 5')).toBeChecked();
    expect(onCommit.mock.calls[0]![0].data).toEqual(data(3.5));
  });

  it('speaks the text of a value, and shows it', async () => {
    mount({ valueLabels: ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] });
    await expect.element(page.getByText('1 = Poor, 5 = Excellent')).toBeVisible();
    await press(3);
    await expect.element(star('3 stars, Good')).toBeChecked();
    await expect.element(status()).toHaveTextContent('You rated 3 of 5, Good. Thank you!');
  });

  it('opens into items of your own', async () => {
    const { recorder } = mount({
      max: 2,
      children: [
        <StarRatingItem key={1} value={1} data-face="sad">
          ☹
        </StarRatingItem>,
        <StarRatingItem key={2} value={2} onClick={(event) => event.preventDefault()}>
          ☺
        </StarRatingItem>,
      ],
    } as object);
    await press(2);
    await expect.element(star('2 of 2')).not.toBeChecked();
    await press(1);
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), { value: 1, max: 2 }]]);
  });

  it('says where an item belongs when it stands alone, and renders nothing', () => {
    expectConsole('warn', 'SY-109');
    const { container } = render(<StarRatingItem value={1} />);
    expect(container.innerHTML).toBe('');
  });
});

describe('values', () => {
  it('is truly unrated at the start, with no radio beyond the scale', () => {
    mount();
    expect(document.querySelectorAll('[type=radio]')).toHaveLength(5);
    expect(document.querySelector(':checked')).toBeNull();
  });

  it('leaves the value to you when you give it', async () => {
    const seen: (number | null)[] = [];
    function Page() {
      const [value, setValue] = useState<number | null>(2);
      return (
        <>
          <StarRating
            id="a"
            label="Was this useful?"
            value={value}
            onValueChange={(next) => {
              seen.push(next);
              setValue(next);
            }}
          />
          <button type="button" onClick={() => setValue(1)}>
            One
          </button>
        </>
      );
    }
    const { Provider, ...recorder } = createRecorder();
    render(
      <Provider>
        <Page />
      </Provider>,
    );
    await expect.element(star('2 stars')).toBeChecked();
    await press(4);
    await userEvent.click(page.getByRole('button', { name: 'One' }));
    await expect.element(star('1 star')).toBeChecked();
    expect(seen).toEqual([4]);
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(4)]]);
  });

  it('keeps showing a value that you do not change', async () => {
    mount({ value: 2 });
    await press(5);
    await expect.element(star('2 stars')).toBeChecked();
    await expect.element(star('5 stars')).not.toBeChecked();
  });

  it('does not count the showing of an earlier rating as an exposure, nor the same choice as a yes', async () => {
    const { recorder } = mount({ defaultValue: 4 });
    await wait(1200);
    expectEvents(recorder, []);
    await press(4);
    expect(recorder.phases()).not.toContain(rate('committed'));
  });

  it.each([0, 6, 2.5, Number.NaN, '3'])('treats the value %s as unrated and says so', (value) => {
    expectConsole('warn', 'SY-302');
    mount({ value } as object);
    expect(document.querySelector(':checked')).toBeNull();
  });

  it.each([0, 1, 1000, 4.5, Number.NaN, 'many'])('shows five for a maximum of %s and says so', (max) => {
    expectConsole('warn', 'SY-301');
    mount({ max } as object);
    expect(document.querySelectorAll('[type=radio]')).toHaveLength(5);
  });

  it('shows a read-only rating with its radio, and commits nothing', async () => {
    const { recorder, container } = mount({ readOnly: true, defaultValue: 4 });
    await wait(1100);
    for (const item of container.querySelectorAll<HTMLElement>('.sy-star-rating-item')) item.click();
    await expect.element(star('4 stars')).toBeChecked();
    await expect.element(star('2 stars')).toBeDisabled();
    expect(new FormData(container.querySelector('form')!).get('rating')).toBe('4');
    expectEvents(recorder, []);
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  });

  it('takes nothing while disabled', async () => {
    const { recorder, container } = mount({ disabled: true });
    container.querySelector<HTMLElement>('.sy-star-rating-item')!.click();
    expect(document.querySelector(':checked')).toBeNull();
    expectEvents(recorder, []);
  });

  it('lets no comment be written while disabled', async () => {
    const { rerender, ui } = mount({ comment: true });
    await press(4);
    await expect.element(page.getByRole('textbox')).toBeEnabled();
    rerender(ui({ disabled: true }));
    await expect.element(page.getByRole('textbox')).toBeDisabled();
  });

  it('shows markup in texts as text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    mount({ label: markup, valueLabels: [markup], labels: { hint: markup } });
    await expect.element(page.getByRole('radiogroup', { name: markup })).toBeVisible();
    expect(document.querySelector('.sy-star-rating img')).toBeNull();
  });
});

describe('attempts', () => {
  it('begins a new attempt when it is reset, with the rating of the start', async () => {
    const ref = createRef<StarRatingElement>();
    const { recorder } = mount({ ref, defaultValue: null });
    await press(4);
    act(() => ref.current!.reset());
    await expect.element(star('4 stars')).not.toBeChecked();
    await expect.element(status()).toBeEmptyDOMElement();
    await press(4);
    expect(recorder.commitments).toHaveLength(2);
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('doubles nothing when it is mounted again', async () => {
    const { Provider, ...recorder } = createRecorder();
    const ui = (key: string) => (
      <Provider>
        <StarRating key={key} id="article-42" label="Was this useful?" />
      </Provider>
    );
    const { rerender } = render(ui('one'));
    await press(4);
    rerender(ui('two'));
    expect(document.querySelector(':checked')).toBeNull();
    await press(4);
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(4)]]);
    await press(2);
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(4)],
      [rate('withdrawn'), data(4)],
      [rate('committed'), data(2)],
    ]);
  });

  it('renders at most once per click', async () => {
    let renders = 0;
    mount({
      render: (props: object) => {
        renders++;
        return <div {...props} />;
      },
    });
    await wait(50);
    renders = 0;
    await press(3);
    expect(renders).toBe(1);
    renders = 0;
    await press(5);
    expect(renders).toBe(1);
  });
});
