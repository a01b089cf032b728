import type { JSX } from 'react';
import type { AskOutcome } from '../insights.ts';
import { Bar, Legend } from './draw.tsx';
import { fewRows, renderMore } from './few-rows.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { headOf, rateCell, renderTable } from './table.tsx';
import { writerOf } from './write.ts';

/** Props of {@link AskTable}. */
export interface AskTableProps extends PartProps {
  /** Of `analyze(counts).asks`. */
  asks: readonly AskOutcome[];
}

const ends = ['onlySaw', 'abandoned', 'dismissed', 'failed', 'withdrawn'] as const;

/** Of those who saw each ask, how many began and said yes, and where the others stopped. */
export function AskTable(props: AskTableProps): JSX.Element {
  const { asks, ...rest } = props;
  const writer = writerOf(props);
  const shown = fewRows(asks);
  const rows = shown.map(({ action, seen, started, yes, stopped }) => {
    const isFew = yes.warnings.includes('TOO_FEW');
    const others = ends.filter((end) => stopped[end] > 0);
    return {
      name: writer.name(action),
      notes: [others.map((end) => writer.say(end, { count: writer.count(stopped[end]) })).join(' · ')],
      drawing: !isFew && <Bar share={yes.estimate} behind={started.estimate} />,
      cells: [{ main: writer.count(seen) }, rateCell(writer, started), rateCell(writer, yes)],
    };
  });
  return renderPart(rest, {
    writer,
    title: writer.say('asks'),
    note: writer.say('asksNote'),
    isEmpty: asks.length === 0,
    warnings: asks.flatMap(({ yes }) => yes.warnings),
    children: (
      <>
        <Legend
          items={[
            ['bar', writer.say('saidYes')],
            ['behind', writer.say('started')],
          ]}
        />
        {renderTable({
          label: writer.say('asks'),
          head: headOf(writer, ['ask', 'seen', 'started', 'saidYes'], ['seen']),
          rows,
          drawn: 'below',
        })}
        {renderMore(writer, asks, shown, 'moreAsks')}
      </>
    ),
  });
}
