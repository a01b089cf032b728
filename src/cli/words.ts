import type { InsightsLabels } from '../insights/react/report-labels.ts';

/** What a page is written in: its language and direction, and its words where they are not English. */
export interface Words {
  readonly lang: string;
  readonly dir?: 'rtl';
  readonly title: string;
  readonly labels?: InsightsLabels;
}

/** The words for a locale; English where there are none. */
export async function wordsFor(locale: string): Promise<Words> {
  const { language } = new Intl.Locale(locale);
  if (language === 'de') {
    const { de } = await import('../insights/locales/de.ts');
    return { lang: locale, title: 'Bericht über kleine Zusagen', labels: de };
  }
  if (language === 'ar') {
    const { ar } = await import('../insights/locales/ar.ts');
    return { lang: locale, dir: 'rtl', title: 'تقرير الموافقات', labels: ar };
  }
  return { lang: language === 'en' ? locale : 'en', title: 'Commitment report' };
}
