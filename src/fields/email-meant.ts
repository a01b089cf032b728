import { checkField } from '../form/check-field.ts';
import type { FieldSpec } from '../form/index.ts';
import type { FormSpeaker } from '../form/validate-form.ts';
import { byId } from '../internal/by-id.ts';
import { editsBetween } from '../internal/edits-between.ts';
import type { Control } from './form-sent.ts';

/**
 * Domains that people write, and miswrite, most often. An address that misses one of them by a letter is a mail that never
 * arrives: of 3,600 mails that a British service could not deliver many were of this sort
 * (https://github.com/alphagov/govuk-coronavirus-vulnerable-people-form/pull/345).
 */
const domains = [
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.co.uk',
  'hotmail.com',
  'hotmail.co.uk',
  'hotmail.fr',
  'outlook.com',
  'icloud.com',
  'protonmail.com',
  't-online.de',
  'freenet.de',
  'freemail.hu',
  'citromail.hu',
  'interia.pl',
  'wanadoo.fr',
  'laposte.net',
];
/** Real ones that are only a letter away. */
const others = ['cloud.com', 'email.com', 'hotmail.de', 'hotmail.es', 'mail.com', 'ymail.com'];
/** Endings that are none, meant for `.com`. */
const ending = /\.(?:con|c[ip]m|com[mn]|coom|copm|cmo|ocm|[vx]om)$/;

/** The address that was probably meant, where its domain looks like a slip; undefined for all others. */
export function meantBy(spec: FieldSpec, text: string): string | undefined {
  if (spec.type !== 'email' || spec.suggest === false) return undefined;
  const at = text.lastIndexOf('@') + 1;
  const domain = text.slice(at).toLowerCase();
  const known = spec.allowDomains ?? domains;
  // Longer than any address may be (RFC 3696, erratum 1690), a text is not compared.
  if (!at || text.length > 254 || known.includes(domain) || others.includes(domain)) return undefined;
  const mended = domain.replace(ending, '.com').replace(/\.couk$/, '.co.uk');
  const meant = known.find((one) => isSlip(mended, one)) ?? mended;
  const address = text.slice(0, at) + meant;
  return meant !== domain && checkField(spec, address).length === 0 ? address : undefined;
}

/** Offers it below the field, beside React, where a render would cost a commit. Without a field: takes the offer back. */
export function offerMeant(control: Control, spec: FieldSpec | undefined, speak: FormSpeaker): void {
  const place = byId(control, `${control.id}-meant`);
  const email = spec && meantBy(spec, control.value.trim());
  if (!place || (!email && !place.firstChild)) return;
  place.replaceChildren();
  if (!email) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sy-field-meant sy-button';
  button.dataset['variant'] = 'quiet';
  button.textContent = speak('meant', { email });
  button.onclick = () => {
    control.value = email;
    // As if it had been typed: whoever listens hears of it.
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    control.focus();
  };
  place.append(button);
}

/** One letter too many, too few or another, or two that have changed places. */
function isSlip(text: string, domain: string): boolean {
  const edits = editsBetween(text, domain);
  // Short names have too many neighbours.
  if (edits < 2) return domain.length > 7;
  return edits === 2 && [...text].some((_, at) => swapped(text, at) === domain);
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
