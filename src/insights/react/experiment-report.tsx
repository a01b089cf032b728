import type { JSX } from 'react';
import type { ExperimentReadout, Tested } from '../insights.ts';
import { linearScale, type Scale, Whisker } from './draw.tsx';
import { renderRate } from './funnel-chart.tsx';
import { type PartProps, renderPart, renderTable } from './part.tsx';
import { tellExperiment } from './tell-report.ts';
import { type Writer, writerOf } from './write.ts';

/** Props of {@link ExperimentReport}. */
export interface ExperimentReportProps extends PartProps {
  /** Of `analyze(counts).experiments`. */
  experiment: ExperimentReadout;
}

/** The variants of an experiment: how many of each reach the goal and give the smaller yes, and what that differs from the first. */
export function ExperimentReport(props: ExperimentReportProps): JSX.Element {
  const { experiment, ...rest } = props;
  const writer = writerOf(props);
  const { arms, comparisons } = experiment;
  const scale = linearScale(
    comparisons.flatMap(({ goal, micro }) => [...goal.interval, ...micro.interval]),
    0,
  );
  const head = (['variant', 'visitors', 'goalRate', 'microRate', 'money'] as const).map((key) =>
    writer.say(key),
  );
  const rows = arms.map(({ variant, goal, micro, value }) => {
    const beside = comparisons.find((one) => one.variant === variant);
    return (
      <tr key={variant}>
        <th scope="row">{writer.name(variant)}</th>
        <td>{writer.count(goal.n)}</td>
        {renderRate(writer, goal)}
        {renderRate(writer, micro)}
        <td>
          {writer.figure(value.estimate)}
          {beside && <small>{writer.interval(beside.value, writer.figure)}</small>}
        </td>
      </tr>
    );
  });
  return renderPart(rest, {
    writer,
    title: 'experiments',
    isEmpty: arms.length === 0,
    comparisons: comparisons[0]?.goal.comparisons ?? 0,
    warnings: experiment.warnings,
    children: (
      <>
        <p className="sy-insights-verdict">{tellExperiment(experiment, writer).join(' ')}</p>
        {renderTable(writer.say('experiments'), head, rows)}
        {comparisons.length > 0 &&
          renderTable(
            writer.say('variant'),
            [writer.say('variant'), writer.say('goalRate'), writer.say('microRate')],
            comparisons.map(({ variant, goal, micro }) => (
              <tr key={variant}>
                <th scope="row">{writer.name(variant)}</th>
                {renderDifference(writer, goal, scale)}
                {renderDifference(writer, micro, scale)}
              </tr>
            )),
          )}
      </>
    ),
  });
}

function renderDifference(writer: Writer, tested: Tested, scale: Scale): JSX.Element {
  return (
    <td data-few={tested.warnings.includes('TOO_FEW') ? '' : undefined}>
      {writer.change(tested.estimate)}
      <Whisker interval={tested.interval} estimate={tested.estimate} none={0} scale={scale} />
      <small>{writer.interval(tested, writer.change)}</small>
    </td>
  );
}
