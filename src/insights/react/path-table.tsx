import type { JSX } from 'react';
import type { PathCount } from '../counts.ts';
import { rateOf } from '../findings/rate.ts';
import { Bar } from './draw.tsx';
import { renderRate } from './funnel-chart.tsx';
import { type PartProps, renderPart, renderTable } from './part.tsx';
import { writerOf } from './write.ts';

/** Props of {@link PathTable}. */
export interface PathTableProps extends PartProps {
  /** Of `counts.paths`. */
  paths: readonly PathCount[];
}

/** How visits begin: the most walked rows of first yeses, and how many of each reach the goal. */
export function PathTable(props: PathTableProps): JSX.Element {
  const { paths, ...rest } = props;
  const writer = writerOf(props);
  const all = paths.reduce((sum, { n }) => sum + n, 0) || 1;
  const head = (['path', 'visitors', 'goalRate'] as const).map((key) => writer.say(key));
  const rows = paths.map(({ path, n, converted, others }) => (
    <tr key={others ? '' : path.join('\n')} data-others={others ? '' : undefined}>
      <th scope="row">
        {others ? (
          writer.say('otherPaths')
        ) : (
          <ol className="sy-insights-path">
            {path.map((action, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one action may stand twice in a path
              <li key={at}>{writer.name(action)}</li>
            ))}
          </ol>
        )}
        <Bar share={n / all} />
      </th>
      <td>
        {writer.count(n)}
        <small>{writer.share(n / all)}</small>
      </td>
      {renderRate(writer, rateOf(converted, n))}
    </tr>
  ));
  return renderPart(rest, {
    writer,
    title: 'paths',
    isEmpty: paths.length === 0,
    children: renderTable(writer.say('paths'), head, rows),
  });
}
