import type { CommitmentEvent, Phase, Purpose } from '../../events/index.ts';
import { kindPattern, phases } from '../../events/well-formed.ts';

const longest = 7 * 24 * 60 * 60_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const fields =
  /^(v|id|kind|phase|grade|ask|attempt|exchange|value|data|ladder|experiments|session|page|visitor|consent|time|seq)$/;
const words = /^(granted|denied|unknown)$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The event in a record of the store, or why there is none. Any script of the site can write there, so that the record is in
 * our place says nothing.
 */
export function readStored(record: unknown, purpose: Purpose): CommitmentEvent | 'unusable' | 'age' {
  try {
    const { id, text } = record as { id: unknown; text: string };
    if (typeof text !== 'string' || text.length > 60_000) return 'unusable';
    const event = JSON.parse(text) as Fields;
    if (event['id'] !== id || !isEvent(event)) return 'unusable';
    const { time, consent } = event as unknown as CommitmentEvent;
    // An event that the visitor had refused was never stored by us.
    if (consent[purpose] === 'denied') return 'unusable';
    return Math.abs(Date.now() - time) > longest ? 'age' : (event as unknown as CommitmentEvent);
  } catch {
    return 'unusable';
  }
}

function isEvent(event: Fields): boolean {
  const { v, id, kind, phase, grade, ask, attempt, session, page, consent, data, time, seq } = event;
  return (
    Object.keys(event).every((key) => fields.test(key)) &&
    v === 1 &&
    [id, attempt, of(session, 'id'), of(page, 'viewId')].every((one) => is(one, uuid)) &&
    is(kind, kindPattern) &&
    phases.includes(phase as Phase) &&
    [1, 2, 3].includes(grade as number) &&
    is(of(ask, 'id'), /^.{1,128}$/s) &&
    is(of(page, 'path'), /^.{0,500}$/s) &&
    ['analytics', 'advertising', 'functional'].every((one) => is(of(consent, one), words)) &&
    [of(session, 'n'), time, seq].every((one) => Number.isSafeInteger(one) && (one as number) > 0) &&
    typeof data === 'object' &&
    data !== null &&
    !Array.isArray(data)
  );
}

function is(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function of(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[key] : undefined;
}
