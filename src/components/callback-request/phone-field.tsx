'use client';
import { type JSX, useContext, useMemo } from 'react';
import { controlProps, FieldRow, useFrame } from '../../fields/field-frame.tsx';
import type { OwnFieldProps } from '../../fields/form-field.tsx';
import type { FieldSpec } from '../../form/index.ts';
import { CallbackContext, type CallbackScope } from './callback-scope.ts';

/** A number, and the country that it is of where it has no +. */
export function PhoneField({ spec }: OwnFieldProps): JSX.Element {
  const { speak, country, countries } = useContext(CallbackContext) as CallbackScope;
  const frame = useFrame(spec);
  const countryFrame = useFrame(
    useMemo((): FieldSpec => ({ type: 'text', name: 'country', maxLength: 2, required: true }), []),
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
            {countries.map(({ code, name, prefix }) => (
              <option key={code} value={code}>
                {prefix ? `${name} ${prefix}` : name}
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
