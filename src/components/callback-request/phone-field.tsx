'use client';
import { type JSX, useContext, useMemo } from 'react';
import { controlProps, FieldRow, useFrame } from '../../fields/field-frame.tsx';
import type { OwnFieldProps } from '../../fields/form-field.tsx';
import { countryField } from './callback-fields.ts';
import { CallbackContext, type CallbackScope } from './callback-scope.ts';
import { localeOf, nameOfCountry } from './country-names.ts';

/** A number, and the country that it is of where it has no +. */
export function PhoneField({ spec }: OwnFieldProps): JSX.Element {
  const { speak, country, offered, phones } = useContext(CallbackContext) as CallbackScope;
  const frame = useFrame(spec);
  const countryFrame = useFrame(countryField);
  const { locale } = speak;
  const countries = useMemo(
    () =>
      [...new Set([country, ...[offered ?? phones?.phoneCountries ?? []].flat()])]
        .map((code) => ({ code, name: nameOfCountry(code, locale) }))
        .sort((one, other) => one.name.localeCompare(other.name, localeOf(locale))),
    [country, offered, phones, locale],
  );
  return (
    <FieldRow frame={frame}>
      <div className="sy-callback-request-phone">
        <div className="sy-field-select">
          <select
            id={countryFrame.id}
            className="sy-input"
            name="country"
            aria-label={speak('country')}
            autoComplete="off"
            defaultValue={country}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {phones ? `${name} ${phones.callingCode(code)}`.trim() : name}
              </option>
            ))}
          </select>
        </div>
        <input
          {...controlProps(frame)}
          className="sy-input"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          dir="ltr"
          maxLength={64}
        />
      </div>
    </FieldRow>
  );
}
