import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

// What is known of the world's telephone numbers. It comes when the visitor turns to the form.

/** Every country that has numbers of its own, as ISO 3166 writes it. */
export const phoneCountries: readonly string[] = getCountries();

/** What stands before the numbers of a country: `+49`. */
export function callingCode(country: string): string {
  return isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : '';
}

/** Reads a number as people of a country write it, or with its `+`. Undefined for what can be no number. */
export function readPhone(
  text: string,
  country: string,
): { readonly phone: string; readonly country: string } | undefined {
  const known = isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(known && { defaultCountry: known }),
  });
  if (!number?.isValid()) return undefined;
  return { phone: number.number, country: number.country ?? country };
}
