import type { ComponentProps, JSX } from 'react';
import type { Insights } from '../insights.ts';
import { ExperimentReport } from './experiment-report.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { LiftForest } from './lift-forest.tsx';
import { renderWarnings } from './part.tsx';
import { PathTable } from './path-table.tsx';
import { RetentionTriangle } from './retention-triangle.tsx';
import { SegmentTable } from './segment-table.tsx';
import { experimentFor, tellReport } from './tell-report.ts';
import { type ReportLook, writerOf } from './write.ts';

/** Props of {@link CommitmentReport}. What is not listed goes to the root element, an `<article>`. */
export interface CommitmentReportProps extends ReportLook, Omit<ComponentProps<'article'>, 'children'> {
  /** Of `analyze(counts)`. */
  insights: Insights;
  /** The heading. Default none. */
  title?: string | undefined;
}

/**
 * The whole report: in words first, where the path breaks and what to try next, then every part with its figures. Made for a
 * screen, a phone and paper; draws nothing by script, so that a server or a command line can write it.
 */
export function CommitmentReport(props: CommitmentReportProps): JSX.Element {
  const { insights, title, names, locale, labels, className, ...rest } = props;
  const look = { names, locale, labels };
  const writer = writerOf(look);
  const { counts, funnels, lifts, experiments, retention, segments, warnings } = insights;
  const everybody = funnels[0];
  return (
    <article {...rest} className={`sy-insights ${className ?? ''}`.trim()}>
      {title && <h2 className="sy-insights-heading">{title}</h2>}
      <section className="sy-insights-summary">
        <h3 className="sy-insights-title">{writer.say('summary')}</h3>
        <ul className="sy-insights-tellings">
          {tellReport(insights, writer).map(({ about, text, test }) => (
            <li key={text} data-about={about}>
              {text}
              {test && (
                <>
                  {' '}
                  {writer.say('tryIt', { action: writer.name(test) })}
                  <pre className="sy-insights-code">
                    <code>{experimentFor(test)}</code>
                  </pre>
                </>
              )}
            </li>
          ))}
        </ul>
        {renderWarnings(writer, warnings)}
      </section>
      {everybody && <FunnelChart {...look} funnel={everybody} />}
      <LiftForest {...look} lifts={lifts} />
      <SegmentTable {...look} segments={segments} />
      <PathTable {...look} paths={counts.paths} />
      {experiments.map((one) => (
        <ExperimentReport key={one.experiment} {...look} experiment={one} />
      ))}
      <RetentionTriangle {...look} cells={retention} />
    </article>
  );
}
