/** One call of a product's client, by where it was called and with what. */
export interface RecordedCall {
  readonly path: string;
  readonly args: readonly unknown[];
}

/**
 * Stands in for any product's client: a function that is also an object with every method, at any depth. Writes down what it is
 * handed, and answers nothing.
 */
export function createRecorder<Client>(path: string, calls: RecordedCall[]): Client {
  return new Proxy(() => {}, {
    // Neither a promise nor an iterator, whoever asks.
    get: (_, key) =>
      typeof key === 'symbol' || key === 'then' ? undefined : createRecorder(`${path}.${key}`, calls),
    apply(_, __, args: unknown[]) {
      // A question without arguments hands nothing over.
      if (args.length > 0) calls.push({ path, args });
    },
  }) as Client;
}

/** A text of JSON, to be shown as the value that it was made of. */
export class JsonText {
  readonly value: unknown;

  constructor(text: string) {
    this.value = JSON.parse(text);
  }
}

const width = 76;

/** Calls as the code that makes them. */
export function codeOf(calls: readonly RecordedCall[]): string {
  return calls
    .map(({ path, args }) => {
      const line = `${path}(${args.map((arg) => literal(arg)).join(', ')});`;
      // Too long for a line: objects are opened, but for small ones behind others.
      return line.length <= width
        ? line
        : `${path}(${args.map((arg) => literal(arg, '', width / 2)).join(', ')});`;
    })
    .join('\n');
}

/** A value as code: on one line without `indent`, else with objects opened that take more than `room`. */
function literal(value: unknown, indent?: string, room = width - 8): string {
  if (value instanceof JsonText) return `JSON.stringify(${literal(value.value, indent, room)})`;
  if (value instanceof Date) return `new Date('${value.toISOString()}')`;
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent, room)).join(', ')}]`;
  const deeper = indent === undefined ? undefined : `${indent}  `;
  const inner = Object.entries(value).map(
    ([key, part]) => `${/^[\w$]+$/.test(key) ? key : literal(key)}: ${literal(part, deeper)}`,
  );
  if (inner.length === 0) return '{}';
  const short = `{ ${inner.join(', ')} }`;
  if (indent === undefined || (short.length <= room - indent.length && !short.includes('\n'))) return short;
  return `{\n${inner.map((part) => `${deeper}${part},\n`).join('')}${indent}}`;
}
