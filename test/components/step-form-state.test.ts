import { describe, expect, it } from 'vitest';
import {
  type Answers,
  lookAhead,
  type Route,
  targetOf,
} from '../../src/components/step-form/step-form-path.ts';
import {
  begin,
  currentStep,
  edit,
  goBack,
  goOn,
  goTo,
  restore,
  type StepFormState,
  visitedSteps,
} from '../../src/components/step-form/step-form-state.ts';
import type { FormStep } from '../../src/components/step-form/step-form-types.ts';

const step = (id: string, next?: unknown, more: Partial<FormStep> = {}): FormStep => ({
  id,
  fields: [{ type: 'text', name: id }],
  next,
  ...more,
});
const review: FormStep = { id: 'review', fields: [], review: true };
const endings = { sent: { title: 'Thank you' }, small: { title: 'Too small' } };

/** need → (audit: size | else: budget) → review → sent; a size below 10 ends at once. */
const quote: Route = {
  steps: [
    step('need', [{ when: { need: 'audit' }, to: 'size' }, { to: 'budget' }]),
    step('size', ({ size }: Answers) => (Number(size) < 10 ? { end: 'small' } : 'review')),
    step('budget'),
    review,
  ],
  endings,
};

const walk = (route: Route, answers: Answers, times: number, from: StepFormState = begin(route)) => {
  let state = from;
  for (let at = 0; at < times; at++) state = goOn(route, state, answers);
  return state;
};

describe('the way through a form of several steps', () => {
  it('takes the first branch that holds', () => {
    expect(targetOf(quote, 'need', { need: 'audit' })).toBe('size');
    expect(targetOf(quote, 'need', { need: 'build' })).toBe('budget');
  });

  it('takes a branch that asks for one of several answers, and for one among several given', () => {
    const route = {
      steps: [step('a', [{ when: { a: ['x', 'y'] }, to: 'c' }]), step('b'), step('c')],
      endings,
    };
    expect(targetOf(route, 'a', { a: 'y' })).toBe('c');
    expect(targetOf(route, 'a', { a: ['q', 'x'] })).toBe('c');
    expect(targetOf(route, 'a', { a: 'z' })).toBe('b');
  });

  it('ends at the ending that an answer leads to', () => {
    const state = walk(quote, { need: 'audit', size: '3' }, 2);
    expect(state.ending).toBe('small');
    expect(state.trail).toEqual(['need', 'size']);
  });

  it('goes on to the next step of the list where a way leads nowhere or throws', () => {
    const route = {
      steps: [
        step('a', () => 'nowhere'),
        step('b', () => {
          throw new Error('an answer is missing');
        }),
        step('c', { end: 'unknown' }),
      ],
      endings,
    };
    expect(targetOf(route, 'a', {})).toBe('b');
    expect(targetOf(route, 'b', {})).toBe('c');
    expect(targetOf(route, 'c', {})).toEqual({ end: 'sent' });
  });

  it('counts the steps of the branch that are likely to come, and stops at a loop', () => {
    expect(lookAhead(quote, 'need', { need: 'audit', size: 20 }).steps).toEqual(['need', 'size', 'review']);
    expect(lookAhead(quote, 'need', {}).steps).toEqual(['need', 'budget', 'review']);
    const loop = { steps: [step('a'), step('b', 'a')], endings };
    expect(lookAhead(loop, 'a', {})).toEqual({ steps: ['a', 'b'], ending: undefined });
  });
});

describe('where a visitor is', () => {
  it('is another thing than what is done: Back undoes nothing', () => {
    const there = walk(quote, { need: 'audit', size: 20 }, 2);
    const back = goBack(goBack(there));
    expect(currentStep(back)).toBe('need');
    expect(back.done).toEqual(['need', 'size']);
    expect(back.trail).toEqual(['need', 'size', 'review']);
    expect(visitedSteps(back)).toEqual(['need']);
  });

  it('follows the old way while the answers lead there, and forgets it when they lead elsewhere', () => {
    const back = goBack(goBack(walk(quote, { need: 'audit', size: 20 }, 2)));
    expect(goOn(quote, back, { need: 'audit', size: 20 }).trail).toEqual(['need', 'size', 'review']);
    expect(goOn(quote, back, { need: 'build' }).trail).toEqual(['need', 'budget']);
  });

  it('walks back the way that was taken, through a loop as often as it was walked', () => {
    const again: Route = {
      steps: [step('item'), step('more', ({ times }: Answers) => (times === 2 ? { end: 'sent' } : 'item'))],
      endings,
    };
    let state = walk(again, { times: 1 }, 3);
    expect(state.trail).toEqual(['item', 'more', 'item', 'more']);
    expect(visitedSteps(state)).toEqual(['item', 'more']);
    const seen = [];
    for (; state.at > 0; state = goBack(state)) seen.push(currentStep(state));
    expect(seen).toEqual(['more', 'item', 'more']);
  });

  it('comes back to the review after an edit, over all that is done', () => {
    const there = walk(quote, { need: 'audit', size: 20 }, 2);
    const edited = edit(there, 'need');
    expect(currentStep(edited)).toBe('need');
    expect(visitedSteps(edited)).toEqual(['need', 'size', 'review']);
    const after = goOn(quote, edited, { need: 'audit', size: 20 });
    expect(currentStep(after)).toBe('review');
    expect(after.review).toBeUndefined();
  });

  it('stops on the way back to the review at a step that the new answer opened', () => {
    const edited = edit(walk(quote, { need: 'audit', size: 20 }, 2), 'need');
    const opened = goOn(quote, edited, { need: 'build' });
    expect(currentStep(opened)).toBe('budget');
    expect(currentStep(goOn(quote, opened, { need: 'build' }))).toBe('review');
  });

  it('leaves an edit for the review by Back', () => {
    const edited = edit(walk(quote, { need: 'audit', size: 20 }, 2), 'need');
    expect(currentStep(goBack(edited))).toBe('review');
  });

  it('comes back from an ending to the step before it', () => {
    const ended = walk(quote, { need: 'audit', size: 3 }, 2);
    expect(goBack(ended)).toEqual({ ...ended, ending: undefined });
  });

  it('takes up a note of an earlier visit, and refuses one of another form', () => {
    const there = walk(quote, { need: 'audit', size: 20 }, 2);
    expect(restore(quote, JSON.parse(JSON.stringify(there)))).toEqual(there);
    for (const note of [
      undefined,
      null,
      'x',
      { trail: ['gone'], at: 0, done: [] },
      { trail: ['size'], at: 0, done: [] },
      { trail: 'need', at: 0, done: [] },
      { trail: [], at: 0, done: [] },
    ])
      expect(restore(quote, note)).toBeUndefined();
    expect(restore(quote, { trail: ['need'], at: 7, done: [] })).toEqual(begin(quote));
  });
});

/** A small generator with a seed, so that a failure can be had again. */
const random = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

describe('any walk through any form', () => {
  it('keeps its rules over 600 random walks', () => {
    for (let seed = 1; seed <= 600; seed++) {
      const next = random(seed);
      const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
      const ids = Array.from({ length: 1 + Math.floor(next() * 6) }, (_, at) => `s${at}`);
      const ways = () => pick([undefined, pick(ids), { end: 'sent' }, 'nowhere', { end: 'nowhere' }]);
      const route: Route = {
        steps: ids.map((id, at) =>
          step(
            id,
            pick([
              ways(),
              [{ when: { flag: 1 }, to: ways() }, { to: ways() }],
              ({ flag }: Answers) => (flag ? ways() : 'x'),
            ]),
            { review: at > 0 && at === ids.length - 1 && next() < 0.5 },
          ),
        ),
        endings,
      };
      let state = begin(route);
      let done = 0;
      for (let move = 0; move < 30; move++) {
        const before = state;
        const answers = { flag: Math.floor(next() * 2) };
        const act = pick(['on', 'on', 'on', 'back', 'to', 'edit']);
        if (act === 'on') state = goOn(route, state, answers);
        else if (act === 'back') state = goBack(state);
        else if (act === 'to') state = goTo(state, Math.floor(next() * 8) - 1);
        else state = edit(state, pick(ids));
        const say = `seed ${seed}, move ${move}, ${act}`;
        // The visitor is always at a step of the form, and the first one never changes.
        expect(ids, say).toContain(currentStep(state));
        expect(state.trail[0], say).toBe('s0');
        // What is done stays done, and a way back forgets no step.
        expect(state.done.length, say).toBeGreaterThanOrEqual(done);
        done = state.done.length;
        if (act !== 'on') expect(state.trail, say).toEqual(before.trail);
        // What counts was taken, each once.
        const visited = visitedSteps(state);
        expect(new Set(visited).size, say).toBe(visited.length);
        expect(
          visited.every((id) => state.trail.includes(id)),
          say,
        ).toBe(true);
        expect(visited, say).toContain(currentStep(state));
        // Back after a single way on comes back to where it was.
        if (act === 'on' && state.ending === undefined && before.review === undefined)
          expect(currentStep(goBack(state)), say).toBe(currentStep(before));
        expect(lookAhead(route, currentStep(state), answers).steps.length, say).toBeLessThanOrEqual(
          ids.length,
        );
      }
    }
  });
});
