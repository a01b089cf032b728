import { defineLadder } from 'smallyes/ladder';

/** Two small questions before the letter. No rest between them: a test walks it in one go. */
export const languagesLadder = defineLadder({
  id: 'bakery',
  goal: 'first-letter',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'useful', kind: 'star-rating.rate' },
    { ask: 'first-letter', kind: 'newsletter-form.subscribe' },
  ],
  cooldown: { dismissed: '0s' },
});
