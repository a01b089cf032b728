import type { Counts } from '../insights/counts.ts';
import { tellMissing } from '../insights/missing.ts';
import { insightsLabels } from '../insights/react/report-english.ts';
import type { StoredEvent } from '../insights/read-ndjson.ts';
import type { ReadProblem } from '../insights/read-problem.ts';
import { formatLabel } from '../provider/labels.ts';
import type { Source } from './sources.ts';

const reasons: Readonly<Record<ReadProblem['reason'], string>> = {
  json: 'is no JSON',
  'too-long': 'is too long',
  version: 'is of a version that is not known',
  shape: 'is no event',
  future: 'lies in the future',
};

/** Lines that are named; beyond them only how many more. */
const shown = 10;

/** What strikes the eye while events are read, to be told once they are. */
export function createNotes() {
  const lines: string[] = [];
  let leftOut = 0;
  let later = 0;
  const asks = new Set<string>();
  const askKinds = new Set<string>();
  return {
    leaveOut({ line, reason, detail }: ReadProblem, { name }: Source): void {
      if (++leftOut > shown) return;
      // What no JSON lacks is plain.
      const expected = reason === 'json' ? '' : ` (${detail})`;
      lines.push(`${name}, line ${line} ${reasons[reason]}${expected}`);
    },
    /** Only what lies ahead is left out by the counting; all else was by the reading. */
    leaveOutLater(): void {
      later++;
    },
    see({ kind, ask, ladder }: StoredEvent): void {
      if (ladder && ladder.rung > 0) {
        asks.add(ask.id);
        askKinds.add(kind);
      }
    },
    /** Whom a ladder asked, as `analyze` wants it. */
    onLadder: ({ question }: Counts): string[] => [...(question.by === 'kind' ? askKinds : asks)],
    /** In sentences; without counts where it did not come to any. */
    tell(counts: Counts | undefined, until: number | undefined): string[] {
      const said: string[] = [];
      if (leftOut > 0) {
        const more = leftOut > shown ? [`and ${leftOut - shown} more`] : [];
        said.push([`${leftOut} left out, the rest was read:`, ...lines, ...more].join('\n  '));
      }
      if (later > 0)
        said.push(
          until === undefined
            ? `${later} lie in the future and were left out: a clock is wrong.`
            : `${later} are later than ${new Date(until).toISOString()} and were left out.`,
        );
      if (counts?.missing.length)
        said.push(formatLabel(insightsLabels.missing, 'en', tellMissing(counts, String)));
      return said;
    },
  };
}
