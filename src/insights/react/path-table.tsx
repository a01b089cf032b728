import type { JSX } from 'react';
import { GOAL, type PathCount } from '../counts.ts';
import { rateOf } from '../findings/rate.ts';
import { Bar } from './draw.tsx';
import { fewNodes, RARER } from './few-nodes.ts';
import { type PartProps, renderPart } from './part.tsx';
import { headOf, rateCell, renderTable } from './table.tsx';
import { writerOf } from './write.ts';

/** Props of {@link PathTable}. */
export interface PathTableProps extends PartProps {
  /** Of `counts.paths`. */
  paths: readonly PathCount[];
}

/**
 * How visits begin: the most walked rows of first yeses, and how many of each reach the goal. Beyond the five most given at a place
 * of the row the rarer ones are one.
 */
export function PathTable(props: PathTableProps): JSX.Element {
  const { paths: given, unit, ...rest } = props;
  const paths = fewNodes(given);
  const writer = writerOf(props);
  const all = paths.reduce((sum, { n }) => sum + n, 0) || 1;
  const most = Math.max(1, ...paths.filter(({ others }) => !others).map(({ n }) => n));
  const rows = paths.map(({ path, n, converted, others }) => ({
    name: others ? (
      writer.say('otherPaths')
    ) : (
      <ol className="sy-insights-path">
        {path.map((action, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one action may stand twice in a path
          <li key={at} data-goal={action === GOAL ? '' : undefined}>
            {action === RARER ? writer.say('rarer') : writer.name(action)}
          </li>
        ))}
      </ol>
    ),
    // What is left over is no way, and may be longer than all of them.
    drawing: !others && <Bar share={n / most} />,
    cells: [
      { main: writer.count(n) },
      { main: writer.share(n / all) },
      rateCell(writer, rateOf(converted, n)),
    ],
  }));
  const keys = ['path', unit === 'session' ? 'sessions' : 'visitors', 'share', 'goalRate'] as const;
  return renderPart(rest, {
    writer,
    title: writer.say('paths'),
    note: writer.say('pathsNote'),
    isEmpty: paths.length === 0,
    warnings: paths.flatMap(({ converted, n }) => rateOf(converted, n).warnings),
    children: renderTable({
      label: writer.say('paths'),
      head: headOf(writer, keys),
      rows,
      drawn: 'below',
    }),
  });
}
