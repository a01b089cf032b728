import type { FieldSpec } from '../../form/index.ts';
import type { LabelText } from '../../provider/labels.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { OfferedWindow } from './call-windows.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';

type Texts = Record<'phone' | 'email' | 'note' | 'windows', LabelText>;

/** How many windows may be chosen where nobody says. */
export const usualWindows = 3;

/** Where the answer goes: a telephone, or an address. */
export function contactField(isMail: boolean, speak: Speaker<Texts>): FieldSpec {
  return isMail
    ? { type: 'email', name: 'email', label: speak('email'), required: true }
    : { type: 'phone', name: 'phone', label: speak('phone'), required: true };
}

/** The country of a number that is written without its +. */
export const countryField: FieldSpec = { type: 'text', name: 'country', maxLength: 2, required: true };

/** What it is about, where that is asked. */
export function noteFields(
  note: boolean | string | undefined,
  speak: Speaker<Pick<CallbackRequestLabels, 'note'>>,
): FieldSpec[] {
  const label = typeof note === 'string' ? note : note && speak('note');
  return label ? [{ type: 'long-text', name: 'note', label, rows: 3, maxLength: 1_000 }] : [];
}

/** The times that can be had. */
export function windowsField(
  offered: readonly OfferedWindow[],
  max: number,
  speak: Speaker<Texts>,
): FieldSpec {
  return {
    type: 'choices',
    name: 'windows',
    label: speak('windows'),
    required: true,
    max,
    options: offered.map(({ value }) => value),
  };
}
