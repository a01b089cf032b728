import { show, tell } from '../internal/messages.ts';
import { type Asking, alternativesOf, isListOf } from './check-ladder.ts';
import { parseDuration } from './duration.ts';
import type { LadderDefinition } from './ladder-definition.ts';

/** What is wrong with a rung, and what to do. */
type Doubt = readonly [problem: string, remedy: string];

const isSome = isListOf((one) => typeof one === 'string' || typeof one === 'number');

/**
 * Tells of what can be read and still does nothing (SY-1225): a condition that nobody meets, a yes that never counts. The ladder
 * goes on with it. For development.
 */
export function tellDoubts({ id, goal, rungs }: LadderDefinition): void {
  const asks = rungs.flatMap((one): Asking[] => [one, ...alternativesOf(one)]);
  for (const one of asks) for (const doubt of doubtsOf(one, goal)) tell(1225, id, one.ask, ...doubt);
  for (const { ask, wanted } of waitingInCircles(asks))
    tell(
      1225,
      id,
      ask,
      `waits for ${wanted}, and none of these can come first`,
      'Take the condition out, unless one of them also stands on a page by itself, outside of spots',
    );
}

function* doubtsOf({ ask, when = {}, rest = {}, segments = {} }: Asking, goal: string): Generator<Doubt> {
  for (const page of [when.page ?? []].flat()) {
    const doubt = pageDoubt(page);
    if (doubt) yield [`is for the page ${show(page)}, which no path fits: ${doubt[0]}`, doubt[1]];
  }
  for (const [name, wanted] of Object.entries({ ...when.answered, ...when.variant }))
    if (wanted !== undefined && !isSome(wanted))
      yield [
        `wants ${show(wanted)} of "${name}", which nobody answers and no variant is`,
        'Write a text, a number, or a list of them',
      ];
  const { segment, notSegment = [] } = when;
  const out: readonly unknown[] = [notSegment].flat();
  if (segment && [segment].flat().every((name) => out.includes(name)))
    yield [
      `is for the segment ${show(segment)} and for nobody in it`,
      'Take it out of segment or of notSegment',
    ];
  for (const [name, rule] of Object.entries(segments) as [string, unknown][])
    if (rule !== undefined && typeof rule !== 'function' && !isSome(rule))
      yield [
        `puts nobody into the segment "${name}": no answer is ${show(rule)}`,
        'Write an answer, a list of answers, or a function of the data',
      ];
  // The goal may be reached again and again, as a shop's.
  if (ask !== goal && parseDuration(rest.committed) === 0)
    yield [
      'rests 0 seconds after a yes, so that no yes to it stands: it is asked again at once, and nothing larger comes',
      'Leave rest.committed out, or write a length such as "30d"',
    ];
}

/** Why a pattern fits no path of a browser. */
function pageDoubt(page: string): Doubt | undefined {
  if (/[?#]/.test(page)) return ['a path ends before its query', 'Write the path alone'];
  if (/[^!-~]/.test(page)) return ['browsers encode it', `Write "${encodeURI(page)}"`];
  return /^[/*]/.test(page)
    ? undefined
    : [
        'a path begins with a slash',
        'Write the path from its slash on, such as "/blog/*", or begin with "*"',
      ];
}

/** The asks that can come only after an answer that can come only after their own. */
function waitingInCircles(asks: readonly Asking[]): { ask: string; wanted: string }[] {
  let stuck = asks.map(({ ask, when = {} }) => ({
    ask,
    needs: Object.entries(when.answered ?? {}).flatMap(([name, one]) => (one === undefined ? [] : name)),
  }));
  for (;;) {
    const next = stuck.filter(({ needs }) => needs.some((name) => stuck.some(({ ask }) => ask === name)));
    if (next.length === stuck.length) break;
    stuck = next;
  }
  return stuck.map(({ ask, needs }) => ({
    ask,
    wanted: needs.map((name) => `an answer to "${name}"`).join(' and '),
  }));
}
