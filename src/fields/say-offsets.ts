import type { FieldSpec } from '../form/field-spec.ts';
import { isMoment, offsetName } from '../form/moment.ts';

/** Puts into what a form sends by which clock its times were chosen: the visitor's, which no server knows. */
export function sayOffsets(specs: readonly FieldSpec[], data: FormData): void {
  for (const spec of specs) {
    const text = isMoment(spec) && data.get(spec.name);
    const minutes = text ? -new Date(String(text)).getTimezoneOffset() : Number.NaN;
    if (!Number.isNaN(minutes)) data.set(offsetName(spec.name), write(minutes));
  }
}

function write(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${[hours, rest].map((part) => String(Math.trunc(part)).padStart(2, '0')).join(':')}`;
}
