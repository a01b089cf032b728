'use client';
import { type Context, createContext, useContext } from 'react';
import type { Ladder, Remembered } from '../ladder/ladder.ts';
import { createHub, type Hub } from './hub.ts';
import type { LabelCatalogue, OwnLabels } from './labels.ts';

/** Texts by component, each entry as far as it is translated. */
export type PartialLabels = {
  readonly [C in keyof LabelCatalogue]?: OwnLabels<LabelCatalogue[C]> | undefined;
};

/** What asks read from the provider while they render. Changes only when the developer changes it. */
export interface Settings {
  readonly locale: string;
  readonly labels: PartialLabels;
  readonly nonce: string | undefined;
  readonly ladder?: Ladder | undefined;
  readonly remembered?: Remembered | undefined;
}

export const HubContext: Context<Hub | null> = createContext<Hub | null>(null);
export const SettingsContext: Context<Settings> = createContext<Settings>({
  locale: 'en',
  labels: {},
  nonce: undefined,
});

/** Serves asks outside any provider: their own callbacks run, nothing is stored or sent. */
const bareHub = /* @__PURE__ */ createHub(undefined, undefined, true);

/** The nearest provider's hub. */
export function useHub(): Hub {
  return useContext(HubContext) ?? bareHub;
}

/** Locale, labels and nonce from the nearest provider, for an ask of your own. */
export function useSettings(): Settings {
  return useContext(SettingsContext);
}
