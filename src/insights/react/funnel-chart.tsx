import type { JSX } from 'react';
import type { Funnel, Rate } from '../insights.ts';
import { Bar } from './draw.tsx';
import { type PartProps, renderPart, renderTable } from './part.tsx';
import { type Writer, writerOf } from './write.ts';

/** Props of {@link FunnelChart}. */
export interface FunnelChartProps extends PartProps {
  /** Of `analyze(counts).funnels`; the first of them is everybody's. */
  funnel: Funnel;
}

/** How many came how far: a bar, the count and both rates for each step. Draws nothing by script. */
export function FunnelChart(props: FunnelChartProps): JSX.Element {
  const { funnel, ...rest } = props;
  const writer = writerOf(props);
  const first = funnel.steps[0]?.reached || 1;
  const head = (['step', 'reached', 'ofBefore', 'ofAll'] as const).map((key) => writer.say(key));
  const rows = funnel.steps.map(({ step, reached, lost, rate, overall }, at) => (
    <tr key={step}>
      <th scope="row">
        {writer.name(step)}
        <Bar share={reached / first} behind={at === 0 ? 1 : (funnel.steps[at - 1]?.reached ?? 0) / first} />
      </th>
      <td>
        {writer.count(reached)}
        {at > 0 && lost > 0 && <small>{writer.say('lost', { count: lost })}</small>}
      </td>
      {renderRate(writer, rate)}
      {renderRate(writer, overall)}
    </tr>
  ));
  return renderPart(rest, {
    writer,
    title: 'funnel',
    isEmpty: !(funnel.steps[0] && funnel.steps[0].rate.n > 0),
    warnings: funnel.steps.flatMap(({ rate }) => rate.warnings),
    children: renderTable(writer.say('funnel'), head, rows),
  });
}

/** A share in a cell: with its interval, or in grey with the bare counts where there are too few. */
export function renderRate(writer: Writer, rate: Rate): JSX.Element {
  if (rate.warnings.includes('TOO_FEW'))
    return <td data-few="">{writer.say('tooFew', { k: writer.count(rate.k), n: writer.count(rate.n) })}</td>;
  return (
    <td>
      {writer.share(rate.estimate)}
      <small>{writer.interval(rate, writer.share)}</small>
    </td>
  );
}
