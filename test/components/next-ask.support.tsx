import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { defineLadder } from 'smallyes/ladder';
import { NextAsk, type NextAskProps } from 'smallyes/next-ask';
import type { CommitmentProviderProps } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { createRecorder, type Recorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/star-rating.css';
import 'smallyes/next-ask.css';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

const kind = 'star-rating.rate';

/** Three small asks; the second has a smaller one for those who refuse it. */
export const ladder = defineLadder({
  id: 'visit',
  goal: 'site',
  rungs: [
    { ask: 'article', kind },
    { ask: 'author', kind, otherwise: { ask: 'title', kind } },
    { ask: 'site', kind },
  ],
});

/** One ask that may be refused, and what comes instead. */
export const refusable = defineLadder({
  id: 'refusable',
  goal: 'author',
  rungs: [{ ask: 'author', kind, otherwise: { ask: 'title', kind } }],
});

export const rating = (id: string) => <StarRating key={id} id={id} label={`How is the ${id}?`} />;

export const asks = {
  article: rating('article'),
  author: rating('author'),
  title: rating('title'),
  site: rating('site'),
};

export const group = (id: string) => page.getByRole('radiogroup', { name: `How is the ${id}?` });
export const star = (id: string, name = '4 stars') => group(id).getByRole('radio', { name });

/** Clicks the drawing of a star: its radio has no size of its own. */
export const pick = async (id: string) => {
  await expect.element(star(id)).toBeInTheDocument();
  await userEvent.click(star(id).element().closest('label')!);
};

export const notNow = () => page.getByRole('button', { name: 'Not now' });
export const spot = () => document.querySelector<HTMLElement>('.sy-next-ask')!;
export const spoken = () => spot().querySelector(':scope > [role=status]')!.textContent;

interface Options {
  readonly strict?: boolean;
  readonly recorder?: Recorder;
  readonly provider?: CommitmentProviderProps;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly container?: HTMLElement;
}

/** Mounts one spot below a recorder that follows the ladder. */
export function mount(props: Partial<NextAskProps> = {}, options: Options = {}) {
  const { strict, recorder = createRecorder(), provider, before, after, container } = options;
  const ui = (more: Partial<NextAskProps> = {}) => {
    const tree = (
      <recorder.Provider ladder={ladder} {...provider}>
        {before}
        <NextAsk asks={asks} {...props} {...more} />
        {after}
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  const view = render(ui(), container && { container });
  return { recorder, ui, ...view, set: (more: Partial<NextAskProps>) => view.rerender(ui(more)) };
}
