// What the other asks and their hand-written twins say.
export const url = 'https://pinegrove.example/every';
export const clip = '/clip.webm';
export const printer = 'Label printer';
export const product = { id: 'printer', name: printer, price: { amount: 149, currency: 'EUR' } };
export const text =
  'A warehouse knows at which hour a parcel still leaves today. That hour is all a shop needs to name a day, and a named day is a promise that a visitor can accept.';
export const tours = [
  { id: 'two', title: 'It is ordered at two', body: 'The van leaves at three.' },
  { id: 'ten', title: 'It rings at ten', body: 'That was the promise.' },
];
export const known = {
  question: 'Do you know when your last van leaves?',
  answers: [
    { value: 'yes', label: 'To the minute', for: 'line' },
    { value: 'no', label: 'Roughly', for: 'hour' },
  ],
} as const;
export const articles = ['Why shops lose the sale at the delivery step', 'How short can a checkout be?'];
export const carriers = [
  { name: 'Rook Parcels', days: ['weekdays'] },
  { name: 'Fen & Broad', days: ['weekdays', 'Saturdays'] },
];

const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
export const costOf = (parcels: number, late: number): number => parcels * (late / 100) * 6.5;
export const priceOf = (parcels: number, late: number): string => euros.format(costOf(parcels, late));
