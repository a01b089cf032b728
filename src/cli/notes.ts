import type { Counts } from '../insights/counts.ts';
import type { ExperimentReading } from '../insights/findings/experiments.ts';
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

/** No event is older than the kit. */
const oldest = Date.UTC(2020);

/** Of what is said in lines, those that are named, and how many more. */
const listOf = (lines: readonly string[], count: number) =>
  [...lines.slice(0, shown), ...(count > shown ? [`and ${count - shown} more`] : [])]
    .map((line) => `\n  ${line}`)
    .join('');

/** What strikes the eye while events are read, to be told once they are. */
export function createNotes() {
  const lines: string[] = [];
  let leftOut = 0;
  let later = 0;
  let early = 0;
  const damaged: string[] = [];
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
    breakOff({ name }: Source, problem: string): void {
      damaged.push(`${name}: ${problem}`);
    },
    /** Whether all that was named could be read. */
    isWhole: () => damaged.length === 0,
    see({ kind, ask, ladder, time, occurred_at = time }: StoredEvent): void {
      if (occurred_at < oldest) early++;
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
      if (leftOut > 0) said.push(`${leftOut} left out, the rest was read:${listOf(lines, leftOut)}`);
      if (damaged.length > 0)
        said.push(`${damaged.length} read only in part:${listOf(damaged, damaged.length)}`);
      if (counts && counts.units > 0 && counts.from < oldest)
        said.push(
          `${early} are from before 2020, so that the report begins at ${new Date(counts.from).toISOString().slice(0, 10)}: a clock is wrong.`,
        );
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

/** Of which experiments there are weights for nothing: with a name that was mistyped, variants are read as of equal shares. */
export function tellWeights({ variants }: Counts, { weights = {} }: ExperimentReading): string[] {
  const known = new Set(variants.map(({ experiment }) => experiment));
  const unknown = Object.keys(weights).filter((experiment) => !known.has(experiment));
  const those =
    known.size > 0 ? `Those of the events are ${[...known].join(', ')}.` : 'The events have none.';
  return unknown.length > 0
    ? [`--weights has ${unknown.join(', ')}, and no event is of that experiment. ${those}`]
    : [];
}
