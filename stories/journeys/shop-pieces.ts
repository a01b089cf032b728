import type { Shape } from './shop-drawings.tsx';

/** Currencies that the workshop sells in. */
export type ShopCurrency = 'EUR' | 'JPY';

/** The four glazes. */
export const glazes = { chalk: 'Chalk', sea: 'Sea', moss: 'Moss', iron: 'Iron' } as const;

export type Glaze = keyof typeof glazes;

/** A piece of the workshop. */
export interface Piece {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  /** The glaze in which it is shown first. */
  readonly glaze: Glaze;
  readonly price: Readonly<Record<ShopCurrency, number>>;
  /** Below its name. */
  readonly line: string;
  readonly text: string;
  readonly facts: readonly (readonly [string, string])[];
  /** What else people call it. */
  readonly words: string;
  /** On the shelf, of all glazes together. */
  readonly stock: number;
  /** How many gave each number of stars. */
  readonly stars: Readonly<Record<number, number>>;
}

const care = ['Care', 'Dishwasher, oven up to 220 °C, no open flame'] as const;

/** All that is on the shelf. */
export const pieces: readonly Piece[] = [
  {
    id: 'tall-mug',
    name: 'Tall mug',
    shape: 'mug',
    glaze: 'sea',
    price: { EUR: 28, JPY: 4650 },
    line: 'For the first coffee, and the tea at four',
    text: 'A handle for three fingers, a lip that is thin where you drink and round where you carry. The glaze breaks to brown along the rim, and on every mug in another place: that is how you will know yours in the dishwasher.',
    facts: [['Holds', '0.35 l'], ['Height', '11 cm'], care],
    words: 'mug cup coffee tea becher tasse',
    stock: 9,
    stars: { 5: 61, 4: 17, 3: 6, 2: 2, 1: 1 },
  },
  {
    id: 'breakfast-bowl',
    name: 'Breakfast bowl',
    shape: 'bowl',
    glaze: 'chalk',
    price: { EUR: 34, JPY: 5600 },
    line: 'Porridge at seven, soup at noon',
    text: 'Wide enough for fruit and deep enough for broth. The foot is left bare, so it stands on wet wood without sliding, and warm hands find the clay.',
    facts: [['Holds', '0.6 l'], ['Width', '15 cm'], care],
    words: 'bowl soup porridge muesli dish',
    stock: 14,
    stars: { 5: 48, 4: 12, 3: 3, 1: 1 },
  },
  {
    id: 'dinner-plate',
    name: 'Dinner plate',
    shape: 'plate',
    glaze: 'chalk',
    price: { EUR: 39, JPY: 6400 },
    line: 'Flat, with an edge that keeps the sauce',
    text: 'Thrown, not pressed: look across it and you see the turns of the wheel. The edge rises by a finger, which is all a sauce needs. They stack, six to a hand’s height.',
    facts: [['Width', '26 cm'], ['Weight', '780 g'], care],
    words: 'plate dish dinner',
    stock: 22,
    stars: { 5: 33, 4: 14, 3: 4, 2: 1 },
  },
  {
    id: 'espresso-cup',
    name: 'Espresso cup',
    shape: 'beaker',
    glaze: 'iron',
    price: { EUR: 19, JPY: 3150 },
    line: 'Two sips, and it stays warm for both',
    text: 'No handle: the wall is thick below and thin above, so that the fingers find a place that is warm and not hot. Fits under the spout of every machine we could borrow.',
    facts: [['Holds', '80 ml'], ['Height', '6 cm'], care],
    words: 'espresso cup mug coffee small',
    stock: 31,
    stars: { 5: 40, 4: 9, 3: 2 },
  },
  {
    id: 'teapot',
    name: 'Teapot',
    shape: 'teapot',
    glaze: 'moss',
    price: { EUR: 118, JPY: 19_400 },
    line: 'Pours in one thin line, and stops when you do',
    text: 'Five parts, joined on one afternoon, and a handle of steamed ash that stays cool. The sieve is thrown into the wall. We pour from each one before it leaves: those that drip stay here.',
    facts: [
      ['Holds', '0.9 l'],
      ['Handle', 'Ash, oiled'],
      ['Care', 'By hand, because of the wood'],
    ],
    words: 'teapot tea pot kettle',
    stock: 3,
    stars: { 5: 12, 4: 2 },
  },
  {
    id: 'pitcher',
    name: 'Water pitcher',
    shape: 'pitcher',
    glaze: 'sea',
    price: { EUR: 64, JPY: 10_500 },
    line: 'For the middle of a long table',
    text: 'Wide below, so that it stands when somebody reaches across. Keeps water cool for an hour, and flowers for a week.',
    facts: [['Holds', '1.4 l'], ['Height', '21 cm'], care],
    words: 'pitcher jug water carafe flowers vase',
    stock: 5,
    stars: { 5: 19, 4: 5, 3: 1 },
  },
  {
    id: 'bud-vase',
    name: 'Bud vase',
    shape: 'vase',
    glaze: 'iron',
    price: { EUR: 26, JPY: 4300 },
    line: 'One stem is enough',
    text: 'A neck as wide as a finger holds a single twig upright. The iron in this glaze comes out of the cliff at Thurø, and no two batches are the same red.',
    facts: [['Height', '13 cm'], ['Neck', '18 mm'], care],
    words: 'vase flower twig stem',
    stock: 11,
    stars: { 5: 22, 4: 6, 3: 2, 2: 1 },
  },
  {
    id: 'butter-dish',
    name: 'Butter dish',
    shape: 'dish',
    glaze: 'moss',
    price: { EUR: 48, JPY: 7900 },
    line: 'Soft butter, all winter',
    text: 'A slab and a bell. The bell is glazed inside only, and the bare clay outside takes up a little water: wet it in July, and the butter keeps its shape.',
    facts: [['Holds', '250 g'], ['Width', '19 cm'], care],
    words: 'butter dish box cheese',
    stock: 4,
    stars: { 5: 15, 4: 4, 3: 1 },
  },
];

export const pieceOf = (id: string): Piece | undefined => pieces.find((piece) => piece.id === id);

/** The pieces that words lead to: each word must begin one of theirs. */
export function findPieces(words: string): Piece[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return pieces.filter((piece) => {
    const own = `${piece.name} ${piece.words} ${Object.values(glazes).join(' ')}`.toLowerCase().split(/\s+/);
    return wanted.every((word) => own.some((one) => one.startsWith(word.replace(/s$/, ''))));
  });
}

/** Average and number of all stars. */
export function ratingOf({ stars }: Piece): { value: number; count: number } {
  const all = Object.entries(stars);
  const count = all.reduce((sum, [, number]) => sum + number, 0);
  const sum = all.reduce((points, [value, number]) => points + Number(value) * number, 0);
  return { value: Math.round((sum / count) * 10) / 10, count };
}

/** An amount as people in the shop read it: yen have no decimals. */
export function priceText(amount: number, currency: ShopCurrency): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}
