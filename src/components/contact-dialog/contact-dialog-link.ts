import { tell } from '../../internal/messages.ts';
import type { AskConfig } from '../../provider/ask.ts';
import type { Hub } from '../../provider/hub.ts';
import type { Opening } from './contact-dialog-model.ts';
import type { AnyContactDialogProps } from './contact-dialog-props.ts';

export const kinds = { 'contact-dialog.open': 1, 'contact-dialog.submit': 2 } as const;

/** Whether a visitor has done anything a moment ago, as far as the browser knows. */
export function hasActed(): boolean {
  return !!navigator.userActivation?.isActive;
}

/** For development: tells of a dialog that the page opens by itself and does not say so. */
export function checkAsked({ id, unprompted }: AnyContactDialogProps): void {
  if (navigator.userActivation && !unprompted && !hasActed()) tell(1304, id);
}

/** Counts an opening, once in its attempt. */
export function recordOpening({ ask, trigger, isSilent }: Opening): void {
  ask.record(isSilent ? 'seen' : 'committed', { trigger }, 'contact-dialog.open');
}

/** A dialog, for its triggers. */
export interface DialogLink {
  /** Props that events of its triggers share. */
  props(): AskConfig['props'];
  /** Opens. Returns undefined when that was possible at once, else whether it came to it. */
  open(opening: Opening): Promise<boolean> | undefined;
}

const sites = new WeakMap<object, Map<string, DialogLink>>();

/** The dialogs of one page, by id: those under one outermost provider. */
export function dialogsOf({ site }: Hub): Map<string, DialogLink> {
  let known = sites.get(site);
  if (!known) sites.set(site, (known = new Map()));
  return known;
}
