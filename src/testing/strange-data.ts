import { createEvent } from '../events/index.ts';
import { commitmentFixture } from './commitment-fixture.ts';

/** Payloads as `createEvent` lets them through: the largest, and those of hostile callers. */
export function strangeData(): object[] {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`key${i}`, '😀'.repeat(45)]));
  const loop: Record<string, unknown> = {
    text: '\u0000<script>alert(1)</script>\u2028',
    list: Array(100).fill(null),
  };
  loop['self'] = loop;
  const draft = { kind: 'poll.vote', phase: 'committed', grade: 1, ask: { id: 'a' }, attempt: 'a' } as const;
  const { session, page, consent } = commitmentFixture('poll.vote');
  const through = (data: unknown) => createEvent({ ...draft, data }, { session, page, consent }).event.data;
  return [
    many,
    loop,
    JSON.parse('{"__proto__":{"a":1},"toString":"x","constructor":1,"deep":{"a":{"b":1}}}'),
    {},
  ].map(through);
}
