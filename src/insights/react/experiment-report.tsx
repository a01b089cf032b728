import type { JSX } from 'react';
import type { Comparison, ExperimentReadout, Figure, Tested } from '../insights.ts';
import { Axis, Legend, Whisker } from './draw.tsx';
import { fewComparisons, fewRows, renderMore } from './few-rows.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { linearScale, type Scale } from './scale.ts';
import { type Cell, headOf, type Row, rateCell, renderTable } from './table.tsx';
import { tellExperiment } from './tell-experiment.ts';
import { type Writer, writerOf } from './write.ts';

/** Props of {@link ExperimentReport}. */
export interface ExperimentReportProps extends PartProps {
  /** Of `analyze(counts).experiments`. */
  experiment: ExperimentReadout;
}

/**
 * The variants of an experiment: how many of each reach the goal and give the smaller yes, what money each brings, and how each
 * differs from the first, the goal always beside the smaller yes.
 */
export function ExperimentReport(props: ExperimentReportProps): JSX.Element {
  const { experiment, unit, ...rest } = props;
  const writer = writerOf(props);
  const { arms, comparisons, mixed } = experiment;
  const values = { experiment: writer.name(experiment.experiment) };
  // Goals without money have nothing to say of it: the estimate is 0, or none at all (NaN).
  const hasMoney = arms.some(({ value }) => value.estimate);
  const visitors = unit === 'session' ? 'sessions' : 'visitors';
  const keys = ['variant', visitors, 'goalRate', 'microRate'] as const;
  const compared = fewComparisons(comparisons);
  const listed = fewRows(
    arms,
    // The first is what they are compared with.
    arms.filter(({ variant }, at) => at === 0 || compared.some((one) => one.variant === variant)),
  );
  const rows = listed.map(({ variant, goal, micro, value }) => ({
    name: writer.name(variant),
    cells: [
      { main: writer.count(goal.n) },
      rateCell(writer, goal),
      rateCell(writer, micro),
      ...(hasMoney ? [moneyCell(writer, value)] : []),
    ],
  }));
  return renderPart(rest, {
    writer,
    title: writer.say('experiment', values),
    note: writer.say('experimentNote'),
    isEmpty: arms.length === 0,
    comparisons: comparisons[0]?.goal.comparisons ?? 0,
    warnings: [
      ...experiment.warnings,
      ...arms.flatMap(({ goal }) => goal.warnings),
      ...comparisons.flatMap(({ goal }) => goal.warnings),
    ],
    children: (
      <>
        <div className="sy-insights-verdict">
          {tellExperiment(experiment, writer).map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two variants of one name may come to the same
            <p key={at}>{text}</p>
          ))}
        </div>
        {renderTable({
          label: writer.say('experiment', values),
          head: headOf(writer, hasMoney ? [...keys, 'money'] : keys),
          rows,
        })}
        {renderMore(writer, arms, listed)}
        {compared.some(({ goal }) => !isFew(goal)) && renderComparisons(writer, compared, hasMoney)}
        {arms.length > 1 && (
          <p className="sy-insights-note">{writer.say('sizes', { p: writer.q(experiment.srmP) })}</p>
        )}
        {mixed > 0 && <p className="sy-insights-note">{writer.say('mixed', { count: mixed })}</p>}
      </>
    ),
  });
}

/** A forest plot of the differences: the goal, the smaller yes, and without a mark on that axis the money. */
function renderComparisons(
  writer: Writer,
  comparisons: readonly Comparison[],
  hasMoney: boolean,
): JSX.Element {
  const scale = linearScale(
    comparisons.flatMap(({ goal, micro }) =>
      [goal, micro].filter((one) => !isFew(one)).flatMap(({ interval }) => interval),
    ),
    0,
  );
  const rows = comparisons.flatMap(({ variant, against, goal, relative, micro, value }): Row[] => {
    const pair = writer.say('less', { variant: writer.name(variant), against: writer.name(against) });
    const notes = (tested: Tested) => (isFew(tested) ? [pair, writer.mark('TOO_FEW')] : [pair]);
    return [
      {
        name: writer.say('goalRate'),
        notes: notes(goal),
        ...drawn(goal, scale),
        cells: [
          changeCell(goal, writer.points, writer),
          isFew(goal)
            ? { main: '–' }
            : {
                main: writer.relative(relative.estimate),
                note: writer.interval(relative, writer.relative),
              },
          { main: writer.q(goal.q) },
        ],
      },
      {
        name: writer.say('microRate'),
        notes: notes(micro),
        ...drawn(micro, scale),
        cells: [changeCell(micro, writer.points, writer), { main: '–' }, { main: writer.q(micro.q) }],
      },
      ...(hasMoney
        ? [
            {
              name: writer.say('money'),
              notes: notes(value),
              drawing: <Whisker interval={value.interval} estimate={Number.NaN} none={0} scale={scale} />,
              cells: [
                changeCell(value, writer.moneyChange, writer),
                { main: '–' },
                { main: writer.q(value.q) },
              ],
              isFew: isFew(value),
            },
          ]
        : []),
    ];
  });
  const none = writer.say('noDifference');
  return (
    <>
      <Legend
        items={[
          ['point', writer.say('estimate')],
          ['interval', writer.say('interval95')],
          ['none', none],
        ]}
      />
      {renderTable({
        label: writer.say('comparison'),
        head: headOf(writer, ['comparison', 'points', 'relative', 'q']),
        rows,
        axis: <Axis scale={scale} none={0} noneLabel={none} write={writer.tickPoints} />,
      })}
    </>
  );
}

const isFew = ({ warnings }: Figure) => warnings.includes('TOO_FEW');

function drawn(tested: Tested, scale: Scale) {
  return {
    drawing: (
      <Whisker
        interval={tested.interval}
        estimate={isFew(tested) ? Number.NaN : tested.estimate}
        none={0}
        scale={scale}
      />
    ),
    isFew: isFew(tested),
  };
}

function changeCell(tested: Tested, write: (value: number) => string, writer: Writer): Cell {
  if (isFew(tested)) return { main: '–' };
  return { main: write(tested.estimate), note: writer.interval(tested, write) };
}

function moneyCell(writer: Writer, value: Figure): Cell {
  if (isFew(value)) return { main: '–', note: writer.say('tooFew'), isFew: true };
  return { main: writer.money(value.estimate), note: writer.interval(value, writer.money) };
}
