import type { AddressFieldSpec, AddressPart, FieldOption } from './field-spec.ts';

/** Lines of an address field. */
export function addressParts(spec: Pick<AddressFieldSpec, 'parts'>): readonly AddressPart[] {
  return spec.parts ?? ['street', 'postalCode', 'city', 'country'];
}

/** Value and label of an option. */
export function readOption(option: FieldOption): Exclude<FieldOption, string> {
  return typeof option === 'string' ? { value: option, label: option } : option;
}

/** A name written out, for a field without a label: `firstName`, `first_name` and `first-name` are "First name". */
export function writtenOut(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Bytes that a file may have where its field does not say. */
export const maxSizeOfFile = 10_000_000;
