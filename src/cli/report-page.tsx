import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Insights } from '../insights/insights.ts';
import { CommitmentReport } from '../insights/react/commitment-report.tsx';
import type { ReportArguments } from './arguments.ts';
import { asciiCss, asciiHtml } from './ascii.ts';
import { wordsFor } from './words.ts';

// The sheet of tokens, that of the report, and what a bare page needs.
const sheets = ['../styles/base.css', '../insights/react/insights.css'];
const page = `:root{color-scheme:light dark;background:Canvas}
body{box-sizing:border-box;max-inline-size:62rem;margin:0 auto;padding:clamp(1rem,4vw,3rem)}
@media print{:root{color-scheme:light;background:none}body{max-inline-size:none;padding:0}}`;

/**
 * One file with all it needs: no script, nothing loaded. Its own policy says so, which lets in this one stylesheet and nothing
 * else, whatever names the events carry.
 */
export async function renderPage(
  insights: Insights,
  asked: Pick<ReportArguments, 'title' | 'locale' | 'names' | 'currency'>,
): Promise<string> {
  const texts = await Promise.all(sheets.map((sheet) => readFile(new URL(sheet, import.meta.url), 'utf8')));
  const styles = asciiCss([...texts, page].join('\n'));
  const hash = createHash('sha256').update(styles).digest('base64');
  const { names, locale, currency } = asked;
  const { lang, dir, labels, title: usual } = await wordsFor(locale);
  const title = asked.title ?? usual;
  const html = (
    // The language of its words; the locale may be another, that of its figures.
    <html lang={lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="Content-Security-Policy"
          content={`default-src 'none'; style-src 'sha256-${hash}'`}
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheets */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <main>
          <CommitmentReport
            insights={insights}
            title={title}
            headingLevel={1}
            names={names}
            locale={locale}
            currency={currency}
            labels={labels}
          />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${asciiHtml(renderToStaticMarkup(html))}\n`;
}
