import { type ComponentProps, createElement, type JSX, type ReactNode } from 'react';
import type { WarningCode } from '../insights.ts';
import type { ReportLook, Writer } from './write.ts';

/** Props of every part: the figures it draws are its own. What is not listed goes to the root element, a `<figure>`. */
export interface PartProps extends ReportLook, Omit<ComponentProps<'figure'>, 'children'> {
  /** Level of the heading, 1 to 6. Default 3. */
  headingLevel?: number | undefined;
  /** Warnings that the page says elsewhere, once for all parts. Default none. */
  saidElsewhere?: readonly WarningCode[] | undefined;
}

interface Content {
  readonly writer: Writer;
  readonly title: string;
  /** What to make of it. */
  readonly note: string;
  /** How many tests the q-values cover. */
  readonly comparisons?: number;
  readonly warnings?: readonly WarningCode[];
  /** Nothing to show. */
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** One part of the report: a name, what to make of it, and what it shows. */
export function renderPart(props: PartProps, content: Content): JSX.Element {
  const { names, locale, unit, currency, labels, headingLevel = 3, saidElsewhere = [], ...own } = props;
  const { className, ...rest } = own;
  const { writer, title, note, comparisons = 0, warnings = [], isEmpty, children } = content;
  const untold = warnings.filter((code) => !saidElsewhere.includes(code));
  return (
    <figure {...rest} className={`sy-insights-part ${className ?? ''}`.trim()}>
      <figcaption className="sy-insights-head">
        {renderHeading(headingLevel, 'sy-insights-title', title)}
        <p className="sy-insights-note">{note}</p>
      </figcaption>
      {isEmpty ? <p className="sy-insights-empty">{writer.say('empty')}</p> : children}
      {!isEmpty && comparisons > 0 && (
        <p className="sy-insights-note">{writer.say('tests', { count: comparisons })}</p>
      )}
      {!isEmpty && renderWarnings(writer, untold)}
    </figure>
  );
}

export function renderHeading(level: number, className: string, words: string): JSX.Element {
  const rank = Math.min(6, Math.max(1, Math.round(level) || 3));
  return createElement(`h${rank}`, { className }, words);
}

/** Each warning once, in plain words. */
export function renderWarnings(writer: Writer, warnings: readonly WarningCode[]): ReactNode {
  const codes = [...new Set(warnings)];
  return (
    codes.length > 0 && (
      <ul className="sy-insights-warnings">
        {codes.map((code) => (
          <li key={code} data-code={code}>
            {writer.warn(code)}
          </li>
        ))}
      </ul>
    )
  );
}
