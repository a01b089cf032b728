import type { JSX } from 'react';
import type { Funnel, WeakLink } from '../insights.ts';
import { Bar, Legend } from './draw.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { headOf, rateCell, renderTable } from './table.tsx';
import { writerOf } from './write.ts';

/** Props of {@link FunnelChart}. */
export interface FunnelChartProps extends PartProps {
  /** Of `analyze(counts).funnels`; the first of them is everybody's. */
  funnel: Funnel;
  /** Of `analyze(counts).weakLinks`: flagged at their steps, three at most. Default none. */
  weakLinks?: readonly WeakLink[] | undefined;
}

/** How many came how far: a bar, the count and both rates for each step, and where a segment is behind. Draws nothing by script. */
export function FunnelChart(props: FunnelChartProps): JSX.Element {
  const { funnel, weakLinks = [], ...rest } = props;
  const writer = writerOf(props);
  const { segment, steps } = funnel;
  const first = steps[0]?.reached || 1;
  const title =
    segment === undefined
      ? writer.say('funnel')
      : writer.say('funnelOf', { segment: writer.segment(segment) });
  const rows = steps.map(({ step, reached, rate, overall }, at) => ({
    name: writer.name(step),
    notes: at === 0 ? [writer.say('ofUnits', { all: writer.count(rate.n) })] : [],
    flags: weakLinks
      .slice(0, 3)
      .filter(({ index }) => index === at)
      .map((weak) =>
        writer.say('behind', {
          segment: writer.segment(weak.segment),
          rate: writer.share(weak.rate.estimate),
          others: writer.share(weak.others.estimate),
        }),
      ),
    drawing: (
      <Bar share={reached / first} {...(at > 0 && { behind: (steps[at - 1]?.reached ?? 0) / first })} />
    ),
    cells: [
      { main: writer.count(reached) },
      rateCell(writer, rate),
      // Of itself the first is all.
      at === 0 ? { main: '–' } : rateCell(writer, overall),
    ],
  }));
  const head = headOf(writer, ['step', 'reached', 'ofBefore', 'ofAll']);
  return renderPart(rest, {
    writer,
    title,
    note: writer.say('funnelNote'),
    isEmpty: !(steps[0] && steps[0].rate.n > 0),
    warnings: steps.flatMap(({ rate }) => rate.warnings),
    children: (
      <>
        <Legend
          items={[
            ['bar', writer.say('stayed')],
            ['behind', writer.say('lost')],
          ]}
        />
        {renderTable({ label: title, head, rows })}
      </>
    ),
  });
}
