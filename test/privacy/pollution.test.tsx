// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import type { CommitmentEvent } from 'smallyes/events';
import { Poll } from 'smallyes/poll';
import { CommitmentProvider } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flatErrors, nestedErrors } from '../../src/fields/form-errors.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { createSubmission } from '../../src/internal/submission.ts';
import { readConsent } from '../../src/provider/consent.ts';
import { formatLabel } from '../../src/provider/labels.ts';
import { createMemory } from '../../src/provider/memory.ts';
import { createVisit } from '../../src/provider/visit.ts';
import { createRandom, type Random } from '../events/random.ts';
import { Vote, vote } from '../provider/asks.tsx';
import { consoleOutput, expectConsole } from '../support/console.ts';

const roots = [Object, Array, Function, String, Number, Map, Promise].map(({ prototype }) => prototype);
const shapeOf = () => roots.map((root) => Reflect.ownKeys(root).map(String).sort().join());
const shape = shapeOf();

/** JSON that would change prototypes if somebody merged it without care. */
function hostileJson(random: Random, leaf: () => unknown, depth = 3): string {
  const names = [
    ...['__proto__', 'constructor', 'prototype', 'polluted', 'toString', 'hasOwnProperty', 'then'],
    ...['id', 'sid', 'n', 'last', 'first', 'latest', 'segments', 'analytics', 'functional', 'advertising'],
    ...['utm_source', 'poll', 'star-rating', 'lead-gate', 'status', 'errors', 'message', 'other', 'length'],
  ];
  const make = (depth: number): string => {
    if (depth === 0 || random.below(4) === 0) return JSON.stringify(leaf());
    if (random.below(6) === 0) return `[${[make(depth - 1), make(depth - 1)].join()}]`;
    const fields = Array.from({ length: random.below(6) }, () => [random.pick(names), make(depth - 1)]);
    return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`;
  };
  return make(depth);
}

const leaves = [
  'yes',
  true,
  1,
  null,
  'granted',
  '',
  '\u0000',
  -1,
  1e308,
  '0192f3a4-7b6c-7d8e-9f00-112233445566',
];

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => {
  window.history.replaceState(null, '', '/');
  expect(shapeOf()).toEqual(shape);
  expect('polluted' in {}).toBe(false);
});

describe('hostile JSON changes no prototype', () => {
  it('as the stored visit, of 2,000 random ones: what is told of the visitor keeps its shape', () => {
    const random = createRandom(3);
    const id = '0192f3a4-7b6c-7d8e-9f00-112233445566';
    for (let i = 0; i < 2_000; i++) {
      const json = hostileJson(random, () => random.pick(leaves), 4);
      // Half of them look like ours, but for what is hostile in them.
      const note = random.below(2)
        ? json
        : `{"id":"${id}","sid":"${id}","n":1,"last":${Date.now()},"segments":["a"],"first":${json},"latest":${json},"__proto__":${json}}`;
      localStorage.setItem('smallyes:visit', note);
      const memory = createMemory();
      const visit = createVisit(memory);
      memory.follow('granted');
      visit.reload();
      const { campaign, ...session } = visit.session();
      expect(session).toEqual({ id: expect.stringMatching(/^[\da-f-]{36}$/), n: expect.any(Number) });
      for (const touch of [campaign?.first, campaign?.last])
        for (const [name, value] of Object.entries(touch ?? {}))
          expect([name.slice(0, 4), typeof value]).toEqual(['utm_', 'string']);
      expect(visit.segments().every((one) => typeof one === 'string' && one.length <= 60)).toBe(true);
      localStorage.clear();
    }
  });

  it('as campaign parameters of the address', () => {
    window.history.replaceState(
      null,
      '',
      '/?__proto__=1&constructor=2&prototype=3&utm_source=a&utm_source=b&utm___proto__=4&utm_medium[__proto__]=5',
    );
    const heard: CommitmentEvent[] = [];
    render(
      <CommitmentProvider onEvent={(event) => heard.push(event)}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    expect(heard[0]?.session.campaign).toEqual({ first: { utm_source: 'b' }, last: { utm_source: 'b' } });
    expect(Object.getPrototypeOf(heard[0]?.session.campaign?.first)).toBe(Object.prototype);
  });

  it('as consent, of 2,000 random ones: only own words count', () => {
    const random = createRandom(4);
    for (let i = 0; i < 2_000; i++) {
      const input = JSON.parse(hostileJson(random, () => random.pick(leaves), 3)) as object;
      const own = typeof input === 'object' && input ? input : {};
      const states = readConsent(own);
      for (const [purpose, state] of Object.entries(states)) {
        const word = Object.hasOwn(own, purpose) ? (own as Record<string, unknown>)[purpose] : undefined;
        const granted = word === true || word === 'granted';
        expect(state).toBe(granted ? 'granted' : word === false || word === 'denied' ? 'denied' : 'unknown');
      }
    }
  });

  it('as labels of nested providers, of 100 random ones: the page shows, with texts', () => {
    const random = createRandom(5);
    for (let i = 0; i < 100; i++) {
      const labels = () => {
        const made: unknown = JSON.parse(hostileJson(random, () => random.pick(leaves), 3));
        return (typeof made === 'object' && made && !Array.isArray(made) ? made : {}) as object;
      };
      const { unmount } = render(
        <CommitmentProvider labels={labels()}>
          <CommitmentProvider labels={labels()}>
            <Poll id="p" question="Which?" options={['a', 'b']} />
          </CommitmentProvider>
        </CommitmentProvider>,
      );
      expect(screen.getByRole('group', { name: 'Which?' })).toBeTruthy();
      unmount();
    }
    // Labels that do not fit are told, and the default is shown.
    if (consoleOutput().length) expectConsole('warn', 'SY-108');
  });

  it('as the answer of a server, of 1,000 random ones: only a known status is believed', () => {
    const random = createRandom(6);
    for (let i = 0; i < 1_000; i++) {
      const status = random.pick(['ok', 'pending', 'invalid', 'failed', 'constructor', '__proto__', 7]);
      const errors = hostileJson(random, () => random.pick(leaves), 3);
      const answer = JSON.parse(
        `{"status":${JSON.stringify(status)},"errors":${errors},"__proto__":${errors}}`,
      );
      const ends: { status: string; errors?: object | undefined }[] = [];
      const { send } = createSubmission(
        () => ({ onSubmit: () => answer, createKey: () => 'k', ask: { attempt: () => ({ id: 'a' }) } }),
        () => {},
      );
      send({}, (end) => void ends.push(end));
      expect(['ok', 'pending', 'invalid', 'failed']).toContain(ends[0]?.status);
      if (typeof ends[0]?.errors === 'object') nestedErrors(ends[0].errors as Record<string, string>);
    }
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    '__proto__.polluted',
    'constructor.prototype',
    'constructor.prototype.polluted',
    'toString.polluted',
    '__proto__.__proto__',
    '..',
    '',
  ])('as an error for the field %j', (name) => {
    const tree = nestedErrors(JSON.parse(`{${JSON.stringify(name)}:"no","email":"Not an address"}`));
    expect(flatErrors(tree)).toMatchObject({ email: 'Not an address' });
    expect(Object.entries(flatErrors(tree)).every(([, text]) => typeof text === 'string')).toBe(true);
  });
});

describe('a place in a label', () => {
  it.each(['{constructor}', '{toString}', '{__proto__}', '{hasOwnProperty}'])(
    'takes no value from a prototype: %s',
    (text) => {
      expect(formatLabel(text, 'en', { count: 1 })).toBe(text);
    },
  );
});
