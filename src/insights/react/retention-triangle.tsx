import type { JSX } from 'react';
import { groupBy } from '../group-by.ts';
import type { RetentionCell } from '../insights.ts';
import { Tone } from './draw.tsx';
import { type PartProps, renderPart, renderTable } from './part.tsx';
import { writerOf } from './write.ts';

/** Props of {@link RetentionTriangle}. */
export interface RetentionTriangleProps extends PartProps {
  /** Of `analyze(counts).retention`. */
  cells: readonly RetentionCell[];
  /** How many weeks are shown, the latest cohorts and the first ages. Default 8. */
  weeks?: number | undefined;
}

/** Who comes back, by the week of the first visit: the deeper the tone, the more. A week that is not over is hatched. */
export function RetentionTriangle(props: RetentionTriangleProps): JSX.Element {
  const { cells, weeks = 8, ...rest } = props;
  const writer = writerOf(props);
  const cohorts = [...groupBy(cells, ({ cohort }) => cohort).values()].slice(-weeks);
  const ages = Math.min(weeks, Math.max(0, ...cohorts.map((cohort) => cohort.length)));
  const head = [
    writer.say('week'),
    writer.say('visitors'),
    ...Array.from({ length: Math.max(0, ages - 1) }, (_, age) => (
      <>
        <span aria-hidden="true">+{writer.count(age + 1)}</span>
        <span className="sy-visually-hidden">{writer.say('age', { count: age + 1 })}</span>
      </>
    )),
  ];
  const rows = cohorts.map((cohort) => {
    const [first, ...later] = cohort.slice(0, ages);
    return (
      <tr key={first?.cohort}>
        <th scope="row">{writer.week(first?.start ?? 0)}</th>
        <td>{writer.count(first?.n ?? 0)}</td>
        {later.map((cell) => {
          const isFew = cell.warnings.includes('TOO_FEW');
          return (
            <td
              key={cell.age}
              className="sy-insights-cell"
              data-few={isFew ? '' : undefined}
              data-running={cell.warnings.includes('INCOMPLETE_PERIOD') ? '' : undefined}
            >
              {!isFew && <Tone share={cell.estimate} />}
              {isFew ? writer.count(cell.k) : writer.share(cell.estimate)}
            </td>
          );
        })}
      </tr>
    );
  });
  return renderPart(rest, {
    writer,
    title: 'retention',
    isEmpty: cohorts.length === 0,
    warnings: cohorts.flatMap((cohort) => cohort.flatMap(({ warnings }) => warnings)),
    children: renderTable(writer.say('retention'), head, rows),
  });
}
