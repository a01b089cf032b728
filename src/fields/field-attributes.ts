import type { AddressPart, FieldSpec } from '../form/index.ts';

const byType: Readonly<Partial<Record<FieldSpec['type'], string>>> = {
  email: 'email',
  phone: 'tel',
  url: 'url',
};

/** Autofill tokens by name, without case and signs. */
const byName = new Map(
  Object.entries({
    name: 'name',
    fullname: 'name',
    firstname: 'given-name',
    lastname: 'family-name',
    surname: 'family-name',
    company: 'organization',
    organization: 'organization',
    organisation: 'organization',
    jobtitle: 'organization-title',
    birthday: 'bday',
    dateofbirth: 'bday',
    postalcode: 'postal-code',
    zip: 'postal-code',
    city: 'address-level2',
    country: 'country-name',
  }),
);

const byPart: Readonly<Record<AddressPart, string>> = {
  street: 'address-line1',
  line2: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
  country: 'country-name',
};

/** What a browser may fill in. */
export function autoCompleteOf({ type, name, autoComplete }: FieldSpec): string | undefined {
  return autoComplete ?? byType[type] ?? byName.get(name.toLowerCase().replace(/[^a-z]/g, ''));
}

/** What a browser may fill into a line of an address. */
export function autoCompleteOfPart(part: AddressPart, purpose: string | undefined): string {
  return purpose ? `${purpose} ${byPart[part]}` : byPart[part];
}

/** Attributes of a one-line control. They hold until the machine of the form is there, and without JavaScript. */
export function inputAttributes(spec: FieldSpec): Readonly<Record<string, unknown>> {
  switch (spec.type) {
    case 'email':
      return { type: 'email', inputMode: 'email', ...latin };
    case 'phone':
      return { type: 'tel', inputMode: 'tel', ...latin };
    case 'url':
      // Not type=url: browsers refuse an address without its scheme there.
      return { type: 'text', inputMode: 'url', ...latin };
    case 'number': {
      const { min, max, step } = spec;
      // The keypads for figures have no minus sign.
      const inputMode =
        min === undefined || min < 0 ? undefined : Number.isInteger(step ?? 1) ? 'numeric' : 'decimal';
      return { type: 'number', inputMode, min, max, step };
    }
    case 'date':
      return { type: spec.time ? 'datetime-local' : 'date', min: spec.min, max: spec.max };
    case 'text':
      // No maxLength: browsers would cut what is pasted without a word.
      return { type: 'text', inputMode: spec.inputMode, minLength: spec.minLength, pattern: spec.pattern };
    default:
      return {};
  }
}

/** Written from left to right in every language, and no words of one. */
const latin = { dir: 'ltr', spellCheck: false, autoCapitalize: 'none' };
