import { type ComponentProps, Fragment, type JSX } from 'react';
import { groupBy } from '../group-by.ts';
import type { Insights, WarningCode } from '../insights.ts';
import { AskTable } from './ask-table.tsx';
import { ContributionTable } from './contribution-table.tsx';
import { ExperimentReport } from './experiment-report.tsx';
import { fewExperiments } from './few-rows.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { LiftForest } from './lift-forest.tsx';
import { NextAskTable } from './next-ask-table.tsx';
import { renderHeading } from './part.tsx';
import { PathTable } from './path-table.tsx';
import { RetentionTriangle } from './retention-triangle.tsx';
import { SegmentTable, segmentWarnings } from './segment-table.tsx';
import { tellReport } from './tell-report.ts';
import { renderTest } from './test-it.tsx';
import { type ReportLook, type Writer, writerOf } from './write.ts';

/** Props of {@link CommitmentReport}. What is not listed goes to the root element, an `<article>`. */
export interface CommitmentReportProps extends ReportLook, Omit<ComponentProps<'article'>, 'children'> {
  /** Of `analyze(counts)`. */
  insights: Insights;
  /** The heading. Default none. */
  title?: string | undefined;
  /** Level of that heading, or without it of the parts', 1 to 6. Default 2. */
  headingLevel?: number | undefined;
}

/**
 * The whole report: in words first, where the way breaks and what to try next, then every part with its figures. Made for a
 * screen, a phone and paper; draws nothing by script, so that a Server Component or a command line can write it.
 */
export function CommitmentReport(props: CommitmentReportProps): JSX.Element {
  const { insights, title, headingLevel = 2, names, locale, labels, currency, className, ...own } = props;
  const { counts, funnels, weakLinks, lifts, contributions, nextBestAsks, experiments } = insights;
  const { unit = counts.question.unit, ...rest } = own;
  const look = { names, locale, labels, currency, unit };
  const writer = writerOf(look);
  const level = title ? headingLevel + 1 : headingLevel;
  const cares = caresOf(insights);
  const part = { ...look, headingLevel: level, saidElsewhere: cares };
  // How many reached the goal stands in figures above, if any did.
  const tellings = tellReport(insights, look).filter(
    ({ about }) => !(about === 'overall' && counts.converted > 0),
  );
  const subjects = groupBy(tellings, (telling) => telling.title);
  const everybody = funnels.find(({ segment }) => segment === undefined);
  return (
    <article {...rest} className={`sy-insights ${className ?? ''}`.trim()}>
      {(title || counts.units > 0) && (
        <header className="sy-insights-top">
          {title && renderHeading(headingLevel, 'sy-insights-heading', title)}
          {counts.units > 0 && <p className="sy-insights-note">{writer.period(counts.from, counts.to)}</p>}
        </header>
      )}
      <section className="sy-insights-summary">
        {renderHeading(level, 'sy-insights-title', writer.say('summary'))}
        {renderFigures(writer, insights, unit)}
        {counts.unknown > 0 && (
          <p className="sy-insights-note">{writer.say('unknown', { count: writer.count(counts.unknown) })}</p>
        )}
        <ul className="sy-insights-tellings">
          {[...subjects].map(([subject, tellings]) => (
            <li key={subject} data-about={tellings[0]?.about}>
              <span className="sy-insights-kicker">{subject}</span>
              <div className="sy-insights-words">
                {tellings.map(({ text, test }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two experiments of one name may say the same
                  <Fragment key={at}>
                    <p>{text}</p>
                    {test && renderTest(writer, test)}
                  </Fragment>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </section>
      {insights.asks.length > 0 && <AskTable {...part} asks={insights.asks} />}
      {everybody && <FunnelChart {...part} funnel={everybody} weakLinks={weakLinks} />}
      <LiftForest {...part} lifts={lifts} tests={0} />
      {nextBestAsks.length > 0 && <NextAskTable {...part} asks={nextBestAsks} lifts={lifts} />}
      {insights.segments.length > 1 && <SegmentTable {...part} segments={insights.segments} />}
      <PathTable {...part} paths={counts.paths} />
      {contributions.length > 0 && <ContributionTable {...part} contributions={contributions} />}
      {fewExperiments(experiments).map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names come from files and may repeat; nothing moves
        <ExperimentReport key={at} {...part} experiment={one} />
      ))}
      <RetentionTriangle {...part} cells={insights.retention} />
      {cares.length + insights.warnings.length > 0 && (
        <section className="sy-insights-summary">
          {renderHeading(level, 'sy-insights-title', writer.say('care'))}
          <ul className="sy-insights-warnings">
            {insights.warnings.includes('INCOMPLETE_PERIOD') && <li>{writer.say('shortPeriod')}</li>}
            {cares.map((code) => (
              <li key={code} data-code={code}>
                {writer.warn(code)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function renderFigures(writer: Writer, { counts }: Insights, unit: 'visitor' | 'session'): JSX.Element {
  const figures = [
    [writer.say(unit === 'session' ? 'sessions' : 'visitors'), writer.count(counts.units)],
    [writer.say('reachedGoal'), writer.count(counts.converted)],
    [writer.say('goalRate'), writer.share(counts.converted / counts.units)],
    [writer.say('yeses'), writer.count(counts.rows)],
  ];
  return (
    <dl className="sy-insights-figures">
      {figures.map(([word, figure], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one word
        <div key={at}>
          <dt>{word}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is to be said of any part, once for all of them. */
function caresOf(insights: Insights): WarningCode[] {
  const { asks, funnels, lifts, contributions, nextBestAsks, experiments, retention, segments } = insights;
  const everybody = funnels.find(({ segment }) => segment === undefined);
  const figures = [
    ...asks.map(({ yes }) => yes),
    ...(everybody?.steps.map(({ rate }) => rate) ?? []),
    ...lifts,
    ...lifts.flatMap(({ exposed, unexposed }) => [exposed, unexposed]),
    ...contributions,
    ...nextBestAsks.map(({ rate }) => rate),
    ...experiments,
    ...experiments.flatMap(({ comparisons }) => comparisons.map(({ goal }) => goal)),
    ...retention.filter(({ age }) => age > 0),
  ];
  // Of the whole this one means another thing, which is said apart.
  const ofAll = insights.warnings.filter((code) => code !== 'INCOMPLETE_PERIOD');
  const ofParts = [...figures.flatMap(({ warnings }) => warnings), ...segments.flatMap(segmentWarnings)];
  return [...new Set([...ofAll, ...ofParts])];
}
