// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { OfferFilter, type OfferFilterProps } from 'smallyes/offer-filter';
import { defineFacets } from 'smallyes/offer-filter/define';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  history.replaceState(null, '', '/offers');
});

const facets = defineFacets([
  { type: 'choices', name: 'og:level', label: 'Level', options: ['Beginner', 'Advanced'] },
  { type: 'toggle', name: 'a&b=c d,e', label: 'With childcare', count: 1_234 },
]);
const offers = [{ level: 'Beginner' }, { level: 'Advanced' }, { level: 'Beginner' }];

function mount(props: Partial<OfferFilterProps<typeof facets>> = {}, locale = 'en') {
  const recorder = createRecorder();
  render(
    <recorder.Provider locale={locale}>
      <OfferFilter
        id="trainers"
        facets={facets}
        results={(values) =>
          offers.filter(({ level }) => values['og:level']?.includes(level as never) ?? true)
        }
        {...props}
      />
    </recorder.Provider>,
  );
  return recorder;
}
const box = (name: RegExp) => screen.getByRole('checkbox', { name });
const pick = (name: RegExp) => act(async () => void fireEvent.click(box(name)));

it('what the page throws at hearing of a change costs neither the yes nor the address', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const error = new Error('the page');
  const recorder = mount({
    onValuesChange() {
      throw error;
    },
  });
  await pick(/^Beginner/);
  expect(reported.mock.calls).toEqual([[error]]);
  expect(location.search).toBe('?og%3Alevel=Beginner');
  expect(recorder.commitments.map(({ data }) => data)).toEqual([{ facet: 'og:level', results: 2 }]);
});

it('a filter that is taken away is told by the name of its facet, whatever stands in it', async () => {
  const onValuesChange = vi.fn();
  mount({ onValuesChange });
  await pick(/^Beginner/);
  await pick(/^Advanced/);
  await pick(/childcare/);
  expect(location.search).toBe('?og%3Alevel=Beginner&og%3Alevel=Advanced&a%26b%3Dc+d%2Ce=1');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Level: Beginner/ })));
  expect(onValuesChange).toHaveBeenLastCalledWith(
    { 'og:level': ['Advanced'], 'a&b=c d,e': true },
    { facet: 'og:level' },
  );
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /remove.*childcare/i })));
  expect(onValuesChange).toHaveBeenLastCalledWith({ 'og:level': ['Advanced'] }, { facet: 'a&b=c d,e' });
});

it('how many there are is written in the digits of the language', () => {
  mount({}, 'fa');
  expect(document.querySelector('.sy-choice-count [aria-hidden]')?.textContent).toBe('۱٬۲۳۴');
});
