// @vitest-environment jsdom
import { fireEvent, render } from '@testing-library/react';
import { Reactions, type ReactionsProps } from 'smallyes/reactions';
import { createRecorder } from 'smallyes/testing';
import { expect, it, onTestFinished } from 'vitest';

/** What becomes of each `submit` after all handlers: whether the page has kept it from the browser. */
function watchSubmits(): boolean[] {
  const prevented: boolean[] = [];
  const listen = (event: Event) => {
    prevented.push(event.defaultPrevented);
    // There is nowhere to go in a test.
    event.preventDefault();
  };
  window.addEventListener('submit', listen);
  onTestFinished(() => window.removeEventListener('submit', listen));
  return prevented;
}

it.each<[string, Partial<ReactionsProps>]>([
  ['an address', { action: '/react' }],
  ['a handler', { onSubmit: () => {} }],
])('a form that the page sends without a button holds no answer for %s', (_what, props) => {
  const errors: unknown[] = [];
  const fail = (event: ErrorEvent) => {
    event.preventDefault();
    errors.push(event.error);
  };
  window.addEventListener('error', fail);
  onTestFinished(() => window.removeEventListener('error', fail));
  const prevented = watchSubmits();
  const recorder = createRecorder();
  const { container } = render(
    <recorder.Provider>
      <Reactions id="article-42" {...props} />
    </recorder.Provider>,
  );
  const form = container.querySelector('form')!;
  form.requestSubmit();
  expect(errors).toEqual([]);
  expect(prevented).toEqual([true]);
  expect(recorder.phases()).toEqual([]);
  // The buttons go on working.
  fireEvent.click(form.querySelector('button')!);
  expect(recorder.phases().at(-1)).toBe('reactions.react committed');
});
