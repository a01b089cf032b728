'use client';
import { type JSX, useContext } from 'react';
import { FieldGroup, useFrame } from '../../fields/field-frame.tsx';
import type { OwnFieldProps } from '../../fields/form-field.tsx';
import { CallbackContext, type CallbackScope } from './callback-scope.ts';

/** The times on offer, day by day. The first day is unfolded. */
export function WindowsField({ spec }: OwnFieldProps): JSX.Element {
  const { speak, days = [], taken, zoneWords, max } = useContext(CallbackContext) as CallbackScope;
  const frame = useFrame(spec);
  return (
    <FieldGroup frame={frame} render={undefined}>
      <p className="sy-note">
        {speak('upTo', { count: max })} {zoneWords}
      </p>
      {days.map(({ label, windows }, at) => (
        <details key={label} className="sy-callback-request-day" open={at === 0} name={`${frame.id}-day`}>
          <summary>{label}</summary>
          <div className="sy-callback-request-windows">
            {windows.map(({ value, label: hours }) => {
              const isTaken = taken.has(value);
              return (
                <label key={value} className="sy-callback-request-window">
                  <input
                    type="checkbox"
                    name={spec.name}
                    value={value}
                    disabled={isTaken}
                    aria-describedby={frame.describedBy}
                    aria-invalid={(frame.state.error && !isTaken) || undefined}
                    aria-label={`${label}, ${hours}${isTaken ? `, ${speak('taken')}` : ''}`}
                  />
                  <span aria-hidden="true">{hours}</span>
                  {isTaken && (
                    <span className="sy-note" aria-hidden="true">
                      {speak('taken')}
                    </span>
                  )}
                </label>
              );
            })}
          </div>
        </details>
      ))}
    </FieldGroup>
  );
}
