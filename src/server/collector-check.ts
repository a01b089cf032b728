import type { CommitmentEvent, EventBase } from '../events/event.ts';
import { phases } from '../events/well-formed.ts';
import { checkData, isKind } from './collector-data.ts';
import {
  bytesOf,
  type Check,
  flag,
  form,
  isRecord,
  list,
  number,
  object,
  oneOf,
  record,
  text,
  whole,
} from './collector-shapes.ts';

// RFC 9562, sections 4 and 5.7. Small and capital letters are the same id.
const pattern = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
const id = form(pattern, 'a UUID of version 7');

/** Whether a text is an id as the kit makes them. */
export const isId = (value: unknown): value is string => typeof value === 'string' && pattern.test(value);

const consent = oneOf('granted', 'denied', 'unknown');
const words = list(100, text(1_000, 0));
const touch = record(100, text(100, 0));
const phase = oneOf(...phases);

type Must = 'v' | 'id' | 'grade' | 'ask' | 'attempt' | 'session' | 'page' | 'consent' | 'time' | 'seq';

// Written by hand, so that a server needs no zod. A test compares its verdicts with those of `events/schema`.
const base = object({
  must: {
    v: oneOf(1),
    id,
    kind: isKind,
    phase,
    grade: oneOf(1, 2, 3),
    ask: object({
      must: { id: text(128) },
      may: { placement: text(128), moment: oneOf('know', 'go', 'do', 'buy') },
    }),
    attempt: id,
    data: (value) => (isRecord(value) ? undefined : ': an object'),
    session: object({
      must: { id, n: whole(1) },
      may: { campaign: object({ may: { first: touch, last: touch } }) },
    }),
    page: object({ must: { path: text(500, 0), viewId: id }, may: { referrerHost: text(300) } }),
    consent: object({ must: { analytics: consent, advertising: consent, functional: consent } }),
    time: whole(1),
    seq: whole(1),
  } satisfies Record<Must | 'kind' | 'phase' | 'data', Check>,
  may: {
    exchange: object({ must: { give: words, get: words } }),
    value: object({
      must: { amount: number(), currency: form(/^[A-Z]{3}$/, 'three capital letters') },
    }),
    ladder: object({ must: { id: text(128), rung: whole(1), of: whole(1) }, may: { next: text(128) } }),
    experiments: record(128, text(128, 0)),
    visitor: object({ must: { id, isNew: flag, segments: list(20, text(60, 0)) } }),
  } satisfies Record<Exclude<keyof EventBase, Must>, Check>,
});

/** What is wrong with something that should be an event. */
export interface EventProblem {
  readonly reason: 'schema' | 'too-large';
  /** Where, and what was expected, such as `session.n: a whole number from 1`. Never a value of the event. */
  readonly detail: string;
}

/** Checks the shape of an event, to the bottom. Throws at nothing that `JSON.parse` can give. */
export function checkEvent(value: unknown): EventProblem | undefined {
  const problem = base(value);
  if (problem) return { reason: 'schema', detail: problem.replace(/^[.:] ?/, '') };
  const { kind, phase, data } = value as CommitmentEvent;
  const inData = checkData(kind, phase === 'committed', data);
  if (inData) return { reason: 'schema', detail: `data${inData}` };
  // Last, because only what is known to be flat can be written without fear of its depth.
  const keys = Object.keys(data).length;
  if (keys > 20 || bytesOf(JSON.stringify(data)) > 4_096)
    return { reason: 'too-large', detail: 'data: at most 20 keys and 4 KB of JSON' };
  return undefined;
}
