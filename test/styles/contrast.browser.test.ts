import '../../src/styles/base.css';
import { afterEach, describe, expect, it } from 'vitest';
import { contrast, paint, type Rgb } from '../support/contrast.ts';

const schemes = ['light', 'dark'] as const;

const hues = Array.from({ length: 24 }, (_, index) => index * 15);
const grid = hues.flatMap((hue) =>
  [0.35, 0.6, 0.85].flatMap((lightness) =>
    [0.08, 0.25].map((chroma) => `oklch(${lightness} ${chroma} ${hue})`),
  ),
);
const edges = [
  'black',
  'white',
  'yellow',
  'gray',
  '#39ff14',
  '#0000ff',
  '#e5484d',
  '#ff7a00',
  // Either side of the step between light and dark words.
  'oklch(0.679 0.1 200)',
  'oklch(0.681 0.1 200)',
  // Either side of the step below which hover lightens.
  'oklch(0.249 0.05 260)',
  'oklch(0.251 0.05 260)',
  // Wider than sRGB, and see-through.
  'color(display-p3 0 1 0)',
  'oklch(0.7 0.37 190)',
  'rgb(255 200 0 / 0.2)',
];
const accents = [...grid, ...edges];

type Pair = readonly [foreground: string, background: string, least: number];

const accentPairs: readonly Pair[] = [
  ['--sy-on-accent', '--sy-accent-strong', 4.5],
  ['--sy-on-accent', '--sy-accent-hover', 4.5],
  ['--sy-on-accent', '--sy-accent-active', 4.5],
  ['--sy-accent-text', '--sy-surface', 4.5],
  ['--sy-accent-text', '--sy-sunken', 4.5],
  ['--sy-accent-text', '--sy-accent-soft', 4.5],
  ['--sy-accent-edge', '--sy-surface', 3],
  ['--sy-accent-edge', '--sy-accent-soft', 3],
  ['--sy-ring', '--sy-surface', 3],
  ['--sy-text', '--sy-accent-soft', 4.5],
  ['--sy-text', '--sy-accent-soft-border', 4.5],
  ['--sy-muted', '--sy-accent-soft', 4.5],
];

const neutralPairs: readonly Pair[] = [
  ['--sy-text', '--sy-surface', 4.5],
  ['--sy-text', '--sy-sunken', 4.5],
  ['--sy-text', '--sy-border', 4.5],
  ['--sy-muted', '--sy-surface', 4.5],
  ['--sy-muted', '--sy-sunken', 4.5],
  ['--sy-control-border', '--sy-surface', 3],
];

const statusPairs = (status: string): readonly Pair[] => [
  [`--sy-${status}-text`, '--sy-surface', 4.5],
  [`--sy-${status}-text`, `--sy-${status}-soft`, 4.5],
];

afterEach(() => {
  document.body.replaceChildren();
});

describe.each(schemes)('the %s theme', (scheme) => {
  it('keeps neutral words and control borders readable', () => {
    const ask = renderAsk(scheme);
    expect(tooFaint(ask, neutralPairs)).toEqual([]);
  });

  it('keeps every derived tone readable for any accent', () => {
    const ask = renderAsk(scheme);
    const failures = accents.flatMap((accent) => {
      ask.style.setProperty('--sy-accent', accent);
      return tooFaint(ask, accentPairs).map((failure) => `${accent}: ${failure}`);
    });
    expect(failures).toEqual([]);
  });

  it.each(['success', 'warning', 'danger'])(
    'keeps %s words readable, by default and for any seed',
    (status) => {
      const ask = renderAsk(scheme);
      const failures = tooFaint(ask, statusPairs(status));
      for (const seed of accents) {
        ask.style.setProperty(`--sy-${status}`, seed);
        failures.push(...tooFaint(ask, statusPairs(status)).map((failure) => `${seed}: ${failure}`));
      }
      expect(failures).toEqual([]);
    },
  );

  it('tells hover and active from rest for any accent', () => {
    const ask = renderAsk(scheme);
    const failures = accents.filter((accent) => {
      ask.style.setProperty('--sy-accent', accent);
      const rest = paintToken(ask, '--sy-accent-strong');
      const hover = paintToken(ask, '--sy-accent-hover');
      const active = paintToken(ask, '--sy-accent-active');
      return Math.min(distance(rest, hover), distance(hover, active)) < 6;
    });
    expect(failures).toEqual([]);
  });

  it('is seen to fail by this test when a tone is not clamped', () => {
    const ask = renderAsk(scheme);
    ask.style.setProperty('--sy-accent', scheme === 'light' ? 'yellow' : 'black');
    ask.style.setProperty('--sy-accent-text', 'var(--sy-accent)');
    expect(tooFaint(ask, accentPairs)).toContainEqual(
      expect.stringContaining('--sy-accent-text on --sy-surface'),
    );
  });
});

function renderAsk(scheme: 'light' | 'dark'): HTMLElement {
  const ask = document.createElement('section');
  ask.dataset['syAsk'] = 'poll';
  ask.dataset['syTheme'] = scheme;
  document.body.append(ask);
  return ask;
}

function tooFaint(ask: HTMLElement, pairs: readonly Pair[]): string[] {
  return pairs.flatMap(([foreground, background, least]) => {
    const ratio = contrast(paintToken(ask, foreground), paintToken(ask, background));
    return ratio < least ? [`${foreground} on ${background} is ${ratio.toFixed(2)}, needs ${least}`] : [];
  });
}

/** The token as the screen shows it, which the browser resolves. */
function paintToken(ask: HTMLElement, token: string): Rgb {
  const probe = document.createElement('i');
  probe.style.color = `var(${token}, rgb(1 2 3))`;
  ask.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const painted = paint(color);
  if (painted.join() === '1,2,3') throw new Error(`${token} is not defined`);
  return painted;
}

function distance(one: Rgb, other: Rgb): number {
  return Math.max(...one.map((channel, index) => Math.abs(channel - (other[index] ?? 0))));
}
