// As a whole word of the name or before a number, a holder, a code: a note that goes with a card is none.
const secret =
  /\bcc-|passw|one-time-code|secur|\bcc[-_]?(?:n|exp)|ccnum|cv[cv]|csc\b|\bpin\b|iban|card(?:$|[\W_]*(?:n(?:um|ame|[or]\b)|exp|hold|cod))/i;

/** Whether no draft may keep what is typed there: a password, a code, a card, by what autofill is told or by the field's name. */
export function isSecret(autofill: string | undefined, name: string): boolean {
  return secret.test(`${autofill} ${name}`);
}
