import { defineFacets, distanceBetween, type FilterValues } from 'smallyes/offer-filter/define';

/** The trainers of a studio for strength and running, as its page knows them. */
export const trainers = [
  {
    name: 'Amara Osei',
    level: 'Beginner',
    price: 45,
    days: [2, 4, 6],
    times: ['morning'],
    online: true,
    place: 'Kreuzberg',
    at: { latitude: 52.49, longitude: 13.39 },
  },
  {
    name: 'Jonas Weber',
    level: 'Advanced',
    price: 80,
    days: [1, 3, 5],
    times: ['evening'],
    online: false,
    place: 'Mitte',
    at: { latitude: 52.52, longitude: 13.4 },
  },
  {
    name: 'Lucía Fernández',
    level: 'Intermediate',
    price: 60,
    days: [2, 4],
    times: ['afternoon', 'evening'],
    online: true,
    place: 'Neukölln',
    at: { latitude: 52.48, longitude: 13.44 },
  },
  {
    name: 'Piotr Zieliński',
    level: 'Beginner',
    price: 38,
    days: [6, 7],
    times: ['morning', 'afternoon'],
    online: false,
    place: 'Potsdam',
    at: { latitude: 52.4, longitude: 13.06 },
  },
  {
    name: 'Hannah Lindqvist',
    level: 'Intermediate',
    price: 55,
    days: [1, 2, 3, 4, 5],
    times: ['morning', 'evening'],
    online: true,
    place: 'Pankow',
    at: { latitude: 52.57, longitude: 13.4 },
  },
];

export const trainerFacets = defineFacets([
  { type: 'days', name: 'days', label: 'Days' },
  { type: 'times', name: 'times', label: 'Time of day' },
  {
    type: 'distance',
    name: 'near',
    label: 'Place',
    within: [5, 10, 25],
    places: [
      { value: 'mitte', label: 'Berlin Mitte', latitude: 52.52, longitude: 13.4 },
      { value: 'potsdam', label: 'Potsdam', latitude: 52.4, longitude: 13.06 },
    ],
  },
  { type: 'range', name: 'price', label: 'Price of an hour', min: 30, max: 100, step: 5, currency: 'EUR' },
  {
    type: 'choices',
    name: 'level',
    label: 'Level',
    options: [
      { value: 'Beginner', count: 2 },
      { value: 'Intermediate', count: 2 },
      { value: 'Advanced', count: 1 },
    ],
  },
  { type: 'toggle', name: 'online', label: 'Also online', count: 3 },
]);

/** The trainers that fit. A day or a time fits when one of them does. */
export function findTrainers(values: FilterValues<typeof trainerFacets>): typeof trainers {
  const { days, times, near, price, level, online } = values;
  return trainers.filter(
    (one) =>
      (!days || days.some((day) => one.days.includes(day))) &&
      (!times || times.some((time) => one.times.includes(time))) &&
      (!near?.at || distanceBetween(near.at, one.at) <= near.within) &&
      one.price >= (price?.from ?? 0) &&
      one.price <= (price?.to ?? Number.POSITIVE_INFINITY) &&
      (!level || level.some((each) => each === one.level)) &&
      (!online || one.online),
  );
}
