/** A colour in sRGB, each channel 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const canvas = document
  .createElement('canvas')
  .getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' });

/** A colour as the screen shows it, by painting it: whatever it was written in, in 8-bit sRGB. One that is seen through is none. */
export function paint(color: string): Rgb {
  if (!canvas) throw new Error('This browser has no 2d canvas.');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  if (alpha !== 255) throw new Error(`${color} is not opaque`);
  return [red, green, blue];
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Rgb, other: Rgb): number {
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
