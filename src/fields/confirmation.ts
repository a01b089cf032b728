import type { ConfirmationBox } from './use-confirmation.ts';

// What only a confirmation needs: it comes with the page behind the link, or while a mail is on its way.

/** What a browser remembers of a sign-up, so that a later page can confirm it: no address, nothing that was typed. */
export interface SignUpNote {
  /** The attempt that the yes belongs to. */
  readonly attempt: string;
  /** That attempt was confirmed here: a reload of the page that said so is no second time. */
  readonly isConfirmed?: boolean | undefined;
}

/** Storage may hold anything: another version's note, or somebody else's. */
export function readNote(text: string | null): SignUpNote | undefined {
  try {
    const { v, attempt, isConfirmed } = JSON.parse(text || '{}') as Partial<SignUpNote> & { v?: unknown };
    if (v !== 1 || !isAttempt(attempt)) return undefined;
    return { attempt, isConfirmed: isConfirmed === true };
  } catch {
    return undefined;
  }
}

/** Whether a text can be an attempt's id. What a page's address says may be anything. */
export function isAttempt(text: unknown): text is string {
  return (
    typeof text === 'string' && /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(text)
  );
}

/** Records that a sign-up is confirmed, once. `attempt`: which it was, where the page knows. Returns whether anybody knows. */
export function record(box: ConfirmationBox, attempt?: string): boolean {
  const { ask, kind } = box.config();
  if (!ask.standing(kind) || (attempt && attempt !== ask.attempt().id)) {
    const which = attempt ?? noted(box)?.attempt;
    if (which) ask.resume(which, kind);
    else box.config().tellUnknown();
  }
  const isKnown = ask.standing(kind) !== undefined;
  if (isKnown && !isNoted(box)) {
    ask.record('confirmed');
    box.keep(true);
  }
  return isKnown;
}

/** Looks at what the page and its address say, and at what another tab has left. */
export function look(box: ConfirmationBox): void {
  const { isPending, show, goOn } = box.config();
  const word = box.word();
  // Once; but where nobody knew the sign-up, again when the visitor allows the memory that does.
  if (word && (!box.said || (box.said === 'shown' && noted(box)))) {
    // First of all: what is recorded is heard here as well.
    box.said = 'done';
    if (!record(box, isAttempt(word) ? word : undefined)) box.said = 'shown';
  } else if (!isPending || !isNoted(box)) return;
  show(false);
  goOn?.();
}

// As another tab may have left it, else as this page knows it.
function noted({ key, memory }: ConfirmationBox): SignUpNote | undefined {
  return key ? (readNote(memory.stored(key)) ?? readNote(memory.get(key))) : undefined;
}

function isNoted(box: ConfirmationBox): boolean {
  const note = noted(box);
  return !!note?.isConfirmed && note.attempt === box.config().ask.attempt().id;
}
