import { afterEach, beforeEach } from 'vitest';

const methods = ['debug', 'error', 'info', 'log', 'warn'] as const;

export type ConsoleMethod = (typeof methods)[number];

interface Call {
  readonly method: ConsoleMethod;
  readonly text: string;
}

let calls: Call[] = [];
let expected: { readonly method: ConsoleMethod; readonly text: RegExp | string }[] = [];

/**
 * Says that the running test makes this output, before or after it happens. The test fails when it does not come, and
 * when anything else reaches the console.
 */
export function expectConsole(method: ConsoleMethod, text: RegExp | string): void {
  expected.push({ method, text });
}

/** What reached the console so far in the running test, as `method: text`. */
export function consoleOutput(): readonly string[] {
  return calls.map(({ method, text }) => `${method}: ${text}`);
}

/** Called once by a project's set-up file. */
export function failOnConsole(): void {
  const originals = new Map<ConsoleMethod, (...args: unknown[]) => void>();

  beforeEach(() => {
    calls = [];
    expected = [];
    for (const method of methods) {
      originals.set(method, console[method]);
      console[method] = (...args: unknown[]) => {
        calls.push({ method, text: toText(args) });
      };
    }
  });

  afterEach(() => {
    for (const [method, original] of originals) console[method] = original;
    const unexpected = calls.filter((call) => !expected.some((each) => matches(each, call)));
    const missing = expected.filter((each) => !calls.some((call) => matches(each, call)));
    const lines = [
      ...unexpected.map(({ method, text }) => `Unexpected console.${method}: ${text}`),
      ...missing.map(({ method, text }) => `Expected console.${method} did not come: ${text}`),
    ];
    if (lines.length > 0) throw new Error(lines.join('\n'));
  });
}

function matches(each: (typeof expected)[number], call: Call): boolean {
  if (each.method !== call.method) return false;
  return typeof each.text === 'string' ? call.text.includes(each.text) : each.text.test(call.text);
}

/** As the console prints it: `%s` and its kin filled in, errors by their message. */
function toText([first, ...rest]: unknown[]): string {
  let text = show(first);
  if (typeof first === 'string') {
    text = first.replace(/%[sdifoOc]/g, (code) => {
      if (rest.length === 0) return code;
      const value = rest.shift();
      return code === '%c' ? '' : show(value);
    });
  }
  return [text, ...rest.map(show)].join(' ');
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
