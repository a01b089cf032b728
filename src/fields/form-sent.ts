import { readPost } from '../form/form-post.ts';
import { isLeftOut, type RawValues, readValue } from '../form/form-values.ts';
import type { FieldSpec } from '../form/index.ts';
import type { ConsentRecord, FormSent, FormSubmitContext } from './form-config.ts';
import { isSecret } from './is-secret.ts';
import { isTouched } from './is-touched.ts';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Whether a control is one of a field's: an address has several. */
export function isOf(spec: Pick<FieldSpec, 'name'>, name: string): boolean {
  return name === spec.name || name.startsWith(`${spec.name}.`);
}

/** The controls of each name, in one pass: a form may have hundreds. */
export function byName(controls: readonly Control[]): Map<string, Control[]> {
  const found = new Map<string, Control[]>();
  for (const one of controls) {
    const { name } = one;
    const same = found.get(name);
    if (same) same.push(one);
    else found.set(name, [one]);
  }
  return found;
}

/** What a draft may keep: no files, nothing unseen, no box to tick, nothing that browsers keep under lock. */
export function keepableOf(
  specs: readonly FieldSpec[],
  raw: RawValues,
  veiled: ReadonlySet<string> = new Set(),
): RawValues {
  return Object.fromEntries(
    specs
      .filter(
        ({ type, name, autoComplete }) =>
          !/^(file|hidden|consent)$/.test(type) && !isSecret(autoComplete, name) && !veiled.has(name),
      )
      .filter((spec) => !isLeftOut(spec, readValue(spec, raw[spec.name])))
      // One answer of another definition, where several can be picked now, is a list.
      .map((spec) => [spec.name, spec.type === 'choices' ? readValue(spec, raw[spec.name]) : raw[spec.name]]),
  );
}

/** What of a draft comes back: what was typed since the page came is newer, and what an earlier definition has kept may fit none. */
export function comingBack(
  draft: RawValues,
  specs: readonly FieldSpec[],
  raw: RawValues,
  controls: readonly Control[],
): RawValues {
  return Object.fromEntries(
    Object.entries(keepableOf(specs, draft)).filter(([name]) => {
      const spec = specs.find((each) => each.name === name);
      return (
        spec &&
        (isLeftOut(spec, readValue(spec, raw[name])) ||
          !controls.some((one) => isOf(spec, one.name) && isTouched(one)))
      );
    }),
  );
}

/** What `onSubmit` gets besides the values: signals, and each box to tick as the visitor saw it. */
export function circumstancesOf(
  specs: readonly FieldSpec[],
  raw: RawValues,
  controls: readonly Control[],
  formData: FormData,
  elapsed: number,
): Omit<FormSubmitContext, 'idempotencyKey' | 'attempt' | 'signal'> {
  const consents = specs.flatMap((spec): ConsentRecord[] => {
    if (spec.type !== 'consent') return [];
    const box = controls.find(({ name }) => name === spec.name);
    const wording = (box?.labels?.[0]?.textContent ?? spec.label).trim();
    return [{ name: spec.name, given: readValue(spec, raw[spec.name]) === true, wording }];
  });
  return {
    formData,
    consents,
    signals: { isTrapFilled: readPost(formData).isTrapFilled, elapsed },
  };
}

/** What events may say of a try. */
export function sentOf(all: readonly FieldSpec[], values: Record<string, unknown>, raw: RawValues): FormSent {
  const specs = all.filter((spec) => !spec.disabled && spec.type !== 'hidden');
  const answers: Record<string, string | number | boolean> = {};
  for (const spec of specs) {
    const value = readValue(spec, raw[spec.name]);
    if (!spec.trackable || isLeftOut(spec, value)) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      answers[spec.name] = value;
    else if (spec.type === 'choices') answers[spec.name] = (value as string[]).join(', ');
  }
  const fields = specs
    .filter((spec) => !isLeftOut(spec, readValue(spec, raw[spec.name])))
    .map(({ name }) => name);
  return { values, data: { fields, ...(Object.keys(answers).length && { answers }) } };
}
