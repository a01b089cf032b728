/** A code as it is shown. */
export interface ShownCoupon {
  readonly code: string;
  readonly description?: string | undefined;
  /** When it ends. */
  readonly end?: Date | undefined;
  /** It ends with a day, not at a moment. */
  readonly isDay?: boolean | undefined;
}

/** When a code ends. */
export interface CouponEnd {
  readonly at: Date;
  /** A whole day, the same everywhere; else a moment. */
  readonly isDay: boolean;
}

/** Reads when a code ends; undefined for what is no date, or a moment without an offset, which is another everywhere. */
export function endOf(text: string): CouponEnd | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  if (!isDay && !/T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
  const at = new Date(isDay ? `${text}T23:59:59` : text);
  // JavaScript takes 30 February for a day in March.
  const day = text.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00Z`);
  const isReal = midnight && new Date(midnight).toISOString().startsWith(day);
  return isReal && !Number.isNaN(at.getTime()) ? { at, isDay } : undefined;
}
