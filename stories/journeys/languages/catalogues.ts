import { af } from 'smallyes/locales/af';
import { ar } from 'smallyes/locales/ar';
import { de } from 'smallyes/locales/de';
import { en } from 'smallyes/locales/en';
import { es } from 'smallyes/locales/es';
import { fr } from 'smallyes/locales/fr';
import { hu } from 'smallyes/locales/hu';
import { pl } from 'smallyes/locales/pl';

/** The kit's own texts by language. */
export const catalogues = { en, hu, pl, es, af, de, fr, ar } as const;

export type Language = keyof typeof catalogues;
