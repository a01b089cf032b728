import { analyze, type Counts } from 'smallyes/insights';
import { expect, it } from 'vitest';
import { expectConsole } from '../support/console.ts';
import { none } from './no-effect.ts';

const guide = {
  kind: 'lead-gate.unlock',
  ask: 'guide',
  seen: 400,
  started: 200,
  yes: 100,
  withdrawn: 5,
  failed: 10,
  dismissed: 40,
  abandoned: 60,
};
const asksOf = (...asks: Counts['asks']) => analyze({ ...none, units: 1_000, asks }).asks;

it('gives the shares of those who saw an ask, with Wilson intervals, the most seen first', () => {
  const [first, second] = asksOf({ ...guide, ask: 'rare', seen: 300 }, guide);
  expect(first).toMatchObject({ action: 'lead-gate.unlock:guide', seen: 400 });
  expect(first?.started).toMatchObject({ k: 200, n: 400, estimate: 0.5, warnings: [] });
  expect(first?.yes).toMatchObject({ k: 100, n: 400, estimate: 0.25, warnings: [] });
  // By hand: (25 + 1.92) / (100 + 3.84) and so on, of 100 in 400.
  expect(first?.yes.interval[0]).toBeCloseTo(0.2101, 4);
  expect(first?.yes.interval[1]).toBeCloseTo(0.2947, 4);
  expect(second?.action).toBe('lead-gate.unlock:rare');
});

it('says where the others stopped: nobody is lost, and nobody is in two places', () => {
  const [{ seen, yes, stopped } = { seen: 0, yes: { k: 0 }, stopped: {} }] = asksOf(guide);
  expect(stopped).toEqual({ onlySaw: 185, abandoned: 60, dismissed: 40, failed: 10, withdrawn: 5 });
  expect(Object.values(stopped).reduce((sum, n) => sum + n, 0)).toBe(seen - yes.k);
});

it('gives no rate of a handful', () => {
  const few = {
    ...guide,
    seen: 29,
    started: 20,
    yes: 10,
    withdrawn: 0,
    failed: 0,
    dismissed: 0,
    abandoned: 10,
  };
  const [one] = asksOf(few);
  expect([one?.started.warnings, one?.yes.warnings]).toEqual([['TOO_FEW'], ['TOO_FEW']]);
  expect(asksOf({ ...few, seen: 30 })[0]?.yes.warnings).toEqual([]);
});

it('leaves out a row that cannot be', () => {
  expectConsole('warn', 'SY-1612');
  expect(asksOf({ ...guide, yes: 300 }, { ...guide, started: 500 }, { ...guide, seen: -1 })).toEqual([]);
});
