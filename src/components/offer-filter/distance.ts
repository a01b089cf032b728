/** A place on earth, in degrees (WGS 84). */
export interface GeoPoint {
  /** North of the equator, -90 to 90. */
  readonly latitude: number;
  /** East of Greenwich, -180 to 180. */
  readonly longitude: number;
}

/** The earth's mean radius (IUGG, Geodetic Reference System 1980: Moritz, Journal of Geodesy 74, 2000). */
const radius = 6_371.0088;

/** Kilometres in an international mile (the yard and pound agreement of 1959: 0.9144 m the yard). */
const mile = 1.609344;

/**
 * How far two places are apart as the crow flies, by the haversine formula (R. W. Sinnott, Virtues of the Haversine, Sky and
 * Telescope 68, 1984). It takes the earth for a ball, and errs by 0.6 % at most. NaN when a place is none.
 */
export function distanceBetween(
  from: GeoPoint,
  to: GeoPoint,
  unit: 'kilometer' | 'mile' = 'kilometer',
): number {
  const north = haversine(to.latitude - from.latitude);
  const east = haversine(to.longitude - from.longitude);
  const share = north + east * Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  // Rounding may take places on opposite sides a trifle above 1, where there is no arc sine.
  const kilometers = 2 * radius * Math.asin(Math.sqrt(Math.min(1, share)));
  return unit === 'mile' ? kilometers / mile : kilometers;
}

/** Whether there is such a place. */
export function isPoint({ latitude, longitude }: GeoPoint): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function haversine(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2;
}
