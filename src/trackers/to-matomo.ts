import type { CommitmentEvent } from '../events/index.ts';
import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import { type ConversionTable, conversionOf } from './core/conversions.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { ConversionTable } from './core/conversions.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** The queue of Matomo's tracking code. */
interface MatomoQueue {
  push(call: readonly unknown[]): unknown;
}

/** Options of {@link matomo}. */
export interface MatomoOptions extends AdapterOptions, MappingOptions {
  /** Id of the goal that each kind reaches as well. Set the goal to "manually". A function tells asks of one kind apart. */
  readonly goals?: ConversionTable<number> | undefined;
  /** Number of the custom dimension (scope action) for properties that you want to see, such as `{ choice: 1, event_id: 2 }`. */
  readonly dimensions?: Readonly<Record<string, number>> | undefined;
  /** Currency of the site in Matomo, ISO 4217. Worth in another is not sent, for Matomo adds all up as one. Default: not checked. */
  readonly currency?: string | undefined;
}

/**
 * Sends commitments to Matomo by `_paq`: as events with the ask's component as category (`lead-gate`), the act as action
 * (`unlock`, `unlock failed`), its name as name and its worth as value, and as goals. Matomo has no place for our id and time;
 * give the ones that you need a dimension. `identify` sets the user's id.
 *
 * Limit: 255 characters a text.
 */
export function matomo(options: MatomoOptions = {}): Tracker {
  const { name = 'matomo', goals = {}, dimensions = {}, currency } = options;
  const only = Object.keys(dimensions);
  const compose = composer({ name, nameOf: actionOf, only, isFlat: true, limits: { text: 255 } }, options);
  return createAdapter<MatomoQueue>(
    {
      name,
      purpose: 'analytics',
      find: () => globalWith<MatomoQueue>('_paq', 'push'),
      send(queue, event, report) {
        const composed = compose(event, report);
        if (!composed) return;
        const { properties } = composed;
        const more: Record<string, unknown> = {};
        for (const key of only)
          if (properties[key] !== undefined) more[`dimension${dimensions[key]}`] = properties[key];
        const worth =
          event.value && (!currency || event.value.currency === currency) ? event.value.amount : undefined;
        queue.push(['trackEvent', event.kind.split('.')[0], composed.name, event.ask.id, worth, more]);
        const goal = conversionOf(event, goals);
        if (goal !== undefined) queue.push(['trackGoal', goal, worth, more]);
      },
      identify: (queue, { userId }) => queue.push(['setUserId', userId]),
    },
    options,
  );
}

function actionOf({ kind, phase }: CommitmentEvent): string {
  const act = kind.slice(kind.indexOf('.') + 1);
  return phase === 'committed' ? act : `${act} ${phase}`;
}
