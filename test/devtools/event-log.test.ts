import { commitmentFixture } from 'smallyes/testing';
import { beforeEach, expect, it, vi } from 'vitest';
import { createEventLog } from '../../src/devtools/event-log.ts';

const event = commitmentFixture('poll.vote');
let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.splice(frame - 1, 1));
});

it('tells who watches once a frame, however many events came', () => {
  const log = createEventLog();
  const heard = vi.fn();
  log.subscribe(heard);
  const before = log.state();
  for (let i = 0; i < 100; i++) log.add(event);
  expect(log.state()).toBe(before);
  expect(frames).toHaveLength(1);
  for (const run of frames.splice(0)) run();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(log.state().rows).toHaveLength(100);
});

it('asks for no frame while nobody watches, and has all of it when somebody comes', () => {
  const log = createEventLog();
  log.add(event);
  log.add(event);
  expect(frames).toHaveLength(0);
  const state = log.state();
  expect(state.rows.map(({ line }) => line)).toEqual([1, 2]);
  expect(log.state()).toBe(state);
});

it('gives up its frame with the last who watches', () => {
  const log = createEventLog();
  const heard = vi.fn();
  const stop = log.subscribe(heard);
  log.add(event);
  stop();
  expect(frames).toHaveLength(0);
  log.subscribe(heard);
  log.add(event);
  expect(frames).toHaveLength(1);
});

it('keeps the latest 500 and counts what it gave up', () => {
  const log = createEventLog();
  for (let i = 0; i < 1_234; i++) log.add(event);
  const { rows, dropped } = log.state();
  expect(rows).toHaveLength(500);
  expect(rows[0]?.line).toBe(735);
  expect(rows.at(-1)?.line).toBe(1_234);
  expect(dropped).toBe(734);
});

it('begins anew when it is cleared', () => {
  const log = createEventLog();
  for (let i = 0; i < 600; i++) log.add(event);
  log.clear();
  expect(log.state()).toEqual({ rows: [], dropped: 0 });
});
