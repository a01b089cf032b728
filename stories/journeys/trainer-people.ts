import type { CallbackRequestProps } from 'smallyes/callback-request';
import {
  defineFacets,
  distanceBetween,
  type FilterValues,
  type GeoPoint,
} from 'smallyes/offer-filter/define';

export type TrainerId =
  | 'meret'
  | 'jonas'
  | 'amara'
  | 'luc'
  | 'nilufer'
  | 'beat'
  | 'ines'
  | 'tomasz'
  | 'ayesha'
  | 'remo'
  | 'solene'
  | 'david';

type Sport = 'strength' | 'running' | 'mobility' | 'water' | 'climbing';
type DayPart = 'morning' | 'afternoon' | 'evening';
type CallHours = NonNullable<CallbackRequestProps['windows']>;

/** One of the studio's trainers, as its page knows them. */
export interface Trainer {
  readonly id: TrainerId;
  readonly name: string;
  readonly sport: Sport;
  readonly place: string;
  readonly at: GeoPoint;
  /** Monday is 1. */
  readonly days: readonly number[];
  readonly times: readonly DayPart[];
  /** Francs an hour. */
  readonly price: number;
  /** What an hour is like. */
  readonly style: string;
  /** What they say themselves. */
  readonly says: string;
  /** What the questions ask for. */
  readonly has: {
    readonly goal: 'strong' | 'far' | 'supple' | 'water' | 'up';
    readonly tone: 'calm' | 'push' | 'play';
    readonly teaches: 'explains' | 'shows';
    readonly company: readonly ('alone' | 'pair' | 'group')[];
    readonly where: 'in' | 'out';
  };
}

export const trainers: readonly Trainer[] = [
  {
    id: 'meret',
    name: 'Meret Sutter',
    sport: 'strength',
    place: 'Basel, St. Johann',
    at: { latitude: 47.57, longitude: 7.572 },
    days: [2, 4, 6],
    times: ['morning', 'evening'],
    price: 95,
    style: 'Six lifts, one notebook, no mirrors. Each weight has a reason, and you hear it.',
    says: 'I draw every lift on the wall first. Who has understood it needs no one to shout.',
    has: { goal: 'strong', tone: 'calm', teaches: 'explains', company: ['alone'], where: 'in' },
  },
  {
    id: 'jonas',
    name: 'Jonas Bürgin',
    sport: 'running',
    place: 'Lörrach',
    at: { latitude: 47.615, longitude: 7.661 },
    days: [1, 3, 5],
    times: ['evening'],
    price: 60,
    style: 'Hills above the Wiese, in a pack of six. Nobody is left behind, nobody stands still.',
    says: 'You will swear at me on the third hill. On the fourth you will be ahead of me.',
    has: { goal: 'far', tone: 'push', teaches: 'shows', company: ['group'], where: 'out' },
  },
  {
    id: 'amara',
    name: 'Amara Osei',
    sport: 'strength',
    place: 'Basel, Gundeli',
    at: { latitude: 47.542, longitude: 7.593 },
    days: [2, 4, 7],
    times: ['morning', 'afternoon'],
    price: 70,
    style: 'Kettlebells in the park, relays, a bet now and then. You notice the work on the way home.',
    says: 'Children train all day and call it something else. I have kept the something else.',
    has: { goal: 'strong', tone: 'play', teaches: 'shows', company: ['pair', 'group'], where: 'out' },
  },
  {
    id: 'luc',
    name: 'Luc Haberer',
    sport: 'running',
    place: 'Saint-Louis',
    at: { latitude: 47.59, longitude: 7.56 },
    days: [2, 4, 5],
    times: ['morning', 'evening'],
    price: 80,
    style: 'Along the canal at a pace for talking. He counts your steps, then tells you which to leave out.',
    says: 'Most people run too fast to get faster. We begin by slowing down, and I show you why.',
    has: { goal: 'far', tone: 'calm', teaches: 'explains', company: ['alone', 'pair'], where: 'out' },
  },
  {
    id: 'nilufer',
    name: 'Nilüfer Kaya',
    sport: 'mobility',
    place: 'Kleinbasel',
    at: { latitude: 47.565, longitude: 7.599 },
    days: [1, 2, 4],
    times: ['morning', 'afternoon'],
    price: 65,
    style: 'Eight mats, no music. An hour in which nothing hurries, and shoulders come down.',
    says: 'I do it, you do it, we breathe. There is not much more to say, so I do not.',
    has: { goal: 'supple', tone: 'calm', teaches: 'shows', company: ['group'], where: 'in' },
  },
  {
    id: 'beat',
    name: 'Beat Oeri',
    sport: 'water',
    place: 'Birsfelden',
    at: { latitude: 47.553, longitude: 7.623 },
    days: [3, 6, 7],
    times: ['morning'],
    price: 75,
    style: 'Rowing above the weir, four to a boat, at sunrise. Late is on the bank.',
    says: 'The river is faster than you are every day of the year. That is why it makes you better.',
    has: { goal: 'water', tone: 'push', teaches: 'shows', company: ['group'], where: 'out' },
  },
  {
    id: 'ines',
    name: 'Inês Carvalho',
    sport: 'water',
    place: 'Weil am Rhein',
    at: { latitude: 47.593, longitude: 7.621 },
    days: [2, 4, 5],
    times: ['afternoon', 'evening'],
    price: 85,
    style: 'One lane, one camera, one thing at a time. For adults who never learned it properly.',
    says: 'You are not too old to learn to swim. You have only been told it in the wrong order.',
    has: { goal: 'water', tone: 'calm', teaches: 'explains', company: ['alone'], where: 'in' },
  },
  {
    id: 'tomasz',
    name: 'Tomasz Wilk',
    sport: 'climbing',
    place: 'Muttenz',
    at: { latitude: 47.523, longitude: 7.645 },
    days: [2, 4, 6],
    times: ['afternoon', 'evening'],
    price: 70,
    style: 'A wall full of riddles, for you and a friend. He solves none of them for you.',
    says: 'I give you two hints and one wrong one. After an hour you know which it was.',
    has: { goal: 'up', tone: 'play', teaches: 'explains', company: ['pair'], where: 'in' },
  },
  {
    id: 'ayesha',
    name: 'Ayesha Rahman',
    sport: 'mobility',
    place: 'Riehen',
    at: { latitude: 47.583, longitude: 7.648 },
    days: [1, 3, 5, 6],
    times: ['morning', 'afternoon'],
    price: 90,
    style: 'Dance for people who do not dance. She knows the name of each muscle and a joke about it.',
    says: 'Stiff is a habit. I find out where you got it, and then we make fun of it together.',
    has: { goal: 'supple', tone: 'play', teaches: 'explains', company: ['alone', 'pair'], where: 'in' },
  },
  {
    id: 'remo',
    name: 'Remo Tschudin',
    sport: 'climbing',
    place: 'Arlesheim',
    at: { latitude: 47.493, longitude: 7.62 },
    days: [3, 6, 7],
    times: ['morning', 'afternoon'],
    price: 85,
    style: 'Real rock in the Jura, a thermos, a rope. Silence counts as part of the lesson.',
    says: 'I climb ahead, you look where my feet are. Talking we do at the top.',
    has: { goal: 'up', tone: 'calm', teaches: 'shows', company: ['pair', 'group'], where: 'out' },
  },
  {
    id: 'solene',
    name: 'Solène Meyer',
    sport: 'strength',
    place: 'Huningue',
    at: { latitude: 47.593, longitude: 7.583 },
    days: [1, 2, 4, 5],
    times: ['morning', 'evening'],
    price: 80,
    style: 'Forty minutes against the clock, two people, one bar. She counts aloud, in French.',
    says: 'Give me the last two repetitions. I tell you exactly what they are for, then you do them.',
    has: { goal: 'strong', tone: 'push', teaches: 'explains', company: ['pair'], where: 'in' },
  },
  {
    id: 'david',
    name: 'David Roth',
    sport: 'running',
    place: 'Liestal',
    at: { latitude: 47.484, longitude: 7.734 },
    days: [4, 6, 7],
    times: ['morning', 'afternoon'],
    price: 65,
    style: 'Forest paths, streams to jump, a map that is wrong on purpose. Good shoes, old ones.',
    says: 'If you know how far you have run, I have done something wrong.',
    has: { goal: 'far', tone: 'play', teaches: 'shows', company: ['pair', 'group'], where: 'out' },
  },
];

export const sports: Readonly<Record<Sport, string>> = {
  strength: 'Strength',
  running: 'Running',
  mobility: 'Mobility',
  water: 'On the water',
  climbing: 'Climbing',
};

export const trainerFacets = defineFacets([
  {
    type: 'distance',
    name: 'near',
    label: 'Near',
    within: [3, 6, 12, 25],
    places: [
      { value: 'basel', label: 'Basel', latitude: 47.558, longitude: 7.588 },
      { value: 'loerrach', label: 'Lörrach', latitude: 47.615, longitude: 7.661 },
      { value: 'saint-louis', label: 'Saint-Louis', latitude: 47.59, longitude: 7.56 },
      { value: 'liestal', label: 'Liestal', latitude: 47.484, longitude: 7.734 },
    ],
  },
  {
    type: 'days',
    name: 'days',
    label: 'Days',
    description: 'Tick two, and you see who has both.',
  },
  { type: 'times', name: 'times', label: 'Time of day' },
  {
    type: 'choices',
    name: 'sport',
    label: 'What for',
    options: Object.entries(sports).map(([value, label]) => ({
      value,
      label,
      count: trainers.filter(({ sport }) => sport === value).length,
    })),
  },
]);

export type TrainerFilter = FilterValues<typeof trainerFacets>;

/** Who fits. Of days each one must fit, since most people train twice a week; of times and sports any one. */
export function findTrainers({ near, days, times, sport }: TrainerFilter): readonly Trainer[] {
  return trainers.filter(
    (one) =>
      (!near?.at || distanceBetween(near.at, one.at) <= near.within) &&
      (!days || days.every((day) => one.days.includes(day))) &&
      (!times || times.some((time) => one.times.includes(time))) &&
      (!sport || sport.includes(one.sport)),
  );
}

export const trainerOf = (id: string | undefined): Trainer | undefined =>
  trainers.find((one) => one.id === id);

export const firstName = ({ name }: Trainer): string => name.split(' ')[0] as string;

/** Trainers telephone between two hours of training, on their own days. One object for each, so that nothing is reckoned twice. */
const calls = new Map<TrainerId, CallHours>(
  trainers.map(({ id, days }) => [
    id,
    {
      timeZone: 'Europe/Zurich',
      length: 30,
      hours: Object.fromEntries(
        days.map((day) => [
          day,
          [
            { from: '12:00', to: '13:30' },
            { from: '17:30', to: '19:00' },
          ],
        ]),
      ),
    },
  ]),
);

export const callHoursOf = ({ id }: Trainer): CallHours => calls.get(id) as CallHours;
