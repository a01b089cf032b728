import type { JSX } from 'react';
import type { Lift, NextBestAsk } from '../insights.ts';
import { Axis, Legend, Whisker } from './draw.tsx';
import { fewRows, renderMore } from './few-rows.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { linearScale } from './scale.ts';
import { goesLess } from './sure.ts';
import { headOf, rateCell, renderTable } from './table.tsx';
import { writerOf } from './write.ts';

/** Props of {@link NextAskTable}. */
export interface NextAskTableProps extends PartProps {
  /** Of `analyze(counts).nextBestAsks`. */
  asks: readonly NextBestAsk[];
  /** Of `analyze(counts).lifts`: an ask that surely goes with the goal less often says so. Default none. */
  lifts?: readonly Lift[] | undefined;
}

/** What is best asked after each yes, by the lower bound of the goal's rate: a lucky handful never wins. */
export function NextAskTable(props: NextAskTableProps): JSX.Element {
  const { asks, lifts = [], unit, ...rest } = props;
  const writer = writerOf(props);
  // What most would be asked by comes first.
  const listed = fewRows([...asks].sort((one, two) => two.rate.n - one.rate.n));
  const scale = linearScale(
    listed.flatMap(({ rate }) => rate.interval),
    0,
  );
  const rows = listed.map(({ state, action, rate }) => ({
    name: writer.name(state),
    notes: [writer.say('afterwards', { action: writer.name(action) })],
    flags: goesLess(lifts, action) ? [writer.say('goesLessOften')] : [],
    drawing: <Whisker interval={rate.interval} estimate={rate.estimate} none={0} scale={scale} />,
    cells: [{ main: writer.count(rate.n) }, rateCell(writer, rate)],
  }));
  const keys = ['state', unit === 'session' ? 'sessions' : 'visitors', 'goalRate'] as const;
  return renderPart(rest, {
    writer,
    title: writer.say('nextAsks'),
    note: writer.say('nextAsksNote'),
    isEmpty: asks.length === 0,
    warnings: asks.flatMap(({ rate }) => rate.warnings),
    children: (
      <>
        <Legend
          items={[
            ['point', writer.say('goalRate')],
            ['interval', writer.say('interval95')],
          ]}
        />
        {renderTable({
          label: writer.say('nextAsks'),
          head: headOf(writer, keys),
          rows,
          axis: <Axis scale={scale} write={writer.tickShare} />,
        })}
        {renderMore(writer, asks, listed)}
      </>
    ),
  });
}
