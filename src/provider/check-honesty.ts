import type { Grade, Kind } from '../events/index.ts';
import { askName } from '../internal/ask-name.ts';
import { tell } from '../internal/messages.ts';
import type { Ask, AskConfig } from './ask.ts';

/*
 * What a developer is told of an ask that is not fair to its visitors. For development: each call stands behind
 * `process.env.NODE_ENV !== 'production'`. It looks at the page instead of at props, so that it does not matter how a form
 * got its fields: as data, as elements, or from a schema.
 */

/**
 * How many fields an ask of each grade may show: in one step, and on the way through all of them. Ours, not a law of
 * nature; the guide "Ladders" says what is known of the length of forms, and how little that is.
 */
const budgets: Readonly<Record<Grade, { readonly step: number; readonly all: number }>> = {
  1: { step: 1, all: 1 },
  2: { step: 3, all: 3 },
  3: { step: 5, all: 12 },
};

const sizes: Readonly<Record<Grade, string>> = { 1: 'weak', 2: 'medium', 3: 'strong' };

/** What every form of the kit brings along; see `form/form-names.ts`, which this folder may not use. */
const trapName = 'sy-leave-empty';

/** What a lone box with such a name, or such words, is about. */
const consentWords =
  /consent|opt.?in|agree|accept|newsletter|marketing|subscri|promotion|privacy|terms|gdpr|e-?mails? me|einwillig|zustimm|einverstanden|datenschutz|werbung/i;

const gains =
  'sav(e|ing)( money| time)?|money|discounts?|good deals|grow(ing|th)?|success|succeed(ing)?|win(ning)?|improv(e|ing)|stay alive|(more|better) (customers|sales|traffic|results|leads|money)';

/**
 * Ways to make somebody ashamed of a no, by what a button or link says. A few that cannot be meant well: most need an eye
 * that reads.
 */
const shaming: readonly RegExp[] = [
  /\bi (really )?(hate|despise) /i,
  new RegExp(`\\bi (don['’]t|do not) (want|need|like|care about) (to )?(${gains})\\b`, 'i'),
  new RegExp(`\\bi(['’]m| am) not (interested in|serious about|ready for) (${gains})\\b`, 'i'),
  // Whoever would rather pay by invoice is not meant.
  /^(no|nope)\b.*\bi(['’]d| would)? (rather|prefer|like|love|enjoy) (to )?(los(e|ing)|wast(e|ing)|miss(ing)? out|fail|bleed|struggl(e|ing)|overpay(ing)?|pay(ing)? (full|more|too)|(stay|remain)(ing)? (behind|broke|in the dark|invisible|limited|poor|small|stuck|uninformed))\b/i,
  /\bich (hasse|zahle lieber (mehr|voll|den vollen)|verschwende lieber|will (nicht|kein geld) (sparen|verdienen|gewinnen|wachsen))\b/i,
];

/** Fields of a form that the visitor has come past. */
const met = new WeakMap<Element, Set<Element>>();

const checks = new WeakMap<Ask, () => void>();

/** Notes how an ask is looked at, for parts of it that come later. */
export function noteCheck(ask: Ask, check: () => void): void {
  checks.set(ask, check);
}

/** Looks at an ask again: a part of it has come. */
export function checkAgain(ask: Ask): void {
  checks.get(ask)?.();
}

/** Tells of what an ask, as it stands on the page now, does that its visitors would not call fair. */
export function checkHonesty(config: AskConfig, element: Element | null): void {
  const { component, props, kinds, last } = config;
  const name = `${component} "${props.id}"`;
  const [first = ''] = Object.keys(kinds);
  const grade = gradeOf(props.grade) ?? gradeOf(kinds[(last ?? first) as Kind]) ?? 1;
  const { give, get } = props.exchange ?? {};
  const given = listOf(give);
  if (!listOf(get).length && (given.length || get?.length)) tell(1301, name, given.join(', ') || 'an answer');
  for (const part of partsOf(first.split('.')[0] ?? '', String(props.id), element)) {
    for (const button of within(part, 'button, [role=button], a')) checkWords(name, button);
    for (const form of within(part, 'form.sy-form')) checkForm(name, grade, form);
  }
}

function checkForm(name: string, grade: Grade, form: Element): void {
  const controls = within(form, 'input, select, textarea') as HTMLInputElement[];
  /** Buttons of one group, which are one question. */
  const groupOf = (one: HTMLInputElement) =>
    /radio|checkbox/.test(one.type) && one.name
      ? controls.filter((other) => other.name === one.name && other.type === one.type)
      : [one];
  const steps = new Map<Element, Set<Element>>();
  for (const control of controls) {
    const step = control.closest('.sy-step-form-step') ?? form;
    if (!isAsked(control, step)) continue;
    const [head = control, ...others] = groupOf(control);
    if (control.type === 'checkbox' && !others.length) {
      checkBox(name, control);
      continue;
    }
    if (grade === 1 && isPhone(control)) tell(1302, name);
    steps.set(step, (steps.get(step) ?? new Set()).add(head));
  }
  const { step: most, all } = budgets[grade];
  const past = met.get(form) ?? new Set();
  met.set(form, past);
  for (const [step, fields] of steps) {
    if (fields.size > most) {
      tell(1303, name, String(fields.size), 'at once', sizes[grade], String(most));
      return;
    }
    // Where a form branches, nobody meets all of its steps.
    if (step === form || (step as HTMLElement).dataset['current'] !== undefined)
      for (const one of fields) past.add(one);
  }
  // One that has gone back and taken another branch is not asked what was left out.
  const count = [...past].filter((one) => !one.matches(':disabled')).length;
  if (count > all) tell(1303, name, String(count), 'in all', sizes[grade], String(all));
}

/** A box to tick, alone: a consent, or a harmless setting. */
function checkBox(name: string, box: HTMLInputElement): void {
  const words = [...(box.labels ?? [])].map(({ textContent }) => textContent ?? '').join(' ');
  const isConsent =
    !!box.closest('.sy-choice[data-variant=plain]') || consentWords.test(`${box.name} ${words}`);
  if (box.defaultChecked && isConsent) tell(1305, name, box.name);
}

function checkWords(name: string, button: Element): void {
  const words = (button.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (shaming.some((pattern) => pattern.test(words))) tell(1306, name, words.slice(0, 80));
}

/** Whether the visitor has something to enter there. What only waits for its step counts as shown. */
function isAsked(control: HTMLInputElement, step: Element): boolean {
  const { name, readOnly } = control;
  if (name === askName || name === trapName || readOnly) return false;
  if (control.matches('[type=hidden], [type=submit], [type=button], [type=reset], [type=image], :disabled'))
    return false;
  // The page's own traps, and controls that stand behind others, are out of reach in one of these ways.
  if (control.matches('[aria-hidden=true], [tabindex="-1"]:not([type=radio]), .sy-form-challenge *'))
    return false;
  for (let one: Element | null = control; one && one !== step; one = one.parentElement) {
    const { display, visibility } = getComputedStyle(one);
    if (display === 'none' || visibility === 'hidden') return false;
  }
  return true;
}

function isPhone({ type, autocomplete }: HTMLInputElement): boolean {
  return type === 'tel' || /(^|\s)tel(-|\s|$)/.test(autocomplete);
}

/** The elements of an ask: its root, and whatever of it stands elsewhere, as a dialog does. */
function partsOf(folder: string, id: string, element: Element | null): ReadonlySet<Element> {
  const parts = new Set<Element>(element ? [element] : []);
  for (const mark of document.querySelectorAll<HTMLInputElement>(`input[name="${askName}"]`)) {
    const part = mark.closest<HTMLElement>('[data-sy-ask]');
    if (part && part.dataset['syAsk'] === folder && mark.value === id) parts.add(part);
  }
  return parts;
}

/** What stands in a part and in no other ask inside it. */
function within(part: Element, selector: string): Element[] {
  return [...part.querySelectorAll(selector)].filter((one) => {
    const nearest = one.closest('[data-sy-ask], .sy-next');
    return !nearest || nearest === part || !part.contains(nearest);
  });
}

/** Words that say something. */
function listOf(words: unknown): string[] {
  return Array.isArray(words) ? words.filter((one) => typeof one === 'string' && one.trim()) : [];
}

function gradeOf(grade: unknown): Grade | undefined {
  return grade === 1 || grade === 2 || grade === 3 ? grade : undefined;
}
