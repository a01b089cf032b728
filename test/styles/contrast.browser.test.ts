import '../../src/styles/base.css';
import { afterEach, describe, expect, it } from 'vitest';

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
      const rest = paint(ask, '--sy-accent-strong');
      const hover = paint(ask, '--sy-accent-hover');
      const active = paint(ask, '--sy-accent-active');
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
    const ratio = contrast(paint(ask, foreground), paint(ask, background));
    return ratio < least ? [`${foreground} on ${background} is ${ratio.toFixed(2)}, needs ${least}`] : [];
  });
}

type Rgb = readonly [number, number, number];

const canvas = document
  .createElement('canvas')
  .getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' });

/** The token as the screen shows it: the browser resolves it, a canvas brings it into 8-bit sRGB. */
function paint(ask: HTMLElement, token: string): Rgb {
  if (!canvas) throw new Error('This browser has no 2d canvas.');
  const probe = document.createElement('i');
  probe.style.color = `var(${token}, rgb(1 2 3))`;
  ask.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  if (alpha !== 255) throw new Error(`${token} is not opaque: ${color}`);
  if (red === 1 && green === 2 && blue === 3) throw new Error(`${token} is not defined`);
  return [red, green, blue];
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function distance(one: Rgb, other: Rgb): number {
  return Math.max(...one.map((channel, index) => Math.abs(channel - (other[index] ?? 0))));
}
