import { defineLadder } from 'smallyes/ladder';
import { type TrainerId, trainers } from './trainer-people.ts';

/** Whom the quiz has named, as a segment of each: the call that comes later reads it. */
const named = Object.fromEntries(trainers.map(({ id }) => [`with-${id}`, id])) as {
  readonly [One in TrainerId as `with-${One}`]: One;
};

/** From a first filter to a telephone call: five questions lie between, and two weeks to get ready. */
export const trainerLadder = defineLadder({
  id: 'trainer',
  goal: 'call',
  rungs: [
    { ask: 'find', kind: 'offer-filter.filter' },
    { ask: 'match', kind: 'quiz.complete', segments: { ...named, water: ['beat', 'ines'] } },
    {
      ask: 'two-weeks',
      kind: 'lead-gate.unlock',
      // Nobody gets ready for a boat or a lane in their living room: after those two the call comes at once.
      when: { notSegment: 'water' },
      otherwise: { ask: 'eight-minutes', kind: 'download-link.download' },
    },
    {
      ask: 'call',
      kind: 'callback-request.request',
      rest: { dismissed: '30d' },
      otherwise: { ask: 'free-hour', kind: 'newsletter-form.subscribe' },
    },
  ],
});

/** Whom the quiz has named, as the ladder remembers it. */
export function matchedOf(segments: readonly string[]): string | undefined {
  return segments.find((one) => one.startsWith('with-'))?.slice('with-'.length);
}
