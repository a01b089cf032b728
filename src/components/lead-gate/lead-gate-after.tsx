'use client';
import type { MouseEvent, ReactNode } from 'react';
import type { GateNote } from './lead-gate-note.ts';
import type { AnyGateProps } from './lead-gate-props.ts';

export { MailedPart } from '../../fields/mailed-part.tsx';
export { createSubmission } from '../../internal/submission.ts';

// What nobody needs before the visitor turns to a gate. It comes with the first key, or with a grant to open it with.

/** How long a silent server is waited for, in milliseconds. */
const patience = 30_000;

/** What came of opening a gate. */
export type Opening = 'refused' | { readonly content: ReactNode } | { readonly error: unknown };

/**
 * Looks whether a remembered grant is over, then brings what it opens. `hear` is told once; what comes after the time is
 * up, or after the returned function was called, is not heard.
 */
export function openGate(
  how: {
    readonly grant: string | undefined;
    readonly note: GateNote | undefined;
    readonly days: number;
    readonly load: AnyGateProps['load'];
  },
  hear: (end: Opening) => void,
): () => void {
  const { grant, note, days, load } = how;
  const abort = new AbortController();
  const timer = setTimeout(() => settle({ error: new Error(`nothing within ${patience} ms`) }), patience);
  let isOver = false;
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
  };
  const settle = (end: Opening) => {
    if (isOver) return;
    stop();
    hear(end);
    if (end !== 'refused' && 'error' in end) abort.abort(end.error);
  };
  if (note && isPast(note, days)) settle('refused');
  else if (!load) settle({ content: undefined });
  // An async function, so that a loader that throws rejects.
  else
    (async () => load(grant, { signal: abort.signal }))().then(
      (content) =>
        settle(
          content === undefined || content === null || content === false
            ? { error: new Error('it brought nothing to show') }
            : { content },
        ),
      (error: unknown) => settle(isRefusal(error) ? 'refused' : { error }),
    );
  return () => {
    stop();
    abort.abort();
  };
}

/** The days are over, or the grant itself. */
function isPast({ at, grant }: GateNote, days: number): boolean {
  return Date.now() > at + days * 86_400_000 || hasEnded(grant);
}

/** A grant of `createGate` says when it ends, in seconds in base 36. */
function hasEnded(grant: string | undefined): boolean {
  const end = /^1\.[\w-]+\.[\w-]+\.[\da-z]+\.([\da-z]{1,9})\./.exec(grant ?? '')?.[1];
  return end !== undefined && Date.now() >= Number.parseInt(end, 36) * 1_000;
}

/** What a server says no with: a response, or an error that carries its status. */
function isRefusal(error: unknown): boolean {
  const { status } = (error ?? {}) as { status?: unknown };
  return status === 401 || status === 403 || status === 404 || status === 410;
}

let isAsking = false;

/**
 * A click on a link whose grant the visitor did not get on this page, or which has ended since: asks the server first whether it
 * still opens something, so that a visitor is not led to a refusal. Other sites cannot be asked; they, and clicks with a modifier,
 * go their own way.
 */
export function followLink(
  event: MouseEvent<HTMLAnchorElement>,
  { grant, isOwn }: { readonly grant?: string | undefined; readonly isOwn?: boolean | undefined },
  on: { refused(): void; proven(): void },
): void {
  if (isOwn && !hasEnded(grant)) return;
  const { href, origin } = event.currentTarget;
  const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (event.defaultPrevented || !isPlain || origin !== location.origin) return;
  event.preventDefault();
  if (isAsking) return;
  isAsking = true;
  const go = () => {
    isAsking = false;
    location.assign(href);
  };
  fetch(href, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5_000) }).then((answer) => {
    if (isRefusal(answer)) {
      isAsking = false;
      return on.refused();
    }
    if (answer.ok || answer.type === 'opaqueredirect') on.proven();
    return go();
  }, go);
}
