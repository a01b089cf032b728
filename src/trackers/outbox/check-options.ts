import type { Purpose } from '../../events/index.ts';
import { phases } from '../../events/well-formed.ts';
import { show } from '../../internal/messages.ts';
import { nearest } from '../../internal/nearest.ts';
import { problemWithHeaders } from './hints.ts';
import type { HttpBatchOptions, HttpTrackerOptions } from './options.ts';

const purposes: readonly unknown[] = ['analytics', 'advertising', 'functional'] satisfies Purpose[];
const credentials: readonly unknown[] = ['omit', 'same-origin', 'include'] satisfies RequestCredentials[];

/** What an option may be, and whether it is that. */
type Check = readonly [what: string, isFit: (value: unknown) => boolean];
const isFunction: Check = ['a function', (value) => typeof value === 'function'];
const isNumber = (least: number, most: number): Check => [
  `a number from ${least} to ${most}`,
  (value) => typeof value === 'number' && value >= least && value <= most,
];
const isOneOf = (known: readonly unknown[]): Check => [
  known.map(show).join(' or '),
  (value) => known.includes(value),
];
/** What is said of it elsewhere, in words of its own. */
const isAny: Check = ['', () => true];

const checks: Record<keyof HttpTrackerOptions, Check> = {
  url: isAny,
  name: ['a text', (value) => typeof value === 'string'],
  purpose: isOneOf(purposes),
  phases: ["'all' or a list of phases", (value) => value === 'all' || Array.isArray(value)],
  persist: ['true or false', (value) => typeof value === 'boolean'],
  batch: ['{ size } or { delay }', (value) => isObject(value)],
  capacity: isNumber(1, 100_000),
  timeout: isNumber(1, 300_000),
  credentials: isOneOf(credentials),
  headers: isAny,
  fetch: isFunction,
  onStats: isFunction,
};
const batchChecks: Record<keyof HttpBatchOptions, Check> = {
  size: isNumber(1, 100),
  delay: isNumber(0, 600_000),
};

/** Why options cannot be meant, for the developer: call it behind `process.env.NODE_ENV !== 'production'`. */
export function problemsWith(options: unknown): string[] {
  if (!isObject(options)) return [`it got ${show(options)} instead of { url }`];
  const { url, batch, phases: wanted, headers } = options;
  const problems: string[] = [];
  const scheme = typeof url === 'string' ? /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] : undefined;
  if (typeof url !== 'string' || !url || (scheme && !/^https?$/i.test(scheme)))
    problems.push(`url is "${url}"`);
  // Not quoted: a password has no place in a console.
  else if (/^\s*(https?:)?[\\/]{2}[^\\/?#]*@/i.test(url))
    problems.push('url has a user name or a password, with which browsers send nothing');
  problems.push(...compare(options, checks));
  if (isObject(batch)) problems.push(...compare(batch, batchChecks, 'batch.'));
  if (Array.isArray(wanted))
    for (const one of wanted) if (!phases.includes(one)) problems.push(`phases has ${show(one)}`);
  const problem = typeof headers === 'function' ? undefined : problemWithHeaders(headers);
  return problem ? [...problems, problem] : problems;
}

function compare(given: Fields, known: Readonly<Record<string, Check>>, path = ''): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!Object.hasOwn(known, name)) {
      const near = nearest(name, Object.keys(known));
      const hint = near ? `. If "${path}${near}" is meant, write it so` : '';
      return [`there is no option "${path}${name}"${hint}`];
    }
    const [what, isFit] = known[name] ?? isAny;
    if (value === undefined || isFit(value)) return [];
    // JSON has no NaN.
    const shown = typeof value === 'number' ? value : show(value);
    return [`${path}${name} is ${shown}, not ${what}`];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
