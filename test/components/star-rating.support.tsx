import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { StarRating } from 'smallyes/star-rating';
import type { EventLine } from 'smallyes/testing';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/star-rating.css';
import { beforeEach } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

/** A line of the recorder. */
export const rate = (phase: string): EventLine => `star-rating.rate ${phase}` as EventLine;

/** The data of an event on a scale of five. */
export const data = (value: number, more?: object) => ({ value, max: 5, ...more });

/** A radio by what is spoken. */
export const star = (name: string | RegExp) => page.getByRole('radio', { name });

export const status = () => page.getByRole('status');

/** Clicks the drawing of the nth item: its radio has no size of its own. */
export const press = (nth: number) =>
  userEvent.click(document.querySelectorAll<HTMLElement>('.sy-star-rating-item')[nth - 1]!);

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Mounts one rating under a recorder. */
export function mount(props: Partial<Parameters<typeof StarRating>[0]> = {}, strict = false) {
  const recorder = createRecorder();
  const ui = (more: object = {}) => {
    const tree = (
      <recorder.Provider>
        <StarRating id="article-42" label="Was this useful?" {...(props as object)} {...more} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}
