import { defineLadder } from 'smallyes/ladder';

/**
 * The path through the adviser's article. Its first question parts the readers: whose visitors leave at the door is offered
 * the checklist for the first page, everybody else is asked for a word on the article. Both come to the quote.
 */
export const adviserLadder = defineLadder({
  id: 'adviser',
  goal: 'audit-quote',
  rungs: [
    {
      ask: 'where-visitors-leave',
      kind: 'poll.vote',
      segments: { entrance: ['home', 'unknown'] },
    },
    {
      ask: 'second-click-rating',
      kind: 'star-rating.rate',
      when: { notSegment: 'entrance', scroll: 0.5 },
    },
    { ask: 'second-click-comment', kind: 'comment-form.post', when: { notSegment: 'entrance' } },
    {
      ask: 'first-page-checklist',
      kind: 'lead-gate.unlock',
      when: { segment: 'entrance' },
      otherwise: { ask: 'reader-wish', kind: 'poll.vote' },
    },
    { ask: 'talk', kind: 'contact-dialog.submit', when: { visits: 2 } },
    { ask: 'audit-quote', kind: 'step-form.submit', rest: { dismissed: '30d' } },
  ],
  cooldown: { dismissed: '1h' },
});
