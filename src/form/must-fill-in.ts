import type { AddressFieldSpec, AddressPart, FieldSpec } from './field-spec.ts';

/** Whether a list of answers has to have some: who must pick two must pick. */
export function mustChoose(spec: FieldSpec): boolean {
  return spec.type === 'choices' && !!spec.min && spec.required !== false;
}

/** Whether a line of an address has to be filled in. */
export function mustFillIn(spec: AddressFieldSpec, part: AddressPart): boolean {
  return !!spec.required && part !== 'line2' && part !== 'region' && !spec.leftOut?.[part];
}
