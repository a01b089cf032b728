import type { JSX } from 'react';
import { groupBy } from '../group-by.ts';
import type { RetentionCell } from '../insights.ts';
import { Legend, Tone } from './draw.tsx';
import { type PartProps, renderPart } from './part.tsx';
import { type Writer, writerOf } from './write.ts';

/** Props of {@link RetentionTriangle}. */
export interface RetentionTriangleProps extends PartProps {
  /** Of `analyze(counts).retention`. */
  cells: readonly RetentionCell[];
  /** How many weeks are shown, the latest cohorts and the first ages. Default 8. */
  weeks?: number | undefined;
}

/** Who comes back, by the week of the first visit: the deeper the tone, the more. A week that is not over is hatched. */
export function RetentionTriangle(props: RetentionTriangleProps): JSX.Element {
  const { cells, weeks = 8, unit, ...rest } = props;
  const writer = writerOf(props);
  const size = weeks >= 1 ? Math.floor(weeks) : 8;
  const cohorts = [...groupBy(cells, ({ cohort }) => cohort).values()].slice(-size);
  const longest = cohorts.reduce((most, { length }) => Math.max(most, length), 0);
  const ages = Math.min(size, longest);
  const most = Math.max(
    0,
    ...cohorts.flatMap((cohort) =>
      cohort
        .slice(1, ages)
        .filter((cell) => !isFew(cell) && cell.estimate > 0)
        .map(({ estimate }) => estimate),
    ),
  );
  const shown = cohorts.flatMap((cohort) => cohort.slice(1, ages));
  return renderPart(rest, {
    writer,
    title: writer.say('retention'),
    note: writer.say('retentionNote'),
    // That everybody came in the week they came in is no news.
    isEmpty: ages < 2,
    warnings: shown.flatMap(({ warnings }) => warnings),
    children: (
      <>
        <Legend
          items={[
            ['tones', writer.say('tones')],
            ...(shown.some(isRunning) ? ([['running', writer.say('running')]] as const) : []),
          ]}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <section className="sy-insights-scroll" aria-label={writer.say('retention')} tabIndex={0}>
          <table className="sy-insights-weeks">
            <thead>
              <tr>
                <th scope="col">{writer.say('week')}</th>
                <th scope="col">{writer.say(unit === 'session' ? 'sessions' : 'visitors')}</th>
                {Array.from({ length: Math.max(0, ages - 1) }, (_, at) => at + 1).map((age) => (
                  <th key={age} scope="col">
                    <span aria-hidden="true">{writer.later(age)}</span>
                    <span className="sy-visually-hidden">{writer.say('age', { count: age })}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map((cohort) => {
                const [first, ...later] = cohort.slice(0, ages);
                return (
                  <tr key={first?.cohort}>
                    <th scope="row">{writer.week(first?.start ?? 0)}</th>
                    <td>{writer.count(first?.n ?? 0)}</td>
                    {later.map((cell) => renderCell(writer, cell, most))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      </>
    ),
  });
}

const isFew = ({ warnings }: RetentionCell) => warnings.includes('TOO_FEW');
const isRunning = ({ warnings }: RetentionCell) => warnings.includes('INCOMPLETE_PERIOD');

function renderCell(writer: Writer, cell: RetentionCell, most: number): JSX.Element {
  const few = isFew(cell);
  return (
    <td
      key={cell.age}
      className="sy-insights-cell"
      data-few={few ? '' : undefined}
      data-running={isRunning(cell) ? '' : undefined}
    >
      {!few && <Tone share={cell.estimate / most} />}
      <span>
        {few
          ? writer.say('fraction', { k: writer.count(cell.k), n: writer.count(cell.n) })
          : writer.share(cell.estimate)}
      </span>
    </td>
  );
}
