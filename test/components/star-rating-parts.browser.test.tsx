import { render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { StarRatingField, StarRatingSummary } from 'smallyes/star-rating';
import { RatingJsonLd, ratingJsonLd } from 'smallyes/star-rating/json-ld';
import { createRecorder } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { press, star, wait } from './star-rating.support.tsx';

describe('StarRatingField', () => {
  it('is an ordinary value in an ordinary form', async () => {
    const onValueChange = vi.fn();
    const { container } = render(
      <form>
        <StarRatingField label="The report" name="report" required onValueChange={onValueChange} />
      </form>,
    );
    const form = container.querySelector('form')!;
    expect(form.checkValidity()).toBe(false);
    await press(4);
    expect(form.checkValidity()).toBe(true);
    expect(Object.fromEntries(new FormData(form))).toEqual({ report: '4' });
    expect(onValueChange.mock.calls).toEqual([[4]]);
    form.reset();
    expect(new FormData(form).has('report')).toBe(false);
  });

  it('gives each radio to the register of react-hook-form, and lets it set the value', async () => {
    const radios = new Set<HTMLInputElement>();
    const heard: string[] = [];
    const register = {
      name: 'call',
      ref: (element: HTMLInputElement | null) => void (element && radios.add(element)),
      onChange: async (event: { target: { value: string } }) =>
        void heard.push(`change ${event.target.value}`),
      onBlur: async () => void heard.push('blur'),
    };
    render(<StarRatingField label="The call" {...register} />);
    expect([...radios].map(({ name, value }) => `${name} ${value}`)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `call ${n}`),
    );
    [...radios][1]!.checked = true;
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.tab();
    expect(heard).toContain('change 3');
    expect(heard.at(-1)).toBe('blur');
  });

  it('shows the value that you keep, and your error with the group', async () => {
    const { container } = render(
      <StarRatingField label="The call" value={2} error="Too low to be true." description="Be honest." />,
    );
    await press(5);
    await expect.element(star('2 stars')).toBeChecked();
    const group = page.getByRole('radiogroup', { name: 'The call' });
    await expect.element(group).toHaveAttribute('aria-invalid', 'true');
    await expect.element(group).toHaveAccessibleDescription(/^Be honest\. .*Too low to be true\.$/);
    expect(container.querySelector('form')).toBeNull();
  });

  it('shows the text of the rating on a line of its own', async () => {
    const { container } = render(
      <>
        <StarRatingField label="The call" valueLabels={['Bad', 'Fair', 'Good', 'Great', 'Superb']} />
        <p>What follows</p>
      </>,
    );
    await press(2);
    const shown = [...container.querySelectorAll('.sy-star-rating-text')].filter(
      (text) => getComputedStyle(text).opacity === '1',
    );
    expect(shown.map(({ textContent }) => textContent)).toEqual(['Fair']);
    expect(shown[0]!.getBoundingClientRect().bottom).toBeLessThanOrEqual(
      container.querySelector('p')!.getBoundingClientRect().top + 4,
    );
  });

  it('emits nothing, even below a provider', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <StarRatingField label="The call" />
      </recorder.Provider>,
    );
    await press(5);
    expect(recorder.events).toEqual([]);
  });
});

describe('StarRatingSummary', () => {
  it('is one image with its figures, and a table that says the same as its bars', async () => {
    const { container } = render(
      <StarRatingSummary value={4.26} count={1284} breakdown={{ 5: 800, 4: 300, 1: 184 }} />,
    );
    await expect.element(page.getByRole('img', { name: '4.3 of 5, 1,284 ratings' })).toBeVisible();
    const rows = [...container.querySelectorAll('tr')].map((row) => row.textContent);
    expect(rows).toEqual(['5 stars800', '4 stars300', '3 stars0', '2 stars0', '1 star184']);
    const widths = [...container.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('width')));
    expect(widths.map(Math.round)).toEqual([62, 23, 0, 0, 14]);
    const box = container.querySelector('.sy-star-rating-stars')!.getBoundingClientRect();
    const filled = container.querySelector('.sy-star-rating-filled')!;
    expect(Number(filled.getAttribute('width'))).toBeCloseTo(4.26 * 24);
    expect(box.height).toBeGreaterThan(10);
    expect(await findings(container)).toEqual([]);
  });

  it('says that nobody has rated, and shows no zero', () => {
    const { container } = render(<StarRatingSummary value={0} count={0} />);
    expect(container.textContent).toBe('No ratings yet');
  });

  it.each([
    [{ value: Number.NaN, count: 3 }],
    [{ value: 5.1, count: 3 }],
    [{ value: -1, count: 3 }],
    [{ value: 4, count: -3 }],
    [{ value: 4, count: Number.NaN }],
    [{ value: 4, count: 3, breakdown: { 5: -1 } }],
    [{ value: 4, count: 3, breakdown: { 6: 1 } }],
  ])('shows no figures for %j and says why', (props) => {
    expectConsole('warn', 'SY-303');
    const { container } = render(<StarRatingSummary {...props} />);
    expect(container.textContent).toBe('No figures to show');
  });
});

describe('RatingJsonLd', () => {
  const figures = { type: 'Course', name: 'Pricing for small shops', value: 4.3, count: 128 } as const;
  const script = 'script[type="application/ld+json"]';

  it('is never made by a browser, where it would break Trusted Types', () => {
    const { container } = render(<RatingJsonLd {...figures} />);
    expect(container.querySelector(script)).toBeNull();
  });

  it('stays as it was served, whatever is rated later', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = `<span hidden=""><script type="application/ld+json">${JSON.stringify(ratingJsonLd(figures))}</script></span>`;
    const served = host.innerHTML;
    expect(host.querySelector(script)).not.toBeNull();
    const errors: unknown[] = [];
    const root = hydrateRoot(host, <RatingJsonLd {...figures} />, {
      onRecoverableError: (error) => errors.push(error),
    });
    await wait(50);
    root.render(<RatingJsonLd {...figures} value={1} count={129} />);
    await wait(50);
    expect(host.innerHTML).toBe(served);
    expect(errors).toEqual([]);
    root.unmount();
    host.remove();
  });
});
