import type { JSX } from 'react';
import type { Lift } from '../insights.ts';
import { ratioScale, Whisker } from './draw.tsx';
import { renderRate } from './funnel-chart.tsx';
import { type PartProps, renderPart, renderTable } from './part.tsx';
import { writerOf } from './write.ts';

/** Props of {@link LiftForest}. */
export interface LiftForestProps extends PartProps {
  /** Of `analyze(counts).lifts`, in their order. */
  lifts: readonly Lift[];
}

/**
 * How each action and the goal go together, as a forest plot: odds ratios on a logarithmic axis, no effect as a hairline. Those
 * that guards forbid to read are greyed and say why.
 */
export function LiftForest(props: LiftForestProps): JSX.Element {
  const { lifts, ...rest } = props;
  const writer = writerOf(props);
  const scale = ratioScale(lifts.filter(({ shown }) => shown).flatMap(({ oddsInterval }) => oddsInterval));
  const head = (['action', 'goalWith', 'goalWithout', 'odds'] as const).map((key) => writer.say(key));
  const rows = lifts.map((lift) => {
    const { action, segment, exposed, unexposed, oddsRatio, oddsInterval, shown, q } = lift;
    return (
      <tr key={`${action} ${segment ?? ''}`} data-few={shown ? undefined : ''}>
        <th scope="row">
          {writer.name(action)}
          {segment !== undefined && <small>{segment ? writer.name(segment) : writer.say('noSegment')}</small>}
          {shown && <Whisker interval={oddsInterval} estimate={oddsRatio} none={1} scale={scale} />}
        </th>
        {renderRate(writer, exposed)}
        {renderRate(writer, unexposed)}
        <td>
          {shown ? (
            <>
              {writer.figure(oddsRatio)}
              <small>{writer.interval({ interval: oddsInterval }, writer.figure)}</small>
              {q !== undefined && <small>{writer.say('q', { q: writer.q(q) })}</small>}
            </>
          ) : (
            '–'
          )}
        </td>
      </tr>
    );
  });
  return renderPart(rest, {
    writer,
    title: 'lifts',
    isEmpty: lifts.length === 0,
    comparisons: lifts[0]?.comparisons ?? 0,
    warnings: lifts.flatMap(({ warnings }) => warnings),
    children: renderTable(writer.say('lifts'), head, rows),
  });
}
