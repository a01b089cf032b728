import { calculate } from 'smallyes/calculator/calculate';
import { readForm } from 'smallyes/form';
import { scoreQuiz } from 'smallyes/quiz/define';
import { createLadderMemory } from 'smallyes/server';
import { firstStep, latePrice } from './every-definitions';

export const memory = createLadderMemory();

type Reader = (form: FormData) => boolean | Promise<boolean>;

const has =
  (...names: string[]): Reader =>
  (form) =>
    names.some((name) => form.has(name));
const hasEmail: Reader = async (form) =>
  (await readForm({ fields: [{ type: 'email', name: 'email', required: true }] }, form)).ok;

/** What makes an answer, by the id of its ask. */
const readers: Readonly<Record<string, Reader>> = {
  'next-nod': has('react', 'withdraw'),
  'next-letter': hasEmail,
  nod: has('react', 'withdraw'),
  'first-step': (form) => scoreQuiz(firstStep, form).ok,
  'late-price': (form) => calculate(latePrice, form).status === 'ready',
  cart: has('add', 'remove'),
  comment: has('comment'),
  review: has('rating'),
  week: has('done', 'undo'),
  letter: hasEmail,
  podcast: hasEmail,
  webinar: hasEmail,
  account: hasEmail,
  push: has('answer'),
  call: has('phone', 'email'),
  order: has('step', 'answer'),
};

/** A real site keeps what it is sent; this one counts it, until it restarts. */
let kept = 0;

export function countKept(): number {
  return kept;
}

/** Takes an answer to an ask of the page "Every ask". A script sends an `answer`, a plain form its fields. */
export async function keep(form: FormData) {
  const ask = String(form.get('sy-ask'));
  const read = Object.hasOwn(readers, ask) ? readers[ask] : undefined;
  if (!read || !(form.has('answer') || (await read(form)))) return { status: 'invalid' } as const;
  kept += 1;
  return { status: 'ok', order: `P-${kept}` } as const;
}
