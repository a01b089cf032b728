// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { JSX } from 'react';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';
import type { Ask } from '../../src/provider/ask.ts';
import { useAsk } from '../../src/provider/use-ask.ts';

const worth = { amount: 140, currency: 'EUR' };
let ask: Ask;

/** An ask of two kinds: steps on the way, and the submission. */
function Quote() {
  const kinds = { 'step-form.step': 1, 'step-form.submit': 3 } as const;
  ask = useAsk({ component: 'Quote', kinds, last: 'step-form.submit', props: { id: 'quote', worth } });
  return <div ref={ask.ref} />;
}

const valuesOf = (quote: JSX.Element) => {
  const recorder = createRecorder();
  render(<recorder.Provider>{quote}</recorder.Provider>);
  for (const step of ['need', 'date']) ask.record('committed', { step }, 'step-form.step', undefined, step);
  ask.record('committed', {}, 'step-form.submit');
  return recorder.events.flatMap(({ phase, value }) => (phase === 'committed' ? [value] : []));
};

it('goes with the yes that completes the ask, so that events add up to what came in', () => {
  expect(valuesOf(<Quote />)).toEqual([undefined, undefined, worth]);
});
