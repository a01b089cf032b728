import type { Writable } from 'node:stream';
import { analyze } from '../insights/analyze.ts';
import { count, leeway } from '../insights/count.ts';
import type { InsightsOptions } from '../insights/question.ts';
import { failure } from '../internal/messages.ts';
import { type ReportArguments, readArguments } from './arguments.ts';
import { asciiJson, plain } from './ascii.ts';
import { chooseSteps } from './choose-steps.ts';
import { help } from './help.ts';
import { createNotes, tellWeights } from './notes.ts';
import { createProgress, type Progress } from './progress.ts';
import { findSources, readSources, type Source } from './sources.ts';
import { listen, write } from './write.ts';

/** Where a command reads and writes: `process`, or what a test puts in its place. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Runs a command. Gives the exit code: 0 done, 1 could not be done, 2 not understood. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  listen(io.stdout, io.stderr);
  const progress = createProgress(io.stderr);
  try {
    const asked = await readArguments(args);
    const { text, isWhole } =
      asked === 'help' ? { text: help, isWhole: true } : await report(asked, io, progress);
    await write(io.stdout, text);
    return isWhole ? 0 : 1;
  } catch (error) {
    progress.end();
    const text = error instanceof Error ? error.message : String(error);
    io.stderr.write(`${plain(text)}\n`);
    return /SY-1631\b|SY-160\d\b/.test(text) ? 2 : 1;
  }
}

/** The page, or the figures, as text, and whether all that was named is in it. */
async function report(
  asked: ReportArguments,
  io: Io,
  progress: Progress,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  // Before the reading, which may take long.
  const page = asked.json ? undefined : await loadPage();
  const sources = await findSources(asked.files, io.stdin);
  const { question, about } = await complete(asked, sources, io, progress);
  const notes = createNotes();
  async function* events() {
    for await (const event of readSources(sources, progress, notes)) {
      notes.see(event);
      yield event;
    }
  }
  const counts = await count(events(), { ...question, onProblem: notes.leaveOutLater });
  progress.end();
  say(io, [...notes.tell(counts, asked.question.now), ...tellWeights(counts, asked.reading), ...about]);
  if (counts.units === 0) throw failure(1633, namesOf(sources));
  const insights = analyze(counts, { ...asked.reading, onLadder: notes.onLadder(counts) });
  const text = page ? await page.renderPage(insights, asked) : `${asciiJson(JSON.stringify(insights))}\n`;
  return { text, isWhole: notes.isWhole() };
}

const say = ({ stderr }: Io, notes: readonly string[]) => {
  for (const note of notes) stderr.write(`${plain(note)}\n`);
};

/** The question with what nobody said, and a word on that. */
async function complete(
  { question, json }: ReportArguments,
  sources: readonly Source[],
  io: Io,
  progress: Progress,
): Promise<{ question: InsightsOptions; about: readonly string[] }> {
  const { goal, steps, now = Date.now() } = question;
  const once = sources.find(({ isOnce }) => isOnce);
  if (goal && (steps || once)) return { question: { ...question, goal }, about: [] };
  // What is read once cannot be looked through first.
  if (once) throw failure(1631, `${once.name} is read once, so --goal is needed`);
  const notes = createNotes();
  let isSome = false;
  async function* events() {
    for await (const event of readSources(sources, progress, notes))
      if ((event.occurred_at ?? event.time) > now + leeway) notes.leaveOutLater();
      else {
        isSome = true;
        yield event;
      }
  }
  const chosen = await chooseSteps(events(), goal);
  if (!chosen) {
    if (goal) return { question: { ...question, goal }, about: [] };
    progress.end();
    say(io, notes.tell(undefined, question.now));
    throw failure(isSome ? 1636 : 1633, namesOf(sources));
  }
  const about = [
    chosen.aboutGoal,
    ...(steps ? [] : chosen.aboutSteps),
    `Name others with ${[...(goal ? [] : ['--goal']), ...(steps ? [] : ['--steps'])].join(' and ')}.`,
  ];
  return {
    question: { ...question, goal: goal ?? chosen.goal, steps: steps ?? chosen.steps },
    about: json ? [] : about,
  };
}

const namesOf = (sources: readonly Source[]) =>
  sources.length > 2
    ? `${sources[0]?.name} and ${sources.length - 1} more files`
    : sources.map(({ name }) => name).join(' and ');

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
