import type { Exchange } from '../../events/index.ts';
import { fieldsOf } from '../../form/fields-of.ts';
import type { FieldSpec } from '../../form/index.ts';
import { writtenOut } from '../../form/read-spec.ts';
import type { AnyGateProps } from './lead-gate-props.ts';

/** Name of the box that stands beside the form. */
export const consentName = 'marketing';

/** What a gate asks for, as data: its fields, and the box beside them. Fields as elements are not among them. */
export function fieldsOfGate(
  props: Pick<AnyGateProps, 'fields' | 'schema' | 'form' | 'allowDomains' | 'denyDomains' | 'consent'>,
  label: string,
): readonly FieldSpec[] {
  const { fields, schema, form, allowDomains, denyDomains, consent } = props;
  const asked: readonly FieldSpec[] =
    fields ??
    (schema && !form ? fieldsOf(schema) : undefined) ??
    (form ? [] : [{ type: 'email', name: 'email', label, required: true, allowDomains, denyDomains }]);
  // Never required: news must not be the price of what was promised.
  const box = consent && { ...consent, type: 'consent' as const, name: consentName, required: false };
  return [asked, box || []].flat().filter(Boolean);
}

/** Whether nothing would follow a yes, as far as the page can know: a server may still mail it. */
export function givesNothing(props: AnyGateProps): boolean {
  const { href, load, unlocked, taste, action, onSubmit, next, render } = props;
  const isSentOff = action !== undefined && !onSubmit;
  // False is what a server says of a visitor that it does not know yet.
  const has = href ?? load ?? unlocked ?? next ?? render;
  return has === undefined && typeof taste !== 'object' && !isSentOff;
}

/** What is given and got, as the visitor reads it: the labels of what must be filled in, and the promise. */
export function exchangeOf(specs: readonly FieldSpec[], get: string): Exchange {
  const give = specs
    .filter(({ type, required }) => type !== 'hidden' && type !== 'consent' && required)
    .map(({ label, name }) => label ?? writtenOut(name));
  return { give, get: [get] };
}
