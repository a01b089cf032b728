import { fault, show } from '../internal/messages.ts';
import type { Action, InsightsOptions, Question } from './question.ts';

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `component.act` as the events have it, then maybe an ask's id of up to 128 characters. */
const actionPattern = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*(?::.{1,128})?$/s;

/**
 * Fills in every default. What cannot be meant throws, in production too: SY-1601 an action, SY-1602 a duration, SY-1603 a
 * number or a choice, SY-1604 a goal that is not the last step, SY-1605 a step that repeats.
 */
export function questionOf(options: InsightsOptions): Question {
  // Whoever writes no TypeScript may hand in nothing at all.
  const given: Partial<InsightsOptions> = options ?? {};
  const goal = actionOf('goal', given.goal);
  if (given.steps !== undefined && !Array.isArray(given.steps))
    throw fault(1603, 'steps', show(given.steps), 'a list of actions in order');
  const steps = (given.steps ?? []).map((step, at) => actionOf(`steps[${at}]`, step));
  const repeated = steps.find((step, at) => steps.indexOf(step) < at);
  if (repeated !== undefined) throw fault(1605, repeated);
  if (steps.includes(goal) && steps.at(-1) !== goal) throw fault(1604, goal);
  if (!steps.includes(goal)) steps.push(goal);
  return {
    goal,
    steps,
    window: durationOf('window', given.window ?? '30d'),
    unit: choiceOf('unit', given.unit ?? 'visitor', ['visitor', 'session']),
    by: choiceOf('by', given.by ?? 'ask', ['ask', 'kind']),
    exposure: choiceOf('exposure', given.exposure ?? 'landmark', ['landmark', 'before', 'anywhere']),
    landmark: wholeOf('landmark', given.landmark ?? 3, 1, 1_000),
    derived: (given.derived ?? []).map((action, at) => actionOf(`derived[${at}]`, action)),
    micro: given.micro === undefined ? (steps[0] ?? goal) : actionOf('micro', given.micro),
    horizon: durationOf('horizon', given.horizon ?? '30d'),
    paths: wholeOf('paths', given.paths ?? 20, 1, 10_000),
    pathLength: wholeOf('pathLength', given.pathLength ?? 5, 1, 100),
    weekStart: wholeOf('weekStart', given.weekStart ?? 1, 1, 7),
    now: wholeOf('now', given.now ?? Date.now(), 0, 8_640_000_000_000_000),
  };
}

/** The kind of an action, and its ask where it names one. */
export function partsOf(action: Action): { readonly kind: string; readonly ask: string | undefined } {
  const at = action.indexOf(':');
  return at < 0 ? { kind: action, ask: undefined } : { kind: action.slice(0, at), ask: action.slice(at + 1) };
}

function actionOf(option: string, given: unknown): Action {
  if (typeof given !== 'string' || !actionPattern.test(given)) throw fault(1601, option, show(given));
  return given as Action;
}

function durationOf(option: string, given: unknown): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(String(given)) ?? [];
  const exact = typeof given === 'number' ? given : Number(amount) * (units[unit] ?? Number.NaN);
  const milliseconds = Math.round(exact);
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 1) throw fault(1602, option, show(given));
  return milliseconds;
}

function wholeOf(option: string, given: unknown, least: number, most: number): number {
  if (!Number.isSafeInteger(given) || (given as number) < least || (given as number) > most)
    throw fault(1603, option, show(given), `a whole number from ${least} to ${most}`);
  return given as number;
}

function choiceOf<Choice extends string>(option: string, given: Choice, all: readonly Choice[]): Choice {
  if (!all.includes(given)) throw fault(1603, option, show(given), `one of ${all.join(', ')}`);
  return given;
}
