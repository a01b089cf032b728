import type { Speaker } from '../../provider/use-labels.ts';
import { type CallQuery, offerOf, zonesOf } from './call-offer.ts';
import type { OfferedWindow } from './call-windows.ts';
import { sayAll, sayTaken } from './call-words.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';
import type { CallbackValues } from './callback-request-props.ts';
import { nameOfCountry } from './country-names.ts';
import type * as Phones from './phone-number.ts';
import { writeMoment } from './zone-time.ts';

/** What entries are checked against. */
export interface CallbackCheck {
  readonly query: CallQuery;
  /** Country of a number without a +, where the entries name none. */
  readonly country: string;
  readonly speak: Speaker<CallbackRequestLabels>;
  /** The rules of the world's numbers; without them a number must say its country itself. */
  readonly phones: typeof Phones | undefined;
  /** Windows that have begun by then are over. */
  readonly at: number;
}

type Checked =
  | { readonly value: CallbackValues }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly string[] }[] };

/** Reads what was entered, and says what is wrong where the fields themselves cannot know. In a browser and on a server. */
export function checkCallback(
  { phone: text, country: chosen, email, windows, note }: Readonly<Record<string, unknown>>,
  { query, country, speak: own, phones, at }: CallbackCheck,
): Checked {
  const speak = sayAll(own);
  const issues: { message: string; path: string[] }[] = [];
  const of = String(chosen || country);
  const number = text && (phones ? phones.readPhone(String(text), of) : plainNumber(String(text), of));
  if (text && !number)
    issues.push({
      message: phones
        ? speak('phoneWrong', { country: nameOfCountry(of, speak.locale) })
        : speak('phoneUnchecked'),
      path: ['phone'],
    });
  const { theirs, zone } = zonesOf(query);
  // A stranger may post any number of them.
  const offered = new Map(offerOf(query)?.map((one) => [one.value, one]));
  const picked = (Array.isArray(windows) ? windows : []).map((value) => offered.get(value));
  const known = picked.filter((one): one is OfferedWindow => one !== undefined && one.start > at);
  const taken = known.filter(({ isTaken }) => isTaken);
  if (taken.length > 0) issues.push({ message: sayTaken(taken, query, speak), path: ['windows'] });
  else if (known.length < picked.length) issues.push({ message: speak('gone'), path: ['windows'] });
  if (issues.length > 0) return { issues };
  return {
    value: {
      ...(number || undefined),
      ...(email ? { email: String(email) } : undefined),
      windows: known.map((one) => ({ start: one.value, end: writeMoment(one.end, theirs) })),
      timeZone: zone,
      ...(note ? { note: String(note) } : undefined),
    },
  };
}

/** A number that says its country itself. For a visitor whose network gave out before the rules came. */
function plainNumber(text: string, country: string) {
  const phone = text.replace(/[\s().\-/]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(phone) ? { phone, country } : undefined;
}
