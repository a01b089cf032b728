import { firstName, type Trainer, type TrainerFilter, type TrainerId, trainers } from './trainer-people.ts';

interface Looks {
  readonly skin: string;
  readonly hair: string;
  readonly shirt: string;
  readonly ground: string;
  readonly cut: keyof typeof cuts;
}

/** What lies behind a head, and what on it. */
const cuts = {
  short: { front: 'M23 33c0-13 8-19 17-19s17 6 17 19c-3-8-9-10-17-10s-14 2-17 10Z' },
  long: {
    back: 'M21 62V33c0-14 8-21 19-21s19 7 19 21v29c-5 3-33 3-38 0Z',
    front: 'M24 36c0-14 6-21 18-21 8 0 14 6 14 18-8 0-14-3-19-8-2 6-7 9-13 11Z',
  },
  bun: {
    back: 'M32 12a8 8 0 1 1 16 0 8 8 0 1 1-16 0Z',
    front: 'M23 34c0-13 8-19 17-19s17 6 17 19c-4-7-10-10-17-10s-13 3-17 10Z',
  },
  curls: {
    back: 'M22 40c-6-3-6-12 0-14 0-7 7-12 12-10 4-5 12-4 14 0 6-1 11 5 10 11 6 3 5 11 0 13Z',
    front: 'M24 33c2-8 8-11 16-11s14 3 16 11c-4-4-9-6-16-6s-12 2-16 6Z',
  },
  bald: { front: 'M25 41c0 14 6 20 15 20s15-6 15-20c-3 7-9 8-15 8s-12-1-15-8Z' },
  scarf: {
    back: 'M19 64c-1-10 0-16 2-30 1-13 8-21 19-21s18 8 19 21c2 14 3 20 2 30-6 6-36 6-42 0Z',
    front: 'M23 40c0-15 6-23 17-23s17 8 17 23c-3-9-9-14-17-14s-14 5-17 14Z',
  },
  cap: { front: 'M22 30c0-11 8-16 18-16s18 5 18 16h7c2 0 2 3 0 3H22Z' },
} satisfies Record<string, { back?: string; front: string }>;

const fair = 'oklch(0.84 0.055 60)';
const tan = 'oklch(0.73 0.075 58)';
const brown = 'oklch(0.56 0.075 50)';
const dark = 'oklch(0.43 0.06 48)';
const sky = 'oklch(0.86 0.06 235)';
const sun = 'oklch(0.89 0.11 95)';
const rose = 'oklch(0.85 0.07 25)';
const mint = 'oklch(0.88 0.07 165)';

const looks: Readonly<Record<TrainerId, Looks>> = {
  meret: { skin: fair, hair: 'oklch(0.66 0.1 70)', shirt: 'oklch(0.4 0.12 265)', ground: sun, cut: 'bun' },
  jonas: { skin: fair, hair: 'oklch(0.5 0.11 45)', shirt: 'oklch(0.63 0.19 32)', ground: sky, cut: 'cap' },
  amara: {
    skin: dark,
    hair: 'oklch(0.24 0.02 40)',
    shirt: 'oklch(0.76 0.15 80)',
    ground: mint,
    cut: 'curls',
  },
  luc: { skin: tan, hair: 'oklch(0.72 0.01 80)', shirt: 'oklch(0.45 0.08 180)', ground: rose, cut: 'short' },
  nilufer: {
    skin: tan,
    hair: 'oklch(0.44 0.13 10)',
    shirt: 'oklch(0.36 0.07 10)',
    ground: sky,
    cut: 'scarf',
  },
  beat: { skin: fair, hair: 'oklch(0.6 0.03 60)', shirt: 'oklch(0.36 0.08 240)', ground: mint, cut: 'bald' },
  ines: { skin: tan, hair: 'oklch(0.32 0.04 40)', shirt: 'oklch(0.55 0.12 220)', ground: sun, cut: 'long' },
  tomasz: {
    skin: fair,
    hair: 'oklch(0.42 0.05 60)',
    shirt: 'oklch(0.5 0.13 145)',
    ground: rose,
    cut: 'curls',
  },
  ayesha: {
    skin: brown,
    hair: 'oklch(0.25 0.02 30)',
    shirt: 'oklch(0.58 0.19 355)',
    ground: sun,
    cut: 'long',
  },
  remo: { skin: tan, hair: 'oklch(0.3 0.03 50)', shirt: 'oklch(0.58 0.11 55)', ground: sky, cut: 'short' },
  solene: { skin: fair, hair: 'oklch(0.55 0.15 40)', shirt: 'oklch(0.3 0.05 265)', ground: mint, cut: 'bun' },
  david: {
    skin: brown,
    hair: 'oklch(0.22 0.02 40)',
    shirt: 'oklch(0.62 0.15 130)',
    ground: rose,
    cut: 'short',
  },
};

/** A trainer, drawn. The name stands beside it. */
export function Portrait({ of }: { of: TrainerId }) {
  const { skin, hair, shirt, ground, cut } = looks[of];
  const { back, front } = cuts[cut] as { back?: string; front: string };
  return (
    <svg className="trainer-portrait" viewBox="0 0 80 80" aria-hidden="true">
      <path fill={ground} d="M0 0h80v80H0z" />
      {back && <path fill={hair} d={back} />}
      <path fill={shirt} d="M8 84c0-15 12-23 32-23s32 8 32 23Z" />
      <path fill={skin} d="M33 50h14v11c0 5-14 5-14 0Z" />
      <path fill={skin} d="M25 34c0-9 6-15 15-15s15 6 15 15v7c0 9-7 16-15 16s-15-7-15-16Z" />
      <path fill={hair} d={front} />
      <path
        fill="none"
        stroke="oklch(0.25 0.03 40)"
        strokeLinecap="round"
        strokeWidth="1.8"
        d={cut === 'bald' ? 'M34 38v1M46 38v1' : 'M34 38v1M46 38v1M36 48c2 2 6 2 8 0'}
      />
    </svg>
  );
}

/** All of them, for the head of the page. */
export function Wall() {
  return (
    <div className="trainer-wall">
      {trainers.map(({ id }) => (
        <Portrait key={id} of={id} />
      ))}
    </div>
  );
}

// A degree of longitude is shorter than one of latitude: at Basel by the cosine of 47.55 degrees.
const scale = 3_000;
const x = (longitude: number) => (longitude - 7.5) * scale * 0.675;
const y = (latitude: number) => (47.638 - latitude) * scale;
/** Kilometres in a degree of latitude. */
const degree = 111.2;

const river = [
  [8.3, 47.575],
  [8.02, 47.552],
  [7.9, 47.566],
  [7.85, 47.56],
  [7.79, 47.556],
  [7.73, 47.541],
  [7.68, 47.534],
  [7.64, 47.548],
  [7.613, 47.562],
  [7.594, 47.558],
  [7.585, 47.566],
  [7.584, 47.58],
  [7.594, 47.595],
  [7.588, 47.613],
  [7.566, 47.632],
  [7.557, 47.66],
  [7.53, 47.72],
] as const;

/** The river as one soft line: each point is where a curve bends, and its middle where it goes on. */
const course = river
  .map(([longitude, latitude]) => [x(longitude), y(latitude)] as const)
  .map(([left, top], at, all) => {
    const [nextLeft, nextTop] = all[at + 1] ?? [left, top];
    const middle = `${(left + nextLeft) / 2} ${(top + nextTop) / 2}`;
    return at ? `Q${left} ${top} ${middle}` : `M${middle}`;
  })
  .join('');

/** Where they are. Who was found is marked; a circle shows how far the visitor would go. */
export function RhineMap({ found, near }: { found: readonly Trainer[]; near: TrainerFilter['near'] }) {
  const names = found.map((one) => `${firstName(one)} in ${one.place}`).join(', ');
  return (
    <svg
      className="trainer-map"
      viewBox="0 0 580 496"
      role="img"
      aria-label={`Map of the bend of the Rhine at Basel. Marked: ${names}.`}
      direction="ltr"
    >
      {near?.at && (
        <circle
          className="reach"
          cx={x(near.at.longitude)}
          cy={y(near.at.latitude)}
          r={(near.within / degree) * scale}
        />
      )}
      <path className="river" d={course} />
      <text className="country" x="16" y="52">
        France
      </text>
      <text className="country" x="480" y="52">
        Germany
      </text>
      <text className="country" x="16" y="470">
        Switzerland
      </text>
      {[...trainers]
        // Those that were found lie above the others.
        .sort((one, other) => Number(found.includes(one)) - Number(found.includes(other)))
        .map((one) => (
          <g
            key={one.id}
            className="pin"
            data-found={found.includes(one) || undefined}
            transform={`translate(${x(one.at.longitude)} ${y(one.at.latitude)})`}
          >
            <circle r="15" />
            <text textAnchor="middle" dy="0.36em">
              {firstName(one).slice(0, 2)}
            </text>
          </g>
        ))}
    </svg>
  );
}
