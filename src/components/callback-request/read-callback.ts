import { type FormPost, readPost } from '../../form/form-post.ts';
import type { FieldSpec, FormEntries, FormLabels, FormSchema } from '../../form/index.ts';
import { createFormSpeaker, type FormErrors, validatePost } from '../../form/validate-form.ts';
import { formatLabel, type OwnLabels } from '../../provider/labels.ts';
import { callLabels } from './call-labels.ts';
import { type CallQuery, offerOf, takenOf } from './call-offer.ts';
import type { CallHours, CallSlot } from './call-windows.ts';
import { contactField, countryField, noteFields, usualWindows, windowsField } from './callback-fields.ts';
import { type CallbackRequestLabels, callbackRequestLabels } from './callback-request-labels.ts';
import type { CallbackRequestProps, CallbackValues } from './callback-request-props.ts';
import { checkCallback } from './check-callback.ts';
import { regionOf } from './country-names.ts';
import * as phones from './phone-number.ts';

export type { LabelText } from '../../provider/labels.ts';
export type { OpenSpan } from './call-windows.ts';
export type {
  CallbackRequestLabels,
  CallbackValues,
  CallHours,
  CallSlot,
  FormEntries,
  FormErrors,
  FormLabels,
  FormPost,
};

/** What a post is checked against: the same that `CallbackRequest` was given, and what your server knows besides. */
export interface CallbackDefinition
  extends Pick<CallbackRequestProps, 'windows' | 'maxWindows' | 'country' | 'note' | 'mailFallback'> {
  /** The free times, and those that are asked about: where they are given, no other can be chosen. Default: those of `windows`. */
  readonly slots?: readonly CallSlot[] | undefined;
  /** Starts of windows that are booked by now, as ISO 8601 with an offset. Default none. */
  readonly taken?: readonly string[] | undefined;
}

/** Options of {@link readCallback}. */
export interface ReadCallbackOptions {
  /** Texts other than the English ones: a catalogue of `smallyes/locales/…`, or your own. */
  readonly labels?:
    | {
        readonly form?: OwnLabels<FormLabels> | undefined;
        readonly 'callback-request'?: OwnLabels<CallbackRequestLabels> | undefined;
      }
    | undefined;
  /** The language of the texts. Default `'en'`. */
  readonly locale?: string | undefined;
  /** The moment of the post, in milliseconds. Default: now. */
  readonly now?: number | undefined;
}

/** What a request for a call said in a plain post. */
export type CallbackPost = FormPost &
  (
    | { readonly ok: true; readonly values: CallbackValues }
    | {
        readonly ok: false;
        /** Problems by field name, in words for the visitor. */
        readonly errors: FormErrors;
        /** Starts of the windows that the visitor chose and somebody else has: give them back with the errors. */
        readonly taken?: readonly string[] | undefined;
      }
  );

/** A page is open for a while before it is sent: windows are counted from then, in milliseconds. */
const patience = 1_800_000;

/**
 * Reads and checks the post of a request for a call on a server: for a server action, and for browsers without JavaScript. The
 * number is checked by its country's rules, and a window must be one of those on offer.
 *
 * ```ts
 * const read = await readCallback({ windows: hours, taken: await bookedStarts() }, await request.formData());
 * if (!read.ok) return { status: 'invalid', ...read };
 * await book(read.values);
 * ```
 */
export async function readCallback(
  definition: CallbackDefinition,
  entries: FormEntries,
  options: ReadCallbackOptions = {},
): Promise<CallbackPost> {
  const { windows, slots, maxWindows = usualWindows, note, mailFallback = true } = definition;
  const { labels = {}, locale = 'en', now = Date.now() } = options;
  const usual = { ...callbackRequestLabels, ...callLabels };
  const speak = Object.assign(
    (key: keyof CallbackRequestLabels, values?: Readonly<Record<string, string | number>>) =>
      formatLabel(labels['callback-request']?.[key] ?? usual[key], locale, values),
    { locale },
  );
  const isThere = (name: string) => entries.getAll(name).some((one) => typeof one === 'string' && one.trim());
  const isMail = mailFallback && isThere('email') && !isThere('phone');
  const query: CallQuery = {
    windows,
    slots,
    // What was on offer when the page came is still good, unless it has begun.
    now: now - patience,
    taken: [],
    // The form has one; a stranger may post as many as fit in, and each takes a while to look at.
    zones: entries.getAll('timeZone').slice(0, 1),
  };
  const all = { ...query, taken: takenOf(definition.taken ?? [], query) };
  const offered = offerOf(all) ?? [];
  const specs: FieldSpec[] = [
    contactField(isMail, speak),
    ...(!isMail && isThere('country') ? [countryField] : []),
    ...(isMail || offered.length === 0 ? [] : [windowsField(offered, maxWindows, speak)]),
    ...noteFields(note, speak),
  ];
  const schema: FormSchema<unknown, CallbackValues> = {
    '~standard': {
      version: 1,
      vendor: 'smallyes',
      validate: (entered) =>
        checkCallback(entered as Readonly<Record<string, unknown>>, {
          query: all,
          country: definition.country ?? regionOf(locale),
          speak,
          phones,
          at: now,
        }),
    },
  };
  const result = await validatePost(specs, schema, entries, createFormSpeaker(labels.form, locale));
  if (result.ok)
    return { ...readPost(entries), ok: true, values: result.values as unknown as CallbackValues };
  const chosen = entries.getAll('windows');
  const taken = isMail ? [] : all.taken.map(({ value }) => value).filter((value) => chosen.includes(value));
  return { ...readPost(entries), ok: false, errors: result.errors, ...(taken.length > 0 && { taken }) };
}
