'use client';
import { catalogue } from '../../events/catalogue.ts';
import { useFormRoot } from '../../fields/use-form-root.ts';
import { tell } from '../../internal/messages.ts';
import { nearest } from '../../internal/nearest.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { givesNothing } from './lead-gate-fields.ts';
import { addressOf } from './lead-gate-parts.tsx';
import type { AnyGateProps } from './lead-gate-props.ts';
import type { useLeadGate } from './use-lead-gate.ts';

/**
 * The root element: gets `reset()`, and moves the focus to where the visitor's own doing has led: to what was unlocked, to
 * the words about the mail, back to the form. Never when the visitor is elsewhere by then.
 */
export function useGateRoot(
  gate: ReturnType<typeof useLeadGate>,
  props: AnyGateProps,
): (element: HTMLElement | null) => void {
  const { stage, isOwn } = gate.view;
  return useFormRoot(
    stage,
    isOwn && stage !== 'opening',
    (element) => {
      if (element) Object.assign(element, { reset: gate.form.reset });
      if (process.env.NODE_ENV !== 'production' && element) warn(element, props);
    },
    (root, isAsking) =>
      isAsking
        ? root.querySelector<HTMLElement>(
            'form.sy-form :is(input:not([type=hidden], [tabindex]), select, textarea)',
          )
        : (root.querySelector<HTMLElement>('[data-start]') ??
          root.querySelector<HTMLElement>('.sy-lead-gate-status')),
    'form.sy-form',
  );
}

/** What a developer may take for secure, or has forgotten. */
function warn(root: HTMLElement, props: AnyGateProps) {
  const { id, onSubmit, action, unlockBy, door, href, onKey, fallback } = props;
  if (!onSubmit && action === undefined && !unlockBy && !door) tell(802, id);
  else if (!onSubmit && !onKey && givesNothing(props)) tell(807, id);
  for (const name of [unlockBy ?? []].flat().map(String)) {
    // An ask of the page may go by any name, and a kind of its own: only what is nearly one of ours is told.
    const near =
      Object.hasOwn(catalogue, name) || !name.includes('.')
        ? undefined
        : nearest(name, Object.keys(catalogue));
    if (near) tell(808, id, name, near);
  }
  // A function waits for a grant. A plain address can be looked at now.
  if (typeof href === 'string') addressOf(props, undefined);
  if (fallback && !isSafeUrl(fallback.href)) tell(110, `The fallback of LeadGate "${id}"`, fallback.href);
  const taste = root.querySelector('.sy-lead-gate-taste');
  const texts = [...(taste?.querySelectorAll('*') ?? [])].slice(0, 1_000).map((element) => {
    const { display, visibility, opacity, filter } = getComputedStyle(element);
    const isHidden = display === 'none' || visibility === 'hidden' || +opacity === 0 || /blur/.test(filter);
    return isHidden && !element.closest('svg, script, template')
      ? (element.textContent ?? '').trim().length
      : 0;
  });
  const most = Math.max(0, ...texts);
  if (most >= 100) tell(801, id, String(most));
}
