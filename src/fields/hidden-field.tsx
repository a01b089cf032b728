'use client';
import type { JSX } from 'react';
import type { HiddenFieldSpec } from '../form/index.ts';
import { useFieldSpec, useFormScope } from './form-context.ts';

/** A value that goes along unseen. */
export function HiddenControl({ spec }: { readonly spec: HiddenFieldSpec }): JSX.Element {
  useFieldSpec(useFormScope(), spec);
  return <input type="hidden" name={spec.name} defaultValue={spec.defaultValue} disabled={spec.disabled} />;
}
