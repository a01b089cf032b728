'use client';
import { useMemo } from 'react';
import { tell } from '../internal/messages.ts';
import { useSettings } from './context.ts';
import { formatLabel, type LabelCatalogue, type LabelText, type OwnLabels } from './labels.ts';

/** Speaks a component's texts. */
export interface Speaker<Labels> {
  /** The text of a key, with its values put in. */
  (key: keyof Labels & string, values?: Readonly<Record<string, string | number>>): string;
  readonly locale: string;
}

/**
 * The texts of one component: its own prop first, then the provider's catalogue, then the default. An entry
 * that is missing, or no text, falls through to the next.
 *
 * A key that `defaults` lack is told as a mistake, so in development they hold the texts that come late as well. Those are spread
 * in at the component itself: as arguments of a function they would stay in the first bundle.
 */
export function useLabels<C extends keyof LabelCatalogue>(
  component: C,
  defaults: LabelCatalogue[C],
  own: OwnLabels<LabelCatalogue[C]> | undefined,
): Speaker<LabelCatalogue[C]> {
  const { labels, locale } = useSettings();
  const shared = labels[component] as OwnLabels<LabelCatalogue[C]> | undefined;
  return useMemo(() => {
    type Texts = Readonly<Record<string, unknown>>;
    const layers = [own, shared, defaults] as readonly (Texts | undefined)[];
    if (process.env.NODE_ENV !== 'production')
      for (const layer of layers)
        for (const [key, text] of Object.entries(layer ?? {}))
          if (!(key in (defaults as object)) || (text !== undefined && !isText(text)))
            tell(108, component, key);
    const speak = (key: string, values?: Readonly<Record<string, string | number>>) => {
      for (const layer of layers) {
        const text = layer?.[key];
        if (isText(text)) return formatLabel(text, locale, values);
      }
      return key;
    };
    return Object.assign(speak, { locale });
  }, [component, defaults, own, shared, locale]);
}

function isText(text: unknown): text is LabelText {
  return (
    typeof text === 'string' || typeof (text as { other?: unknown } | null | undefined)?.other === 'string'
  );
}
