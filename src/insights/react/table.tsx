import type { JSX, ReactNode } from 'react';
import type { Rate } from '../insights.ts';
import type { Writer } from './write.ts';

/** A figure of a row, and a smaller one below it. */
export interface Cell {
  readonly main: ReactNode;
  readonly note?: ReactNode;
  /** Not to be read. */
  readonly isFew?: boolean;
}

export interface Row {
  readonly name: ReactNode;
  /** Below the name. */
  readonly notes?: readonly string[];
  /** Below these, where the way breaks. */
  readonly flags?: readonly string[];
  readonly drawing?: ReactNode;
  readonly cells: readonly Cell[];
  readonly isFew?: boolean;
}

export interface Head {
  readonly words: string;
  /** Figures without an interval take less room. */
  readonly isNarrow?: boolean;
}

export interface TableContent {
  /** Of the table, for those who hear it. */
  readonly label: string;
  /** Heads of the columns, the first that of the names. */
  readonly head: readonly Head[];
  readonly rows: readonly Row[];
  /** An axis below the drawings. */
  readonly axis?: ReactNode;
  /** Where drawings stand when there is room: beside the names, or below them when names are long. */
  readonly drawn?: 'beside' | 'below';
}

// On a phone rows are blocks, and some browsers then forget that this is a table. Said once more, it stays one.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  name: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/**
 * A table whose rows are drawn: the drawing stands in the row that says the same in figures, so that nobody has to choose between
 * the two. With little room each row is a block and each figure says by itself what it is; nothing scrolls aside.
 */
export function renderTable({ label, head, rows, axis, drawn = 'beside' }: TableContent): JSX.Element {
  return (
    <table {...roles.table} className="sy-insights-table" data-drawn={drawn} aria-label={label}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {head.map(({ words, isNarrow }, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
            <th {...roles.head} key={column} scope="col" data-narrow={isNarrow ? '' : undefined}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map(({ name, notes = [], flags = [], drawing, cells, isFew }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names come from files and may repeat; nothing moves
          <tr {...roles.row} key={at} data-few={isFew ? '' : undefined}>
            <th {...roles.name} scope="row">
              <div className="sy-insights-name">
                <span>{name}</span>
                {notes.map((note, order) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <small key={order}>{note}</small>
                ))}
                {flags.map((flag, order) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <small key={order} data-flag="">
                    {flag}
                  </small>
                ))}
              </div>
              {drawing}
            </th>
            {cells.map(({ main, note, isFew: isCellFew }, column) => (
              <td
                {...roles.cell}
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
                key={column}
                data-few={isCellFew ? '' : undefined}
                data-label={head[column + 1]?.words}
              >
                <span>{main}</span>
                {note && <small>{note}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {axis && (
        <tfoot aria-hidden="true">
          <tr>
            <td>{axis}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** A share with its interval, or in grey the bare counts where there are too few. */
export function rateCell(writer: Writer, rate: Rate): Cell {
  if (rate.warnings.includes('TOO_FEW')) {
    const values = { k: writer.count(rate.k), n: writer.count(rate.n) };
    return { main: writer.say('fraction', values), note: writer.say('tooFew'), isFew: true };
  }
  return { main: writer.share(rate.estimate), note: writer.interval(rate, writer.share) };
}

/** Heads by their texts; those of the second list are narrow. */
export function headOf(
  writer: Writer,
  keys: readonly Parameters<Writer['say']>[0][],
  narrow: readonly Parameters<Writer['say']>[0][] = ['visitors', 'sessions', 'q'],
): Head[] {
  return keys.map((key) => ({ words: writer.say(key), isNarrow: narrow.includes(key) }));
}
