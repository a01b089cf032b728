import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ExperimentReading } from '../insights/findings/experiments.ts';
import type { InsightsOptions } from '../insights/question.ts';
import { failure } from '../internal/messages.ts';

/** What `smallyes report` was asked. */
export interface ReportArguments {
  /** Files of events, or folders of such; `-`, then alone, is standard input. */
  readonly files: readonly string[];
  readonly question: Partial<InsightsOptions>;
  readonly names: Readonly<Record<string, string>>;
  /** Undefined: as its language calls a report. */
  readonly title: string | undefined;
  readonly locale: string;
  /** ISO 4217; undefined: bare figures. */
  readonly currency: string | undefined;
  /** How experiments are read. */
  readonly reading: ExperimentReading;
  readonly json: boolean;
}

const options = {
  goal: { type: 'string' },
  steps: { type: 'string' },
  window: { type: 'string' },
  unit: { type: 'string' },
  by: { type: 'string' },
  exposure: { type: 'string' },
  landmark: { type: 'string' },
  derived: { type: 'string' },
  micro: { type: 'string' },
  until: { type: 'string' },
  looks: { type: 'string' },
  planned: { type: 'string' },
  weights: { type: 'string' },
  names: { type: 'string' },
  title: { type: 'string' },
  locale: { type: 'string' },
  currency: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments. What cannot be meant throws SY-1631; what the question itself refuses, `count` says. */
export async function readArguments(args: readonly string[]): Promise<ReportArguments | 'help'> {
  const { values, positionals } = parse(args);
  const [command, ...files] = positionals;
  if (values.help || command === 'help' || args.length === 0) return 'help';
  if (command !== 'report') throw failure(1631, `there is no command "${command}"`);
  if (files.length === 0 || (files.includes('-') && files.length > 1))
    throw failure(1631, 'report takes files, or folders of them, or - alone for standard input');
  const { looks = 'any', locale = 'en', currency, title, json = false } = values;
  if (looks !== 'any' && looks !== 'once') throw failure(1631, '--looks is "any" or "once"');
  if (!isTag(locale)) throw failure(1631, `--locale is "${locale}", which is no language tag such as de-AT`);
  const list = (text: string | undefined) => text?.split(',').map((one) => one.trim());
  const question = {
    goal: values.goal,
    steps: list(values.steps),
    window: values.window,
    unit: values.unit,
    by: values.by,
    exposure: values.exposure,
    landmark: values.landmark === undefined ? undefined : Number(values.landmark),
    derived: list(values.derived),
    micro: values.micro,
    now: values.until === undefined ? undefined : endOf(values.until),
  };
  const given = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
  const planned = values.planned === undefined ? undefined : Number(values.planned);
  if (planned !== undefined && !(planned > 0 && planned < Infinity))
    throw failure(1631, '--planned is how many people an experiment is for, such as 10000');
  const names = await readNames(values.names);
  const reading: ExperimentReading = { looks, planned, weights: await readWeights(values.weights) };
  return { files, question: given, reading, locale, currency, title, json, names };
}

function isTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw failure(1631, (error as Error).message.replace(/\.? To specify a positional.*$/s, ''));
  }
}

/** A moment, or the end of a day, UTC. */
function endOf(text: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = Date.parse(day ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(time)) throw failure(1631, `--until is "${text}", which is no date such as 2026-03-31`);
  return time;
}

type Texts = Readonly<Record<string, string>>;
type Weights = NonNullable<ExperimentReading['weights']>;

async function readNames(file: string | undefined): Promise<Texts> {
  if (file === undefined) return {};
  const names = await readJson(file);
  if (!isObjectOf(names, (name) => typeof name === 'string'))
    throw failure(1632, file, 'it is no object of names');
  return names as Texts;
}

async function readWeights(file: string | undefined): Promise<Weights | undefined> {
  if (file === undefined) return undefined;
  const weights = await readJson(file);
  // As `defineExperiment` takes them. The reading would pass over any other, and take the variants for equal.
  const isWeight = (weight: unknown) => typeof weight === 'number' && weight > 0 && weight < Infinity;
  if (!isObjectOf(weights, (one) => isObjectOf(one, isWeight)))
    throw failure(1632, file, 'it is no object of weights above 0 by experiment and variant');
  return weights as Weights;
}

async function readJson(file: string): Promise<unknown> {
  try {
    // Editors of Windows begin a file with a byte order mark.
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw failure(1632, file, (error as NodeJS.ErrnoException).code ?? 'it is no JSON');
  }
}

const isObjectOf = (given: unknown, fits: (one: unknown) => boolean): boolean =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && Object.values(given).every(fits);
