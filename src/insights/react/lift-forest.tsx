import type { JSX } from 'react';
import type { Lift, WarningCode } from '../insights.ts';
import { Axis, Legend, Whisker } from './draw.tsx';
import { fewRows, renderMore } from './few-rows.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { ratioScale } from './scale.ts';
import { sureOf } from './sure.ts';
import { headOf, rateCell, renderTable } from './table.tsx';
import { renderTest } from './test-it.tsx';
import { writerOf } from './write.ts';

/** Props of {@link LiftForest}. */
export interface LiftForestProps extends PartProps {
  /** Of `analyze(counts).lifts`, in their order. */
  lifts: readonly Lift[];
  /**
   * For how many of those that surely go with the goal more often the code of a test stands below, the first of them first. Default
   * 3; the report says it above, so none there.
   */
  tests?: number | undefined;
}

/** What forbids to read a row, and what is said at one that is read; other warnings concern all of them. */
const forbidding: readonly WarningCode[] = ['TOO_FEW', 'LEAKS_OUTCOME', 'SEGMENT_REVERSAL'];
const cautioning: readonly WarningCode[] = ['SKEWED', 'ON_LADDER', 'DISPLACES'];

const verdicts = { more: 'moreOften', less: 'lessOften', none: 'notSure' } as const;

/**
 * How each action and the goal go together, as a forest plot: odds ratios on a logarithmic axis, no effect as a dashed line. Those
 * that guards forbid to read are greyed and say why. What is sure is also said in words, because a small q-value alone does not tell
 * which way.
 */
export function LiftForest(props: LiftForestProps): JSX.Element {
  const { lifts, tests = 3, ...rest } = props;
  const writer = writerOf(props);
  // What nobody can read is in no order but that of how many gave it: the largest figures are the luckiest.
  const all = [
    ...lifts.filter(({ shown }) => shown),
    ...lifts.filter(({ shown }) => !shown).sort((one, two) => two.exposed.n - one.exposed.n),
  ];
  // Those come last of what can be read, the surest at the end.
  const fewer = lifts.filter((lift) => sureOf(lift) === 'less').reverse();
  const listed = fewRows(all, fewer);
  const readable = listed.filter(({ shown }) => shown);
  const scale = ratioScale(
    readable.map(({ oddsRatio, oddsInterval }) => ({ ratio: oddsRatio, ends: oddsInterval })),
  );
  const sure = lifts.filter((lift) => lift.segment === undefined && sureOf(lift) === 'more');
  const testable = [...new Set(sure.map(({ action }) => action))].slice(0, Math.max(0, tests));
  const rows = listed.map((lift) => {
    const { action, segment, exposed, unexposed, oddsRatio, oddsInterval, shown, q, warnings } = lift;
    return {
      name: writer.name(action),
      notes: [
        ...(segment === undefined ? [] : [writer.segment(segment)]),
        ...(shown ? cautioning : forbidding)
          .filter((code) => warnings.includes(code))
          .map((code) => writer.mark(code)),
      ],
      drawing: readable.length > 0 && (
        <Whisker interval={oddsInterval} estimate={shown ? oddsRatio : Number.NaN} none={1} scale={scale} />
      ),
      cells: [
        rateCell(writer, exposed),
        rateCell(writer, unexposed),
        shown
          ? {
              main: writer.ratio(oddsRatio),
              note: writer.interval({ interval: oddsInterval }, writer.ratio),
            }
          : { main: '–' },
        shown ? { main: writer.q(q), note: writer.say(verdicts[sureOf(lift)]) } : { main: '–' },
      ],
      isFew: !shown,
    };
  });
  return renderPart(rest, {
    writer,
    title: writer.say('lifts'),
    note: writer.say('liftsNote'),
    isEmpty: lifts.length === 0,
    comparisons: lifts[0]?.comparisons ?? 0,
    warnings: lifts.flatMap(({ warnings }) => warnings),
    children: (
      <>
        {readable.length > 0 && (
          <Legend
            items={[
              ['point', writer.say('estimate')],
              ['interval', writer.say('interval95')],
              ['none', writer.say('noEffect')],
            ]}
          />
        )}
        {renderTable({
          label: writer.say('lifts'),
          head: headOf(writer, ['action', 'goalWith', 'goalWithout', 'odds', 'q']),
          rows,
          axis: readable.length > 0 && (
            <Axis scale={scale} none={1} noneLabel={writer.say('noEffect')} write={writer.tick} />
          ),
        })}
        {renderMore(writer, lifts, listed)}
        {testable.length > 0 && (
          <div className="sy-insights-tests">{testable.map((action) => renderTest(writer, action))}</div>
        )}
      </>
    ),
  });
}
