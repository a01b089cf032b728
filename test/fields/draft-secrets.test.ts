import { describe, expect, it } from 'vitest';
import { keepableOf } from '../../src/fields/form-sent.ts';
import type { FieldSpec } from '../../src/form/index.ts';

/** What a draft keeps of fields that somebody has filled in. */
function kept(...specs: Partial<FieldSpec>[]) {
  const all = specs.map((spec) => ({ type: 'text', ...spec }) as FieldSpec);
  return Object.keys(keepableOf(all, Object.fromEntries(all.map(({ name }) => [name, 'typed']))));
}
const named = (...names: string[]) => kept(...names.map((name) => ({ name })));

describe('a draft', () => {
  it('keeps nothing that autofill knows as a card, a password or a code', () => {
    expect(
      kept(
        { name: 'a', autoComplete: 'billing cc-number' },
        { name: 'b', autoComplete: 'current-password' },
        { name: 'c', autoComplete: 'one-time-code' },
        { name: 'd', autoComplete: 'shipping postal-code' },
      ),
    ).toEqual(['d']);
  });

  it('keeps nothing whose name says the same', () => {
    const cards = [
      'card',
      'creditCard',
      'cardNumber',
      'cardnumber',
      'card_no',
      'card-nr',
      'payment.card.number',
    ];
    const parts = ['ccnum', 'cc_number', 'cvc', 'CVV', 'cardExpiry', 'card_holder', 'cardCode', 'cardName'];
    const codes = [
      'card_security_code',
      'securityCode',
      'cardCsc',
      'csc',
      'ccexp',
      'cc_exp',
      'billing_ccnumber',
      'pin',
    ];
    expect(
      named(...cards, ...parts, ...codes, 'iban', 'payerIBAN', 'password', 'Passwort', 'new_passwd'),
    ).toEqual([]);
  });

  it('keeps what only sounds like it', () => {
    const names = [
      'cardText',
      'card-message',
      'cardNote',
      'cardigan',
      'pincode',
      'shipping',
      'discard_reason',
      'businessCards',
      'discount',
      'ccEmail',
      'city',
    ];
    expect(named(...names)).toEqual(names);
  });
});
