// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { StarRating, type StarRatingElement } from 'smallyes/star-rating';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { View } from './asks.tsx';

const press = (nth: number) => fireEvent.click(screen.getAllByRole('radio')[nth - 1]!, { detail: 1 });

function mount() {
  const recorder = createRecorder();
  const tree = (path: string, props: Partial<ComponentProps<typeof StarRating>> = {}) => (
    <recorder.Provider>
      <View path={path} />
      <StarRating id="article-42" label="Was this useful?" {...props} />
    </recorder.Provider>
  );
  const lines = () => recorder.events.map(({ ask, phase }) => `${ask.id} ${phase}`);
  return { recorder, tree, lines };
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describe('a rating on a page with a client-side router', () => {
  it('that was saved on the page before is withdrawn when the visitor takes it back', () => {
    const { recorder, tree, lines } = mount();
    const { rerender } = render(tree('/a'));
    press(4);
    rerender(tree('/b'));
    fireEvent.click(screen.getByRole('button', { name: 'Clear rating' }));
    press(2);
    expect(lines().map((line) => line.split(' ')[1])).toEqual([
      'seen',
      'started',
      'committed',
      'seen',
      'started',
      'withdrawn',
      'committed',
    ]);
    expect(recorder.commitments.map(({ data }) => data)).toMatchObject([{ value: 4 }, { value: 2 }]);
  });

  it('counts under the id it was given under, though another article is shown when the server answers', async () => {
    const { tree, lines } = mount();
    let answer = () => {};
    const onSubmit = () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      });
    const { rerender } = render(tree('/a', { id: 'a', onSubmit }));
    press(4);
    rerender(tree('/a', { id: 'b', onSubmit }));
    await act(async () => answer());
    expect(lines()).toEqual(['a seen', 'a started', 'a committed']);
  });
});

describe('a rating that is reset while it is being sent', () => {
  it('takes the next pick, which alone counts', async () => {
    const { recorder, tree } = mount();
    const sent: unknown[] = [];
    const answers: (() => void)[] = [];
    let root: StarRatingElement | null = null;
    const ref = (element: StarRatingElement | null) => {
      root = element;
    };
    render(
      tree('/a', {
        ref,
        onSubmit: ({ value }) => {
          sent.push(value);
          return new Promise<void>((resolve) => answers.push(resolve));
        },
      }),
    );
    press(4);
    act(() => root?.reset());
    press(2);
    await act(async () => {
      for (const answer of answers) answer();
    });
    expect(sent).toEqual([4, 2]);
    expect(recorder.commitments.map(({ data }) => data)).toMatchObject([{ value: 2 }]);
  });
});
