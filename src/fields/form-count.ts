import type { FieldSpec } from '../form/index.ts';
import type { FormSpeaker } from '../form/validate-form.ts';
import { byId } from '../internal/by-id.ts';
import type { Control } from './form-sent.ts';

/**
 * Writes how much room is left from four fifths on, beside React: through it each key would be a render. Only a new stage
 * is spoken: four fifths, nearly all, all, too much.
 */
export function countIn(
  control: Control,
  read: (() => FieldSpec | undefined) | undefined,
  speak: FormSpeaker,
): void {
  const shown = byId(control, `${control.id}-count`);
  const spoken = byId(control, `${control.id}-said`);
  if (!shown || !spoken) return;
  const spec = read?.();
  const max = (spec && 'maxLength' in spec && spec.maxLength) || Number.POSITIVE_INFINITY;
  const left = max - control.value.length;
  const stage = left < 0 ? 4 : left === 0 ? 3 : left <= max / 20 ? 2 : left <= max / 5 ? 1 : 0;
  const isCounted = stage > 0 && max < Number.POSITIVE_INFINITY;
  const words = isCounted
    ? speak(left < 0 ? 'charactersOver' : 'charactersLeft', { count: Math.abs(left) })
    : '';
  shown.textContent = words;
  shown.toggleAttribute('data-over', left < 0);
  if (spoken.dataset['stage'] !== `${stage}`) spoken.textContent = words;
  spoken.dataset['stage'] = `${stage}`;
}
