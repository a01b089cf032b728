import type { FieldSpec } from './field-spec.ts';

/** Whether a schema gets a moment for what a visitor chose by a clock. */
export function isMoment(spec: FieldSpec): boolean {
  return spec.type === 'date' && !!spec.time && !!spec.ending?.endsWith('Z');
}

/** Under which name a post says how far that clock was from UTC, such as `+01:00`. */
export function offsetName(name: string): string {
  return `${name}.offset`;
}

/** A time as a schema wants it: by the clock of where it is read, unless the text itself says which. A control knows whole minutes. */
export function momentOf(text: string, ending: string): string {
  const at = new Date(text);
  const minutes = ending.endsWith('Z') && !Number.isNaN(+at) ? at.toISOString() : text;
  return minutes.slice(0, 16) + ending;
}
