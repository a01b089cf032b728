/**
 * Everything the kit says to developers, numbered. Each has a section in the guide "Messages". The texts
 * leave production bundles because every call stands behind `process.env.NODE_ENV !== 'production'`.
 */
export const messages = {
  101: (ask: string) =>
    `${ask} has no <CommitmentProvider> above it. Its own onCommit still runs, but no provider callback and no tracker hears of it. Wrap the page in <CommitmentProvider>.`,
  102: (component: string) =>
    `A ${component} has no id. Its events cannot be told apart from page to page. Give it a stable id, such as id="pricing-poll".`,
  103: (ask: string) =>
    `Two asks are mounted as ${ask}. They share one attempt, so a yes to one hides the yes to the other. Give each its own id, or the same id with different placement props.`,
  104: (ask: string, keys: string) =>
    `The event data of ${ask} was too large or not JSON; lost: ${keys}. Trackers get the rest. Keep data to 20 keys, two levels and 4 KB of plain values.`,
  105: (what: string, problem: string) =>
    `${what} failed: ${problem}. The page and the other callbacks go on. Handle it in the callback, or pass onError to <CommitmentProvider> to collect such failures.`,
  106: (tracker: string) =>
    `Two trackers are named "${tracker}". Only the first one gets events. Give each tracker its own name.`,
  107: (ask: string, grade: string) =>
    `${ask} has the grade ${grade}. Grades are 1 (weak), 2 (medium) and 3 (strong); it counts as 1. Pass grade={1}, {2} or {3}.`,
  108: (name: string, key: string) =>
    `The labels for ${name} have an unknown or ill-typed entry "${key}". The default text is shown. Compare it with the component's labels type.`,
  109: (part: string, root: string) =>
    `<${part}> stands outside <${root}>. It has nothing to act on and renders nothing. Move it inside <${root}>.`,
  110: (what: string, url: string) =>
    `${what} got the address "${url}", which is not http, https, mailto, tel or relative. It was left out, because such addresses can run code. Pass a plain link.`,
  111: (tracker: string) =>
    `The tracker "${tracker}" lost events that waited for consent. At most 100 events wait, for 30 minutes. Ask for consent earlier, or let onCommit keep what you need.`,
  112: (locale: string) =>
    `"${locale}" is no language tag. Numbers and plurals are written as in English. Pass a BCP 47 tag with hyphens, such as locale="de-DE".`,
  201: (id: string, problem: string) =>
    `Poll "${id}" has unusable options: ${problem}. It shows the usable ones. Pass at least two options with different values.`,
  202: (id: string, value: string) =>
    `Poll "${id}" was given the value ${value}, which is none of its options. It is treated as unanswered. Pass one of the option values, or undefined.`,
  203: (id: string, problem: string) =>
    `The results of poll "${id}" are unusable: ${problem}. The visitor sees thanks without figures. Let results() return { [option]: count } with counts of 0 or more.`,
  204: (id: string, problem: string) =>
    `The options of poll "${id}" cannot be shown together: ${problem}. It shows what it can. See the props of <Poll> for what goes with what.`,
  301: (id: string, max: string) =>
    `StarRating "${id}" has max={${max}}. It shows 5 symbols instead. Pass a whole number from 2 to 10.`,
  302: (id: string, value: string) =>
    `StarRating "${id}" was given the value ${value}, which is off its scale. It is treated as unrated. Pass a number from 1 to max, or null.`,
  303: (id: string, problem: string) =>
    `The summary of StarRating "${id}" is unusable: ${problem}. It shows no figures. Pass value, count and max as finite numbers with value between 0 and max.`,
  304: (problem: string) =>
    `The rating markup was left out: ${problem}. Search engines reject such markup. See the guide "Rating markup".`,
  401: (id: string, problem: string) =>
    `onSubmit of "${id}" did not succeed: ${problem}. The visitor keeps what was entered and can try again; a "failed" event went out. Let onSubmit return nothing, or one of the results in SubmitResult.`,
} as const;

/** The number of a developer message. */
export type MessageCode = keyof typeof messages;

type MessageArguments<C extends MessageCode> = Parameters<(typeof messages)[C]>;

interface Console {
  warn(text: string): void;
}

const said = new Set<string>();

/**
 * Tells the developer something, once per text. Call it behind `process.env.NODE_ENV !== 'production'`.
 */
export function tell<C extends MessageCode>(code: C, ...details: MessageArguments<C>): void {
  const text = (messages[code] as (...details: string[]) => string)(...details);
  if (said.has(text)) return;
  said.add(text);
  (globalThis as unknown as { console: Console }).console.warn(`[smallyes] SY-${code} ${text}`);
}

/** Lets every message be told again; for tests. */
export function forgetMessages(): void {
  said.clear();
}
