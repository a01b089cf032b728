import { defineCalculator } from 'smallyes/calculator/calculate';
import { defineLadder } from 'smallyes/ladder';
import { defineFacets, type FilterValues } from 'smallyes/offer-filter/define';
import { defineQuiz } from 'smallyes/quiz/define';

/** From a nod to a letter: the path of the spot at the top of the page "Every ask". */
export const ladder = defineLadder({
  id: 'every',
  goal: 'next-letter',
  rungs: [
    { ask: 'next-nod', kind: 'reactions.react' },
    { ask: 'next-letter', kind: 'newsletter-form.subscribe' },
  ],
});

export const firstStep = defineQuiz({
  mode: 'personality',
  outcomes: { hour: { title: 'Begin with the last hour' }, line: { title: 'Begin with one line' } },
  questions: {
    known: {
      question: 'Do you know when your last van leaves?',
      answers: [
        { value: 'yes', label: 'To the minute', for: 'line' },
        { value: 'no', label: 'Roughly', for: 'hour' },
      ],
    },
  },
});

export const latePrice = defineCalculator({
  inputs: [
    { type: 'number', name: 'parcels', label: 'Parcels a month', min: 1, defaultValue: 400 },
    {
      type: 'range',
      name: 'late',
      label: 'Of them late',
      min: 0,
      max: 50,
      defaultValue: 10,
      unit: 'percent',
    },
  ],
  // A letter, a call, and now and then a second parcel.
  formula: ({ parcels, late }) => parcels * (late / 100) * 6.5,
  result: { label: 'What they cost you', currency: 'EUR' },
});

export const facets = defineFacets([
  { type: 'choice', name: 'day', label: 'Delivers on', options: ['weekdays', 'Saturdays'] },
]);

const carriers = [
  { name: 'Rook Parcels', days: ['weekdays'] },
  { name: 'Fen & Broad', days: ['weekdays', 'Saturdays'] },
];

export function findCarriers({ day }: FilterValues<typeof facets>) {
  return carriers.filter(({ days }) => !day || days.includes(day));
}

const articles = ['Why shops lose the sale at the delivery step', 'How short can a checkout be?'];

export function findArticles(words: string) {
  return articles.filter((title) => words && title.toLowerCase().includes(words.toLowerCase()));
}

export const printer = { id: 'printer', name: 'Label printer', price: { amount: 149, currency: 'EUR' } };
export const order = { lines: [{ id: printer.id, name: printer.name, amount: 149 }], total: printer.price };

export const story = [
  { id: 'two', title: 'It is ordered at two', body: 'The van leaves at three.' },
  { id: 'ten', title: 'It rings at ten', body: 'That was the promise.' },
];

/** The public half of a key pair of the Push API. The private half of this one is lost: make your own. */
export const pushKey =
  'BPOQMMspQ0Ip80yzMFEYiQPTDaLEvIiQmA6K8aCiDQoq81cdZQozhWJduX3qwJRt0CTTPRQLl6JVM5CPpUwdzjA';
