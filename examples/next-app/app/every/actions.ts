'use server';

import { count, keepAnswer } from './every';
import { order } from './every-definitions';

/** Takes every answer that comes as a form, with JavaScript and without. */
export async function keep(form: FormData) {
  return keepAnswer(form);
}

/** A subscription was made, or given up. */
export async function keepPush(allowed: boolean) {
  return allowed ? count() : ({ status: 'ok' } as const);
}

/** The visitor agreed to a total. An order for another one is refused. */
export async function keepOrder(total: number | undefined) {
  return total === order.total.amount ? count() : ({ status: 'invalid' } as const);
}
