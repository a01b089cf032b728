import { describe, expect, it } from 'vitest';
import { readNumber } from '../../src/components/calculator/read-number.ts';

const en = (text: string, around = '') => readNumber(text, '.', around);
const de = (text: string, around = '') => readNumber(text, ',', around);

describe('a typed number', () => {
  it.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1,234,567.5', 1_234_567.5],
    ['12,34,567', 1_234_567],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['0,5', 0.5],
    ['12,5', 12.5],
    ['1234,567', 1234.567],
    ['1.234,56', 1234.56],
    ['1.200.000', 1_200_000],
    ["1'200", 1200],
    ['1’200.50', 1200.5],
    ['1 200', 1200],
    ['1\u00A0200\u202F000', 1_200_000],
    ['-5', -5],
    ['−5', -5],
    ['–5.5', -5.5],
    ['+5', 5],
    ['00012', 12],
    [' 12 ', 12],
    ['$12', 12],
    ['-$12', -12],
    ['12 €', 12],
    ['20%', 20],
    ['９，８７６．５', 9876.5],
    ['－１２', -12],
    ['٥٬٠٠٠', 5000],
    ['٥٠٠٫٢٥', 500.25],
    ['۱۲۳۴', 1234],
    ['१२,३४,५६७', 1_234_567],
    ['\u200F-٥', -5],
    ['\u061C-5', -5],
  ])('is read in English: %j', (text, value) => {
    expect(en(text)).toBe(value);
  });

  it.each([
    ['1.200', 1200],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1.234.567,89', 1_234_567.89],
    ['1,234.56', 1234.56],
    ['1,200,000', 1_200_000],
    ['0.75', 0.75],
    ['1200,00', 1200],
  ])('is read in German: %j', (text, value) => {
    expect(de(text)).toBe(value);
  });

  it('may carry the unit that stands beside the field', () => {
    expect(en('12 km', 'km')).toBe(12);
    expect(en('CHF 1’200', 'CHF')).toBe(1200);
    expect(en('12 m²', 'm²')).toBe(12);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'abc',
    '12 kg',
    '1e5',
    '0x1F',
    '5 10',
    '1 2 3',
    '1,23,4',
    '1.2.3',
    '1,200.300,400',
    '5-5',
    '--5',
    '½',
    'NaN',
    'Infinity',
    '12€5',
    '1,2345,678',
    '٥٬٠٠',
  ])('is none: %j', (text) => {
    expect(en(text)).toBeNaN();
  });

  it('is none where it is longer than any, and reading it takes no time', () => {
    expect(en('9'.repeat(99))).toBe(1e99);
    expect(en('9'.repeat(1_000_000))).toBeNaN();
    expect(en(`${'1,'.repeat(500_000)}x`)).toBeNaN();
  });
});
