import { createGate } from 'smallyes/server';

const questions = [
  'At which hour does the last parcel leave on a Friday?',
  'Which goods are packed the day after, and why?',
  'How many parcels of last month came on the day that the carrier named?',
  'What happens to an order that arrives while the van is being loaded?',
  'Who notices first when a parcel stays behind?',
  'Which day would you promise if it were your own shop?',
];

/** What is given only in return for an address. It is in no bundle, and leaves the server for a grant alone. */
export const gate = createGate({
  keys: [
    { id: '2026-11', secret: process.env['GATE_KEY'] ?? 'for development only, a real site sets GATE_KEY' },
  ],
  magnets: {
    questions: { stream: () => questions.join('\n'), type: 'text/plain; charset=utf-8', inline: true },
  },
});
