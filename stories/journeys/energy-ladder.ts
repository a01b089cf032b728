import { defineLadder } from 'smallyes/ladder';

/**
 * The path through the energy adviser's page, from an article to an hour at the table, and to a word on that hour.
 *
 * The goal of a ladder is its last rung. Here that is the review: who has had the hour is asked for one, whatever they think of
 * it, and nobody else is.
 */
export const energyLadder = defineLadder({
  id: 'energy',
  goal: 'hour-review',
  rungs: [
    { ask: 'flow-article', kind: 'reading-progress.read' },
    { ask: 'flow-reaction', kind: 'reactions.react', segments: { asking: 'question' } },
    { ask: 'episode-14', kind: 'audio-player.complete' },
    {
      ask: 'episodes',
      kind: 'newsletter-form.subscribe',
      // Usually a medium yes. To follow a podcast is a click elsewhere, so here it stands among the weak ones.
      grade: 1,
      otherwise: { ask: 'episodes-app', kind: 'follow-link.follow' },
    },
    // Asked by the film itself, after its first sentence.
    { ask: 'heats-with', kind: 'poll.vote', segments: { settled: 'pump' } },
    { ask: 'right-order', kind: 'video-player.complete' },
    { ask: 'letter', kind: 'newsletter-form.subscribe' },
    {
      ask: 'test-plan',
      kind: 'lead-gate.unlock',
      // Whose house runs on a heat pump has no need to test for one.
      when: { notSegment: 'settled' },
      otherwise: { ask: 'test-sheet', kind: 'download-link.download' },
    },
    {
      ask: 'house-book',
      kind: 'checkout.purchase',
      // Who has a question wants an answer, not forms to fill in.
      when: { notSegment: 'asking' },
      rest: { dismissed: '30d' },
    },
    { ask: 'hour', kind: 'step-form.submit', segments: { booked: () => true }, rest: { dismissed: '30d' } },
    { ask: 'hour-review', kind: 'review-form.submit', when: { segment: 'booked' } },
  ],
});
