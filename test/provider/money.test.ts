import { expect, it } from 'vitest';
import { formatMoney, timesMoney } from '../../src/provider/money.ts';

it.each([
  [0.1, 3, 'EUR', 0.3],
  [4.35, 100, 'EUR', 435],
  [1.005, 3, 'KWD', 3.015],
  [19.99, 7, 'USD', 139.93],
  [12_499_990, 12, 'IDR', 149_999_880],
  // A house in rials: more digits than a price of euros has.
  [1_234_567_890_123, 1, 'IRR', 1_234_567_890_123],
  [98_765_432_109.87, 1, 'USD', 98_765_432_109.87],
])('%s, %s times, is exact to the smallest coin of %s', (amount, times, currency, sum) => {
  expect(timesMoney({ amount, currency }, times)).toEqual({ amount: sum, currency });
});

it('is written with as many decimals as the currency has', () => {
  expect(formatMoney({ amount: 1.5, currency: 'KWD' }, 'en').replace(/\s/g, ' ')).toBe('KWD 1.500');
  expect(formatMoney({ amount: 1200, currency: 'JPY' }, 'en')).toBe('¥1,200');
});
