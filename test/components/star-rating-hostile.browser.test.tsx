import { act, render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { Controller, useForm } from 'react-hook-form';
import type { Tracker } from 'smallyes/events';
import { StarRating, StarRatingField } from 'smallyes/star-rating';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectConsole } from '../support/console.ts';
import { contrast, paint } from '../support/contrast.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import { data, mount, press, rate, star, status, wait } from './star-rating.support.tsx';

const items = () => document.querySelectorAll<HTMLElement>('.sy-star-rating-item');

describe('a double click', () => {
  it('on a star that the server refuses sends once', async () => {
    const sent: unknown[] = [];
    const { recorder } = mount({
      onSubmit({ value }) {
        sent.push(value);
        return { status: 'failed' };
      },
    });
    await userEvent.dblClick(items()[3]!);
    await wait(50);
    expect(sent).toEqual([4]);
    expect(recorder.phases()).toEqual(['seen', 'started', 'failed'].map(rate));
  });

  it('on the button that sends, and on the one that tries again, sends once', async () => {
    const sent: unknown[] = [];
    mount({
      commitOn: 'submit',
      onSubmit({ value }) {
        sent.push(value);
        return { status: 'failed' };
      },
    });
    await press(2);
    await userEvent.dblClick(page.getByRole('button', { name: 'Send rating' }));
    await wait(50);
    expect(sent).toEqual([2]);
    await wait(600);
    await userEvent.dblClick(page.getByRole('button', { name: 'Try again' }));
    await wait(50);
    expect(sent).toEqual([2, 2]);
  });

  it('on the button that clears takes back once', async () => {
    const { recorder } = mount();
    await press(4);
    await userEvent.dblClick(page.getByRole('button', { name: 'Clear rating' }));
    await wait(50);
    expect(recorder.phases()).toEqual(['seen', 'started', 'committed', 'withdrawn'].map(rate));
  });
});

describe('a rating on its way', () => {
  it('counts under the id it was given under (StrictMode)', async () => {
    let settle: () => void = () => {};
    const { recorder, ui, rerender } = mount(
      { onSubmit: () => new Promise<void>((resolve) => (settle = resolve)) },
      true,
    );
    await press(4);
    rerender(ui({ id: 'article-43' }));
    await act(async () => settle());
    expect(recorder.commitments.map(({ ask, data }) => [ask.id, data])).toEqual([['article-42', data(4)]]);
    expect(document.querySelector(':checked')).toBeNull();
  });
});

describe('what the page asks for', () => {
  it('is kept: no button to clear, a name of its own in the form', async () => {
    const { container } = mount({ clearable: false, name: 'stars' });
    await press(4);
    await expect.element(status()).toHaveTextContent('You rated 4 of 5. Thank you!');
    expect(page.getByRole('button').elements()).toEqual([]);
    expect([...new FormData(container.querySelector('form')!)]).toEqual([['stars', '4']]);
  });

  it('waits for the server: the next ask comes with the yes', async () => {
    let settle: () => void = () => {};
    mount({
      onSubmit: () => new Promise<void>((resolve) => (settle = resolve)),
      next: <a href="#next">Read on</a>,
    });
    await press(4);
    await expect.element(status()).toHaveTextContent('Saving your rating …');
    expect(page.getByRole('link').elements()).toEqual([]);
    await act(async () => settle());
    await expect.element(page.getByRole('link', { name: 'Read on' })).toBeVisible();
  });
});

describe('a scale that changes after the rating', () => {
  it('shows what still fits, and no rating that does not', async () => {
    const { recorder, ui, rerender } = mount();
    await press(5);
    expectConsole('warn', 'SY-302');
    rerender(ui({ max: 3 }));
    expect(document.querySelector(':checked')).toBeNull();
    await press(2);
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(5)],
      [rate('withdrawn'), data(5)],
      [rate('committed'), { value: 2, max: 3 }],
    ]);
  });
});

describe('in a fieldset that is disabled', () => {
  it.each([['the field'], ['the ask']])('%s takes nothing, looks so and offers no preview', async (which) => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <fieldset disabled>
          {which === 'the field' ? (
            <StarRatingField label="?" defaultValue={2} />
          ) : (
            <StarRating id="a" label="?" defaultValue={2} />
          )}
        </fieldset>
      </recorder.Provider>,
    );
    await userEvent.click(items()[4]!, { force: true });
    await userEvent.hover(items()[4]!, { force: true });
    expect(document.querySelector<HTMLInputElement>(':checked')?.value).toBe('2');
    const fills = [...document.querySelectorAll('.sy-star-rating-item > svg')].map(
      (svg) => getComputedStyle(svg).fillOpacity,
    );
    expect(fills).toEqual(['1', '1', '0', '0', '0']);
    expect(getComputedStyle(items()[4]!).cursor).toBe('not-allowed');
    expect(recorder.commitments).toEqual([]);
  });
});

describe('with react-hook-form', () => {
  interface Values {
    delivery: number | null;
    call: string;
  }
  function Page(props: { onSend: (values: Values) => void }) {
    const { register, control, handleSubmit, reset, setValue, formState } = useForm<Values>({
      defaultValues: { delivery: null },
    });
    return (
      <form onSubmit={handleSubmit(props.onSend)} noValidate>
        <Controller
          name="delivery"
          control={control}
          rules={{ required: true }}
          render={({ field: { onChange, ...field }, fieldState }) => (
            <StarRatingField
              label="Delivery"
              {...field}
              onValueChange={onChange}
              error={fieldState.error && 'Please rate the delivery.'}
            />
          )}
        />
        <StarRatingField
          label="Call"
          {...register('call', { required: true })}
          error={formState.errors.call && 'Please rate the call.'}
        />
        <button type="submit">Send</button>
        <button type="button" onClick={() => reset({ delivery: null, call: '' })}>
          Reset
        </button>
        <button
          type="button"
          onClick={() => {
            setValue('delivery', 2);
            setValue('call', '3');
          }}
        >
          Fill
        </button>
      </form>
    );
  }

  it('validates, moves the focus to what is missing, sends, resets and fills', async () => {
    const onSend = vi.fn();
    render(
      <StrictMode>
        <Page onSend={(values) => onSend({ ...values })} />
      </StrictMode>,
    );
    const send = page.getByRole('button', { name: 'Send' });
    await userEvent.click(send);
    await expect.element(page.getByText('Please rate the delivery.')).toBeVisible();
    await expect.element(page.getByText('Please rate the call.')).toBeVisible();
    await userEvent.click(items()[5]!);
    await userEvent.click(send);
    const { name, value } = document.activeElement as HTMLInputElement;
    expect([name, value]).toEqual(['delivery', '1']);
    await userEvent.click(items()[3]!);
    await userEvent.click(send);
    expect(onSend.mock.calls).toEqual([[{ delivery: 4, call: '1' }]]);
    await userEvent.click(page.getByRole('button', { name: 'Reset' }));
    expect(document.querySelectorAll(':checked')).toHaveLength(0);
    await userEvent.click(page.getByRole('button', { name: 'Fill' }));
    expect([...document.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value)).toEqual([
      '2',
      '3',
    ]);
    await userEvent.click(send);
    expect(onSend.mock.calls.at(-1)).toEqual([{ delivery: 2, call: '3' }]);
  });

  it('finds in an object ref the radio that a tab would reach', async () => {
    const ref = createRef<HTMLInputElement>();
    const { rerender, unmount } = render(<StarRatingField label="?" value={null} ref={ref} />);
    expect(ref.current?.value).toBe('1');
    rerender(<StarRatingField label="?" value={3} ref={ref} />);
    expect(ref.current?.value).toBe('3');
    unmount();
    expect(ref.current).toBeNull();
  });
});

describe('what was looked at by arrow keys', () => {
  it('is no rating when the visitor leaves and waits', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    for (let stop = 0; stop < 3; stop++) await userEvent.tab();
    (document.activeElement as HTMLElement | null)?.blur();
    await wait(1_200);
    expectEvents(recorder, [rate('seen'), rate('started')]);
  });
});

describe('a post that the browser carries', () => {
  it('goes after the trackers had the rating', async () => {
    const order: string[] = [];
    const stop = (event: Event) => {
      order.push('post');
      event.preventDefault();
    };
    window.addEventListener('submit', stop);
    const recorder = createRecorder();
    const tracker: Tracker = { name: 'own', track: ({ phase }) => void order.push(phase) };
    render(
      <recorder.Provider trackers={[tracker]}>
        <StarRating id="a" label="?" action="/ratings" commitOn="pick" />
      </recorder.Provider>,
    );
    document.querySelector<HTMLInputElement>('[value="4"]')!.click();
    window.removeEventListener('submit', stop);
    expect(order).toEqual(['seen', 'started', 'committed', 'post']);
  });
});

describe('for styles, tools and screen readers', () => {
  const rating = () => document.querySelector<HTMLElement>('.sy-star-rating')!;
  const group = () => page.getByRole('radiogroup');

  it('says where it stands in its attributes', async () => {
    let settle: () => void = () => {};
    mount({ readOnly: false, onSubmit: () => new Promise<void>((resolve) => (settle = resolve)) });
    const state = () => ({ ...rating().dataset });
    expect(state()).toEqual({ syAsk: 'star-rating' });
    await press(3);
    await expect.poll(state).toEqual({ syAsk: 'star-rating', pending: 'true' });
    await act(async () => settle());
    await expect.poll(state).toEqual({ syAsk: 'star-rating', rated: 'true' });
  });

  it('is read-only by name, and described', async () => {
    mount({ readOnly: true, defaultValue: 2, description: 'One click is enough.' });
    expect({ ...rating().dataset }).toMatchObject({ readonly: 'true', rated: 'true' });
    await expect.element(group()).toHaveAttribute('aria-readonly', 'true');
    await expect.element(group()).toHaveAccessibleDescription('One click is enough.');
  });

  it('draws its stars with a contrast of 3 to 1, empty and filled, in both themes', async () => {
    for (const theme of ['light', 'dark'])
      for (const defaultValue of [null, 2]) {
        document.documentElement.dataset['syTheme'] = theme;
        const { unmount } = mount({ defaultValue });
        const card = paint(getComputedStyle(rating()).backgroundColor);
        for (const item of items()) {
          const drawn = paint(getComputedStyle(item.querySelector('svg')!).stroke);
          expect(contrast(card, drawn), theme).toBeGreaterThanOrEqual(3);
        }
        unmount();
      }
    delete document.documentElement.dataset['syTheme'];
  });
});

describe('in a page without script', () => {
  it.each<[string[], object]>([
    [[], {}],
    [[], { commitOn: 'submit' }],
    [[], { comment: true }],
    [[], { defaultValue: 3 }],
    [['Send rating'], { action: '/ratings' }],
    [['textarea', 'Send rating'], { action: '/ratings', comment: true }],
    [['Send rating'], { action: '/ratings', defaultValue: 3, onSubmit: () => {} }],
    [[], { readOnly: true, defaultValue: 3, action: '/ratings' }],
  ])('shows %j and no more to press, given %j', async (expected, props) => {
    const frame = await pageWithoutScript(
      renderToString(<StarRating id="article-42" label="Was this useful?" {...props} />),
    );
    const page = frame.contentDocument!;
    const shown = [...page.querySelectorAll('button, textarea')].filter(isShown);
    expect(shown.map((one) => one.textContent || one.localName)).toEqual(expected);
    expect(page.querySelectorAll('[type=radio]')).toHaveLength(5);
    frame.remove();
  });
});

describe('values of odd kinds', () => {
  it.each([3.7, -1, Number.POSITIVE_INFINITY, {}, '4.5'])('%j is no rating of halves', (value) => {
    expectConsole('warn', 'SY-302');
    mount({ step: 0.5, value } as object);
    expect(document.querySelector(':checked')).toBeNull();
  });

  it('takes texts of 400 characters, of spaces, of the other direction, and fewer than there are values', async () => {
    await page.viewport(320, 640);
    mount({ label: 'x'.repeat(400), valueLabels: ['y'.repeat(400), '   ', '\u200fשלום'] });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await press(1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await expect.element(star('5 stars')).toBeInTheDocument();
    await page.viewport(800, 900);
  });

  it('draws a symbol of your own for each state', async () => {
    mount({ symbol: ({ filled }) => (filled ? '♥' : '♡') });
    await press(2);
    await expect.element(status()).toHaveTextContent('You rated 2 of 5. Thank you!');
    const shown = [...items()].map((item) =>
      [...item.querySelectorAll('.sy-star-rating-on, .sy-star-rating-off')]
        .filter((one) => getComputedStyle(one).opacity === '1')
        .map(({ textContent }) => textContent)
        .join(),
    );
    expect(shown).toEqual(['♥', '♥', '♡', '♡', '♡']);
    await expect.element(star('2 of 5')).toBeChecked();
  });
});

describe('on paper and in forced colours', () => {
  it('shows the rating, and no half as a whole', async () => {
    for (const [features, media] of [[{}, 'print'], [{ 'forced-colors': 'active' }]] as const) {
      await emulateMedia(features, media);
      const { unmount } = mount({ step: 0.5, defaultValue: 1.5 } as object);
      const fills = [...document.querySelectorAll('.sy-star-rating-item > svg')].map(
        (svg) => getComputedStyle(svg).fillOpacity,
      );
      expect(fills).toEqual(['1', '1', '1', '0', '0', '0', '0', '0', '0', '0']);
      unmount();
    }
  });
});
