import type {
  ActionCount,
  AskCount,
  Counts,
  NextCount,
  TransitionCount,
  VariantCount,
} from 'smallyes/insights';

const day = 86_400_000;
const from = Date.UTC(2026, 8, 7, 6, 12);
const to = Date.UTC(2026, 10, 18, 21, 40);

const poll = 'poll.vote:sleep-problem';
const weight = 'calculator.result:blanket-weight';
const film = 'video-player.play:how-wool-works';
const letter = 'newsletter-form.subscribe:sleep-letter';
const review = 'reactions.react:reviews';
const cart = 'add-to-cart-button.add:blanket';
const guide = 'download-link.download:washing-guide';
const share = 'share-button.share:product';
const purchase = 'checkout.purchase:shop';
const thanks = 'star-rating.rate:order';

/** What a shop calls its asks. */
export const shopNames = {
  'sleep-problem': 'What wakes you?',
  'blanket-weight': 'Find your blanket',
  'how-wool-works': 'Film: how wool works',
  'sleep-letter': 'Sleep letter',
  'checkout.purchase': 'Order',
  reviews: 'Reaction to a review',
  blanket: 'In the cart',
  'washing-guide': 'Washing guide',
  product: 'Shared a product',
  order: 'Rating of the order',
  shop: 'Order',
  'too-warm': 'Too warm',
  'too-cold': 'Too cold',
  restless: 'Restless',
  'letter-after-result': 'Letter after the result',
  'cart-button-words': 'Words on the cart button',
  control: 'As it was',
  inline: 'Beside the result',
  late: 'After the cart',
  short: 'Short words',
} as const;

const actions: readonly ActionCount[] = [
  lift(weight, 3_204, 468, 3_018, 217, 31),
  lift(poll, 3_911, 482, 2_311, 203, 12),
  lift(letter, 1_127, 171, 5_095, 514, 22),
  lift(film, 1_466, 184, 4_756, 501, 18),
  lift(review, 903, 104, 5_319, 581, 9),
  lift(cart, 1_804, 402, 4_418, 283, 96),
  lift(guide, 214, 21, 6_008, 664, 2),
  lift(share, 148, 12, 6_074, 673, 1),
  lift(thanks, 61, 58, 6_161, 627, 52),
  lift('search-box.search:shop-search', 19, 4, 6_203, 681, 1),
];

/** Ten weeks of a shop for wool blankets, made by hand: whoever sleeps too cold is lost at the calculator. */
export const shopCounts: Counts = {
  v: 1,
  question: {
    goal: purchase,
    steps: [poll, weight, letter, cart, purchase],
    window: 30 * day,
    unit: 'visitor',
    by: 'ask',
    exposure: 'landmark',
    landmark: 3,
    derived: [thanks],
    micro: letter,
    horizon: 30 * day,
    paths: 8,
    pathLength: 5,
    weekStart: 1,
    now: to,
  },
  from,
  to,
  rows: 41_806,
  units: 18_412,
  unknown: 2_206,
  missing: [],
  asks: [
    asked(poll, 16_204, 8_402, 8_114, [0, 12, 1_904, 276]),
    asked(film, 9_310, 2_604, 2_370, [0, 0, 0, 234]),
    asked(weight, 8_860, 5_120, 4_377, [0, 8, 310, 735]),
    asked(letter, 7_020, 2_270, 1_825, [12, 31, 640, 402]),
    asked(cart, 5_960, 2_480, 2_431, [49, 0, 0, 0]),
    asked(purchase, 1_910, 1_702, 1_204, [0, 64, 0, 434]),
    asked(guide, 24, 9, 9, [0, 0, 0, 0]),
  ],
  converted: 1_204,
  ties: 12,
  funnel: [
    { levels: [8_114, 4_377, 1_842, 1_129, 604] },
    { segment: 'too-warm', levels: [3_402, 2_099, 881, 546, 297] },
    { segment: 'too-cold', levels: [2_511, 982, 416, 251, 131] },
    { segment: 'restless', levels: [2_201, 1_296, 545, 332, 176] },
  ],
  actions,
  transitions: chain([
    ['(start)', poll, 7_920],
    ['(start)', film, 1_730],
    ['(start)', cart, 940],
    ['(start)', review, 610],
    [poll, weight, 3_990],
    [poll, film, 640],
    [poll, letter, 402],
    [poll, '(end)', 2_890],
    [film, weight, 730],
    [film, cart, 322],
    [film, '(end)', 1_318],
    [weight, letter, 1_610],
    [weight, cart, 1_240],
    [weight, '(end)', 1_870],
    [letter, cart, 902],
    [letter, review, 214],
    [letter, '(end)', 896],
    [review, cart, 291],
    [review, '(end)', 533],
    [cart, '(goal)', 1_204],
    [cart, '(end)', 2_491],
  ]),
  paths: [
    { path: [poll], n: 2_890, converted: 0 },
    { path: [poll, weight], n: 1_544, converted: 0 },
    { path: [film], n: 1_318, converted: 0 },
    { path: [poll, weight, letter, cart, '(goal)'], n: 412, converted: 412 },
    { path: [poll, weight, letter], n: 377, converted: 0 },
    { path: [poll, weight, cart, '(goal)'], n: 291, converted: 291 },
    { path: [poll, weight, letter, cart, review], n: 188, converted: 44 },
    { path: [film, poll, letter], n: 21, converted: 2 },
    { path: [], n: 4_159, converted: 455, others: true },
  ],
  retention: [
    [1_702, 208, 141, 118, 96, 90, 77, 71, 64, 60, 31],
    [1_811, 246, 160, 131, 118, 99, 92, 84, 75, 38],
    [1_764, 229, 171, 128, 111, 101, 90, 79, 41],
    [1_905, 271, 188, 149, 130, 112, 104, 52],
    [1_688, 217, 152, 121, 104, 93, 44],
    [1_822, 262, 177, 146, 121, 57],
    [1_950, 301, 214, 166, 80],
    [1_874, 288, 197, 92],
    [1_921, 304, 129],
    [1_803, 151],
    [172],
  ].flatMap((weeks, cohort) => weeks.map((n, age) => ({ cohort: firstWeek() + cohort, age, n }))),
  variants: [
    arm('letter-after-result', 'control', 4_611, 301, 402, 118.4),
    arm('letter-after-result', 'inline', 4_586, 431, 611, 121.1),
    arm('cart-button-words', 'control', 3_052, 196, 288, 116.2),
    arm('cart-button-words', 'short', 3_019, 189, 371, 117.9),
  ],
  next: [
    follow('(start)', poll, 1, 7_920, 702),
    follow('(start)', film, 1, 1_730, 121),
    follow(poll, weight, 2, 3_990, 471),
    follow(poll, film, 1, 640, 38),
    follow(poll, letter, 2, 402, 41),
    follow(weight, letter, 2, 1_610, 290),
    follow(weight, cart, 3, 1_240, 204),
    follow(letter, cart, 3, 902, 311),
    follow(review, cart, 3, 291, 98),
  ],
  segments: [
    { segment: '', n: 10_298, converted: 497 },
    { segment: 'too-warm', n: 3_402, converted: 331 },
    { segment: 'too-cold', n: 2_511, converted: 158 },
    { segment: 'restless', n: 2_201, converted: 218 },
  ],
};

/** The first week of a shop: nothing is to be read yet. */
export const firstWeekCounts: Counts = {
  ...shopCounts,
  from: to - 4 * day,
  rows: 61,
  units: 28,
  unknown: 4,
  asks: [asked(poll, 26, 18, 17, [0, 0, 6, 1]), asked(weight, 15, 11, 9, [0, 1, 0, 1])],
  converted: 3,
  ties: 0,
  funnel: [{ levels: [17, 9, 4, 4, 3] }],
  actions: [lift(weight, 6, 2, 8, 1, 0), lift(poll, 9, 2, 5, 1, 0), lift(letter, 3, 1, 11, 2, 0)],
  transitions: [],
  paths: [
    { path: [poll], n: 8, converted: 0 },
    { path: [poll, weight], n: 5, converted: 0 },
    { path: [poll, weight, cart, '(goal)'], n: 2, converted: 2 },
    { path: [], n: 2, converted: 1, others: true },
  ],
  retention: [{ cohort: firstWeek() + 10, age: 0, n: 28 }],
  variants: [
    arm('letter-after-result', 'control', 15, 2, 2, 109),
    arm('letter-after-result', 'inline', 13, 1, 2, 131),
  ],
  next: [],
  segments: [],
};

/** Before the first visitor. */
export const noCounts: Counts = {
  ...shopCounts,
  from: 0,
  to: 0,
  rows: 0,
  units: 0,
  converted: 0,
  unknown: 0,
  asks: [],
  ties: 0,
  funnel: [{ levels: [0, 0, 0, 0, 0] }],
  actions: [],
  transitions: [],
  paths: [],
  retention: [],
  variants: [],
  next: [],
  segments: [],
};

/** The film goes with fewer orders in both segments, and with more in all of them together. */
export const reversedCounts: Counts = {
  ...shopCounts,
  actions: [
    ...actions.filter(({ action }) => action !== film),
    lift(film, 1_300, 470, 1_300, 310, 18),
    lift(film, 1_000, 440, 300, 150, 12, 'too-warm'),
    lift(film, 300, 30, 1_000, 160, 6, 'too-cold'),
  ],
};

/** A variant that loses visitors on the way: its figures are not to be read. */
export const unevenCounts: Counts = {
  ...shopCounts,
  variants: [
    arm('letter-after-result', 'control', 4_611, 301, 402, 118.4),
    arm('letter-after-result', 'inline', 3_902, 331, 560, 121.1),
  ],
};

/** Names as long as they get, of a language that builds them. */
export const longNames = {
  ...shopNames,
  'sleep-problem':
    'Was hält Sie nachts wach, und seit wann schlafen Sie so? Unsere Umfrage zum Schlafen im Winter',
  'blanket-weight': 'Deckengewichtsberechnungsassistent',
  'sleep-letter': 'Donaudampfschifffahrtsgesellschaftskapitänsbettdeckenrundbrief',
  inline: 'Neben dem Ergebnis, noch bevor jemand hinunterblättert',
  'how-wool-works': 'Film: Wie Wolle wirkt',
  'checkout.purchase': 'Bestellung',
  shop: 'Bestellung',
  reviews: 'Reaktion auf eine Bewertung',
  blanket: 'Im Warenkorb',
  'washing-guide': 'Waschanleitung',
  product: 'Ein Produkt geteilt',
  order: 'Bewertung der Bestellung',
  'search-box.search': 'Suche im Laden',
  'too-warm': 'Zu warm',
  'too-cold': 'Zu kalt',
  restless: 'Unruhig',
  'letter-after-result': 'Brief nach dem Ergebnis',
  'cart-button-words': 'Worte am Warenkorb',
  control: 'Wie bisher',
  late: 'Nach dem Warenkorb',
  short: 'Kurze Worte',
} as const;

export function lift(
  action: string,
  exposed: number,
  exposedConverted: number,
  unexposed: number,
  unexposedConverted: number,
  next: number,
  segment?: string,
): ActionCount {
  const counted = { action, exposed, exposedConverted, unexposed, unexposedConverted, next };
  return segment === undefined ? counted : { ...counted, segment };
}

export function arm(
  experiment: string,
  variant: string,
  exposed: number,
  converted: number,
  micro: number,
  basket: number,
): VariantCount {
  const sum = converted * basket;
  return {
    experiment,
    variant,
    exposed,
    converted,
    micro,
    sum,
    sumSquares: sum * basket * 1.4,
    mixed: 14,
  };
}

/** What came of an ask; of those who did not say yes took it back, failed, said no, left. */
function asked(
  action: string,
  seen: number,
  started: number,
  yes: number,
  [withdrawn, failed, dismissed, abandoned]: readonly [number, number, number, number],
): AskCount {
  const [kind = '', ask = ''] = action.split(':');
  return { kind, ask, seen, started, yes, withdrawn, failed, dismissed, abandoned };
}

function follow(state: string, action: string, grade: number, n: number, converted: number): NextCount {
  return { state, action, grade, n, converted };
}

/** Spread over the groups of ids, which an interval is drawn from. */
function chain(moves: readonly (readonly [from: string, to: string, n: number])[]): TransitionCount[] {
  const groups = 40;
  return moves.flatMap(([from, to, n], at) =>
    Array.from({ length: groups }, (_, group) => ({
      group: (16 + group).toString(16),
      from,
      to,
      n: Math.floor(n / groups) + ((group * 7 + at * 3) % groups < n % groups ? 1 : 0),
    })),
  );
}

function firstWeek(): number {
  return Math.floor((from / 1000 - 345_600) / 604_800);
}
