import type { JSX } from 'react';
import type { SegmentRate, WarningCode } from '../insights.ts';
import { Axis, Legend, Whisker } from './draw.tsx';
import { fewRows, renderMore } from './few-rows.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { linearScale } from './scale.ts';
import { isSure } from './sure.ts';
import { headOf, rateCell, renderTable } from './table.tsx';
import { writerOf } from './write.ts';

/** Props of {@link SegmentTable}. */
export interface SegmentTableProps extends PartProps {
  /** Of `analyze(counts).segments`. */
  segments: readonly SegmentRate[];
}

/** How large each segment is, and how many of it reach the goal, beside all of them. */
export function SegmentTable(props: SegmentTableProps): JSX.Element {
  const { segments, unit, ...rest } = props;
  const writer = writerOf(props);
  const sum = (key: 'k' | 'n') => segments.reduce((all, { rate }) => all + rate[key], 0);
  const everybody = sum('k') / sum('n');
  const listed = fewRows(
    segments,
    segments.filter(({ difference }) => isSure(difference)),
  );
  const known = listed.filter(({ rate }) => !rate.warnings.includes('TOO_FEW'));
  const scale = linearScale(
    known.flatMap(({ rate }) => rate.interval),
    Number.isFinite(everybody) ? everybody : 0,
  );
  const rows = listed.map(({ segment, share, rate, difference }) => ({
    name: writer.segment(segment),
    drawing: (
      <Whisker
        interval={rate.interval}
        estimate={rate.warnings.includes('TOO_FEW') ? Number.NaN : rate.estimate}
        none={everybody}
        scale={scale}
      />
    ),
    cells: [
      { main: writer.count(share.k), note: writer.share(share.estimate) },
      rateCell(writer, rate),
      difference.q === undefined
        ? { main: '–' }
        : { main: writer.points(difference.estimate), note: writer.interval(difference, writer.points) },
      { main: writer.q(difference.q) },
    ],
  }));
  const keys = [
    'segment',
    unit === 'session' ? 'sessions' : 'visitors',
    'goalRate',
    'difference',
    'q',
  ] as const;
  const none = writer.say('everybody');
  return renderPart(rest, {
    writer,
    title: writer.say('segments'),
    note: writer.say('segmentsNote'),
    // One segment alone says nothing.
    isEmpty: segments.length < 2,
    comparisons: segments[0]?.difference.comparisons ?? 0,
    warnings: segments.flatMap(segmentWarnings),
    children: (
      <>
        <Legend
          items={[
            ['point', writer.say('goalRate')],
            ['interval', writer.say('interval95')],
            ['none', none],
          ]}
        />
        {renderTable({
          label: writer.say('segments'),
          head: headOf(writer, keys),
          rows,
          axis: <Axis scale={scale} none={everybody} noneLabel={none} write={writer.tickShare} />,
        })}
        {renderMore(writer, segments, listed)}
      </>
    ),
  });
}

/** Of a difference only where one is shown. */
export const segmentWarnings = ({ rate, difference }: SegmentRate): readonly WarningCode[] =>
  difference.q === undefined ? rate.warnings : [...rate.warnings, ...difference.warnings];
