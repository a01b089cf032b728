import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { analyze } from '../insights/analyze.ts';
import { count } from '../insights/count.ts';
import type { Counts } from '../insights/counts.ts';
import type { InsightsOptions } from '../insights/question.ts';
import { readNdjson } from '../insights/read-ndjson.ts';
import { failure } from '../internal/messages.ts';
import { type ReportArguments, readArguments } from './arguments.ts';
import { type ChosenGoal, chooseGoal } from './choose-goal.ts';
import { help } from './help.ts';
import { createProgress, type Progress } from './progress.ts';

/** Where a command reads and writes: `process`, or what a test puts in its place. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Runs a command. Gives the exit code: 0 done, 1 could not be done, 2 not understood. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const asked = await readArguments(args);
    if (asked === 'help') {
      io.stdout.write(help);
      return 0;
    }
    await report(asked, io);
    return 0;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    io.stderr.write(`${text}\n`);
    return /SY-163[12]\b|SY-160\d\b/.test(text) ? 2 : 1;
  }
}

async function report(asked: ReportArguments, io: Io): Promise<void> {
  const progress = createProgress(io.stderr);
  const chosen = asked.question.goal ? undefined : await choose(asked.file, io, progress);
  const question = { ...chosen, ...asked.question } as InsightsOptions;
  const counts = await countFile(asked, question, io, progress);
  if (chosen && !asked.json) io.stderr.write(`${describe(chosen)}\n`);
  const insights = analyze(counts, { looks: asked.looks });
  if (asked.json) {
    io.stdout.write(`${JSON.stringify(insights)}\n`);
    return;
  }
  const { renderPage } = await loadPage();
  io.stdout.write(await renderPage(insights, asked));
}

const describe = ({ goal, steps }: ChosenGoal) =>
  `The goal is ${goal}, the largest yes in these events; steps: ${steps.join(', ')}. Name others with --goal and --steps.`;

async function choose(file: string, io: Io, progress: Progress): Promise<ChosenGoal> {
  // What is read once cannot be looked through first.
  if (file === '-') throw failure(1631, 'standard input is read once, so --goal is needed');
  const goal = await chooseGoal(readNdjson(await piecesOf(file, io, progress), { onProblem: () => {} }));
  if (!goal) throw failure(1633, file);
  return goal;
}

async function countFile(
  { file }: ReportArguments,
  question: InsightsOptions,
  io: Io,
  progress: Progress,
): Promise<Counts> {
  const problems = createProblemList(io);
  const events = readNdjson(await piecesOf(file, io, progress), { onProblem: problems.add });
  const counts = await count(events, { ...question, onProblem: problems.add });
  progress.end();
  problems.end();
  if (counts.units === 0) throw failure(1633, file);
  return counts;
}

/** The first lines that were left out, each with its number and reason, and how many in all. */
function createProblemList({ stderr }: Io) {
  const shown = 10;
  const lines: string[] = [];
  let many = 0;
  return {
    add: ({ line, reason, detail }: { line: number; reason: string; detail: string }) => {
      if (++many <= shown) lines.push(`line ${line}: ${reason}, ${detail}`);
    },
    end(): void {
      if (many === 0) return;
      const more = many > shown ? [`and ${many - shown} more`] : [];
      stderr.write(`${[`${many} left out, the rest was read:`, ...lines, ...more].join('\n  ')}\n`);
    },
  };
}

/** The file in pieces, telling how far the reading is. */
async function piecesOf(
  file: string,
  io: Io,
  progress: Progress,
): Promise<AsyncIterable<Uint8Array | string>> {
  if (file === '-') return watched(io.stdin, 0, progress);
  try {
    const handle = await open(file);
    const { size } = await handle.stat();
    return watched(handle.createReadStream({ highWaterMark: 1 << 18 }), size, progress);
  } catch (error) {
    throw failure(1632, file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

async function* watched(pieces: AsyncIterable<Uint8Array | string>, size: number, progress: Progress) {
  let read = 0;
  for await (const piece of pieces) {
    read += piece.length;
    progress.tell(read, size);
    yield piece;
  }
}

/** React is a peer of the kit, and this is the one place of the command line that needs it. */
async function loadPage(): Promise<typeof import('./report-page.tsx')> {
  try {
    return await import('./report-page.tsx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' && /'react/.test(String(error)))
      throw failure(1634);
    throw error;
  }
}
