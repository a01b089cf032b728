import { loadFormMachine } from '../../fields/load-form-machine.ts';
import { loadOnce } from '../../internal/load-once.ts';
import { tell } from '../../internal/messages.ts';
import type { Ask, AskConfig } from '../../provider/ask.ts';
import type { Hub } from '../../provider/hub.ts';
import type { AnyContactDialogProps } from './contact-dialog-props.ts';

export const kinds = { 'contact-dialog.open': 1, 'contact-dialog.submit': 2 } as const;

/** What led to the dialog. */
export interface Opening {
  /** Whose attempt this is: each trigger with a placement of its own has one. */
  readonly ask: Ask;
  readonly reason: 'trigger' | 'hash' | 'code';
  readonly trigger: string;
  readonly payload: unknown;
  /** Gets the focus back. */
  readonly element: Element | null;
  readonly event?: Event;
  /** The page has opened it, and no visitor has just acted: no yes. */
  readonly isSilent?: boolean | undefined;
}

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

type PanelModule = typeof import('./contact-dialog-panel.tsx');

let panel: PanelModule | undefined;

/** The dialog and what drives its form, if they are there. */
export function loadedPanel(): PanelModule | undefined {
  return panel;
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Brings the dialog. Rejects when the network gives out; a later call tries again. */
export const [loadPanel] = loadOnce<PanelModule>(() =>
  Promise.race([
    // Both at once: what is typed before the machine of the form is there could not be kept when the dialog closes.
    Promise.all([import('./contact-dialog-panel.tsx'), loadFormMachine()]),
    // A network that only hangs refuses as well.
    new Promise<never>((_resolve, reject) => {
      timer = setTimeout(reject, 10_000);
    }),
  ])
    .finally(() => clearTimeout(timer))
    .then(([module]) => (panel = module)),
);

/** The visitor turns to a trigger. */
export function warm(): void {
  loadPanel().catch(ignore);
}

/** A trigger was seen: brings the dialog when the browser has nothing better to do, unless data is dear. */
export function warmWhenIdle(): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  if (typeof requestIdleCallback === 'function') requestIdleCallback(warm, { timeout: 2_000 });
  else setTimeout(warm, 200);
}

/** The visitor is told at the click. */
function ignore() {}
