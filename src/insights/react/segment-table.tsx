import type { JSX } from 'react';
import type { SegmentRate } from '../insights.ts';
import { Bar } from './draw.tsx';
import { renderRate } from './funnel-chart.tsx';
import { type PartProps, renderPart, renderTable } from './part.tsx';
import { writerOf } from './write.ts';

/** Props of {@link SegmentTable}. */
export interface SegmentTableProps extends PartProps {
  /** Of `analyze(counts).segments`. */
  segments: readonly SegmentRate[];
}

/** How large each segment is, and how many of it reach the goal. */
export function SegmentTable(props: SegmentTableProps): JSX.Element {
  const { segments, ...rest } = props;
  const writer = writerOf(props);
  const head = (['segment', 'visitors', 'goalRate'] as const).map((key) => writer.say(key));
  const rows = segments.map(({ segment, share, rate, difference }) => (
    <tr key={segment}>
      <th scope="row">
        {segment ? writer.name(segment) : writer.say('noSegment')}
        <Bar share={share.estimate} />
      </th>
      <td>
        {writer.count(share.k)}
        <small>{writer.share(share.estimate)}</small>
      </td>
      {renderRate(writer, rate)}
      <td>
        {difference.q !== undefined && (
          <>
            {writer.change(difference.estimate)}
            <small>{writer.say('q', { q: writer.q(difference.q) })}</small>
          </>
        )}
      </td>
    </tr>
  ));
  return renderPart(rest, {
    writer,
    title: 'segments',
    // One segment alone says nothing.
    isEmpty: segments.length < 2,
    comparisons: segments[0]?.difference.comparisons ?? 0,
    children: renderTable(
      writer.say('segments'),
      [...head, <span key="difference">{writer.say('difference')}</span>],
      rows,
    ),
  });
}
