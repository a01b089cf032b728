'use client';
import type { JSX } from 'react';
import type { ConsentFieldSpec } from '../form/index.ts';
import { tell } from '../internal/messages.ts';
import { renderElement } from '../internal/render-element.tsx';
import { isSafeUrl } from '../internal/safe-url.ts';
import { controlProps, FieldError, FieldHelp, useFrame } from './field-frame.tsx';
import type { ControlProps } from './input-field.tsx';

/** A box to tick, with its wording as the label. Never ticked at the start. */
export function ConsentControl({ spec, render }: ControlProps<ConsentFieldSpec>): JSX.Element {
  const frame = useFrame(spec);
  const { link, readOnly, name } = spec;
  const isSafe = !!link && isSafeUrl(String(link.href));
  if (process.env.NODE_ENV !== 'production' && link && !isSafe)
    tell(110, `The consent field "${name}"`, String(link.href));
  const { readOnly: _, ...own } = controlProps(frame);
  return (
    <div className="sy-field" data-width={spec.width} data-invalid={frame.state.error ? '' : undefined}>
      <label className="sy-choice" data-variant="plain" htmlFor={frame.id}>
        {renderElement(
          'input',
          render,
          frame.state,
          {
            ...own,
            className: 'sy-choice-input',
            type: 'checkbox',
            disabled: spec.disabled || readOnly,
          },
          {},
        )}
        <span className="sy-choice-label">
          {frame.label}
          {isSafe && (
            <>
              {' '}
              <a className="sy-field-link" href={link.href} target="_blank" rel="noopener noreferrer">
                {link.label}
              </a>
            </>
          )}
        </span>
      </label>
      <FieldHelp frame={frame} />
      <FieldError frame={frame} />
    </div>
  );
}
