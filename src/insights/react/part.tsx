import type { ComponentProps, JSX, ReactNode } from 'react';
import type { WarningCode } from '../insights.ts';
import type { ReportLook, Writer } from './write.ts';

/** Props of every part: the figures it draws are its own. What is not listed goes to the root element, a `<figure>`. */
export interface PartProps extends ReportLook, Omit<ComponentProps<'figure'>, 'children'> {}

interface Content {
  readonly writer: Writer;
  readonly title: 'funnel' | 'lifts' | 'paths' | 'retention' | 'experiments' | 'segments';
  /** Below the table: how many tests, which warnings. */
  readonly comparisons?: number;
  readonly warnings?: readonly WarningCode[];
  /** Nothing to show. */
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/**
 * One part of the report: a name, what to make of it, and a table whose rows are drawn. The drawing stands in the row that says
 * the same in figures, so that nobody has to choose between the two, on a phone and on paper neither.
 */
export function renderPart(props: PartProps, content: Content): JSX.Element {
  const { names, locale, labels, className, ...rest } = props;
  const { writer, title, comparisons = 0, warnings = [], isEmpty, children } = content;
  return (
    <figure {...rest} className={`sy-insights-part ${className ?? ''}`.trim()}>
      <figcaption className="sy-insights-head">
        <span className="sy-insights-title">{writer.say(title)}</span>
        <span className="sy-insights-note">{writer.say(`${title}Note`)}</span>
      </figcaption>
      {isEmpty ? <p className="sy-insights-empty">{writer.say('empty')}</p> : children}
      {!isEmpty && comparisons > 0 && (
        <p className="sy-insights-note">{writer.say('tests', { count: comparisons })}</p>
      )}
      {!isEmpty && renderWarnings(writer, warnings)}
    </figure>
  );
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

/** A table that scrolls by itself where it is wider than the page; a keyboard reaches it. */
export function renderTable(label: string, head: readonly ReactNode[], rows: ReactNode): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="sy-insights-scroll" aria-label={label} tabIndex={0}>
      <table className="sy-insights-table">
        <thead>
          <tr>
            {head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </section>
  );
}
