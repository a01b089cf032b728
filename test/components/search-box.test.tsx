// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { SearchBox } from 'smallyes/search-box';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';

function mount() {
  const recorder = createRecorder();
  const ui = (query: string, results: number | undefined, onSearch?: () => number) => (
    <recorder.Provider>
      <SearchBox
        id="shop"
        action="/search"
        defaultValue={query}
        results={results}
        onSearch={onSearch}
        next={({ data }) => <p>{`More like ${data.query}`}</p>}
      />
    </recorder.Provider>
  );
  return { ui, ...render(ui('boots', 12)) };
}
const status = () => screen.getByRole('status').textContent;

it('says of the page that came in place of another what was found there', () => {
  const { ui, rerender } = mount();
  expect(status()).toBe('12 results');
  rerender(ui('sandals', 3));
  expect(status()).toBe('3 results');
  expect(screen.getByText('More like sandals')).toBeTruthy();
  rerender(ui('', undefined));
  expect(status()).toBe('');
});

it('what the visitor has found here goes before what the page says', async () => {
  const { ui, rerender } = mount();
  rerender(ui('boots', 12, () => 7));
  const field = screen.getByRole<HTMLInputElement>('searchbox');
  fireEvent.change(field, { target: { value: 'laces' } });
  await act(async () => void fireEvent.submit(field.form as HTMLFormElement));
  expect(status()).toBe('7 results');
  rerender(ui('boots', 13, () => 7));
  expect(status()).toBe('7 results');
  expect(screen.getByText('More like laces')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Clear the search', hidden: true }));
  expect(status()).toBe('');
});

it('a field that was cleared says nothing of the search before, and all of the next one', () => {
  const { ui, rerender } = mount();
  fireEvent.click(screen.getByRole('button', { name: 'Clear the search', hidden: true }));
  expect(status()).toBe('');
  rerender(ui('boots', 12));
  expect(status()).toBe('');
  // A router has taken the visitor to the page of what was typed then.
  rerender(ui('sandals', 3));
  expect(status()).toBe('3 results');
  expect(screen.getByText('More like sandals')).toBeTruthy();
});
