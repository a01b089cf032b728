import type { EmailFieldSpec, FieldSpec } from './field-spec.ts';
import type { FormLabels } from './form-labels.ts';
import { isLeftOut, isPassword } from './form-values.ts';
import { mustChoose, mustFillIn } from './must-fill-in.ts';
import { addressParts, maxSizeOfFile, readOption } from './read-spec.ts';

/** What is wrong with a value: a text's key, and what the text names. */
export interface FieldProblem {
  readonly key: keyof FormLabels;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  /** A day that the text names, as `2026-11-21`, written out for the visitor's locale. */
  readonly date?: string | undefined;
  /** Part of an address that is meant. */
  readonly part?: string | undefined;
}

/** The rule of the HTML standard for `input type=email`. */
const email =
  /^[a-z\d.!#$%&'*+/=?^_`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;
const phone = /^[+\d\s().\-/]+$/;
const time = /^[^T]{10}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[+-]\d\d:\d\d)?$/;
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const maxLengthOfText = 10_000;
const maxLengthOfPhone = 64;
const maxLengthOfUrl = 2_048;
const maxFilesOfField = 10;

/** All that is wrong with a field's value: of an address, each line on its own. The same on a server as in the browser. */
export function checkField(spec: FieldSpec, value: unknown): readonly FieldProblem[] {
  if (spec.disabled) return [];
  if (spec.type === 'address') return checkAddress(spec, value as Readonly<Record<string, string>>);
  const problem = checkValue(spec, value);
  return problem ? [problem] : [];
}

function checkValue(spec: FieldSpec, value: unknown): FieldProblem | undefined {
  if (isLeftOut(spec, value)) {
    if (!spec.required && !mustChoose(spec)) return undefined;
    if (spec.type === 'consent') return { key: 'consentRequired' };
    if (spec.type === 'choice') return { key: 'choiceRequired' };
    if (spec.type === 'choices') return { key: 'tooFew', values: { count: spec.min ?? 1 } };
    return { key: spec.type === 'file' ? 'fileRequired' : 'required' };
  }
  switch (spec.type) {
    case 'text':
    case 'long-text': {
      const text = value as string;
      const max = spec.maxLength ?? maxLengthOfText;
      // An emoji is one character of a password: NIST SP 800-63B-4, section 3.1.1.2.
      const length = isPassword(spec) ? [...text].length : text.length;
      if (length > max) return { key: 'tooLong', values: { count: max, length } };
      if (spec.minLength && length < spec.minLength)
        return { key: 'tooShort', values: { count: spec.minLength } };
      return spec.type === 'text' && spec.pattern && !matches(spec.pattern, text)
        ? { key: 'pattern' }
        : undefined;
    }
    case 'email':
      if ((value as string).length > 254 || !email.test(value as string)) return { key: 'email' };
      return isTaken(spec, value as string) ? undefined : { key: 'emailDomain' };
    case 'phone': {
      const digits = (value as string).replace(/\D/g, '').length;
      const isShort = (value as string).length <= maxLengthOfPhone;
      return isShort && phone.test(value as string) && digits >= 5 && digits <= 20
        ? undefined
        : { key: 'phone' };
    }
    case 'url':
      return isAddress(value as string) ? undefined : { key: 'url' };
    case 'number': {
      const number = value as number;
      const { min, max, step = 1 } = spec;
      if (!Number.isFinite(number)) return { key: 'number' };
      if (min !== undefined && number < min) return { key: 'tooLow', values: { min } };
      if (max !== undefined && number > max) return { key: 'tooHigh', values: { max } };
      return step === 'any' || isStep((number - (min ?? 0)) / step)
        ? undefined
        : { key: 'step', values: { step } };
    }
    case 'date': {
      const text = value as string;
      const date = text.slice(0, spec.time ? 16 : undefined);
      const [whole = ''] = spec.time ? date.split('T') : [date];
      // Engines differ in what they make of 30 February: a day of March, or none.
      if ((spec.time && !time.test(text)) || !day.test(whole) || !isSameDay(whole))
        return { key: spec.time ? 'dateTime' : 'date' };
      if (spec.min && date < spec.min) return { key: 'tooEarly', date: spec.min };
      return spec.max && date > spec.max ? { key: 'tooLate', date: spec.max } : undefined;
    }
    case 'choice':
      return offers(spec.options, value) ? undefined : { key: 'choiceRequired' };
    case 'choices': {
      const picked = value as readonly string[];
      const { min = 0, max = Number.POSITIVE_INFINITY } = spec;
      if (picked.length < min) return { key: 'tooFew', values: { count: min } };
      if (picked.length > max) return { key: 'tooMany', values: { count: max } };
      return picked.every((one) => offers(spec.options, one)) ? undefined : { key: 'choiceRequired' };
    }
    case 'file': {
      const files = (Array.isArray(value) ? value : [value]) as File[];
      const { maxFiles = maxFilesOfField, maxSize = maxSizeOfFile } = spec;
      if (files.length > maxFiles) return { key: 'tooManyFiles', values: { count: maxFiles } };
      for (const file of files) {
        if (file.size > maxSize)
          return { key: 'fileSize', values: { name: file.name, megabytes: Math.round(maxSize / 1e5) / 10 } };
        if (!fits(spec.accept, file)) return { key: 'fileType', values: { name: file.name } };
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function checkAddress(
  spec: Extract<FieldSpec, { type: 'address' }>,
  value: Readonly<Record<string, string>>,
): FieldProblem[] {
  return addressParts(spec).flatMap((part): FieldProblem[] => {
    const text = value[part] ?? '';
    if (text.length > 200) return [{ key: 'tooLong', values: { count: 200, length: text.length }, part }];
    const isMissing = text === '' && mustFillIn(spec, part);
    return isMissing ? [{ key: 'required', part }] : [];
  });
}

function isTaken({ allowDomains, denyDomains = [] }: EmailFieldSpec, address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const isIn = (list: readonly string[]) =>
    list.some((one) => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`));
  return (!allowDomains || isIn(allowDomains)) && !isIn(denyDomains);
}

function isAddress(text: string): boolean {
  if (text.length > maxLengthOfUrl || /\s/.test(text)) return false;
  try {
    const { protocol, hostname } = new URL(text);
    return /^https?:$/.test(protocol) && hostname.includes('.');
  } catch {
    // Older browsers have no URL.canParse() to ask first.
    return false;
  }
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'v').test(text);
  } catch {
    // As in HTML: a pattern that is none forbids nothing.
    return true;
  }
}

function isSameDay(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Steps of fractions are never hit exactly: 0.3 is not three times 0.1, and large numbers miss by more. */
function isStep(steps: number): boolean {
  return Math.abs(steps - Math.round(steps)) <= Math.max(1e-9, Math.abs(steps) * 4 * Number.EPSILON);
}

function offers(
  options: Parameters<typeof readOption>[0][] | readonly Parameters<typeof readOption>[0][],
  value: unknown,
) {
  return options.some((option) => option != null && readOption(option).value === value);
}

/** The rule of the HTML standard for `accept`: an ending, a MIME type, or `image/*` and the like. */
function fits(accept: string | undefined, { name, type }: File): boolean {
  const rules = (accept ?? '').split(',').map((rule) => rule.trim().toLowerCase());
  if (rules.every((rule) => rule === '')) return true;
  return rules.some((rule) =>
    rule.startsWith('.')
      ? name.toLowerCase().endsWith(rule)
      : rule.endsWith('/*')
        ? type.startsWith(rule.slice(0, -1))
        : rule !== '' && type === rule,
  );
}
