import type { JSX } from 'react';
import type { Contribution } from '../insights.ts';
import { Axis, Legend, Whisker } from './draw.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { linearScale } from './scale.ts';
import { headOf, renderTable } from './table.tsx';
import { writerOf } from './write.ts';

/** Props of {@link ContributionTable}. */
export interface ContributionTableProps extends PartProps {
  /** Of `analyze(counts).contributions`. */
  contributions: readonly Contribution[];
}

/** Which actions the ways to the goal pass through: the removal effect of each, with its interval. */
export function ContributionTable(props: ContributionTableProps): JSX.Element {
  const { contributions, ...rest } = props;
  const writer = writerOf(props);
  const isFew = ({ warnings }: Contribution) => warnings.includes('TOO_FEW');
  const readable = contributions.filter((one) => !isFew(one));
  const scale = linearScale(
    readable.flatMap(({ interval }) => interval),
    0,
  );
  const rows = contributions.map((one) => ({
    name: writer.name(one.action),
    drawing: !isFew(one) && (
      <Whisker interval={one.interval} estimate={one.estimate} none={0} scale={scale} />
    ),
    cells: [
      isFew(one)
        ? { main: '–', note: writer.say('tooFew') }
        : { main: writer.share(one.estimate), note: writer.interval(one, writer.share) },
    ],
    isFew: isFew(one),
  }));
  return renderPart(rest, {
    writer,
    title: writer.say('contributions'),
    note: writer.say('contributionsNote'),
    isEmpty: contributions.length === 0,
    warnings: contributions.flatMap(({ warnings }) => warnings),
    children: (
      <>
        {readable.length > 0 && (
          <Legend
            items={[
              ['point', writer.say('estimate')],
              ['interval', writer.say('interval95')],
            ]}
          />
        )}
        {renderTable({
          label: writer.say('contributions'),
          head: headOf(writer, ['action', 'removal']),
          rows,
          axis: readable.length > 0 && <Axis scale={scale} write={writer.tickShare} />,
        })}
      </>
    ),
  });
}
