import { loadFormMachine } from '../../fields/load-form-machine.ts';
import { loadOnce } from '../../internal/load-once.ts';
import type * as Panel from './contact-dialog-panel.tsx';

type PanelModule = typeof Panel;

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
  if ((navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData) return;
  self.requestIdleCallback?.(warm, { timeout: 2_000 }) ?? setTimeout(warm, 200);
}

/** The visitor is told at the click. */
function ignore() {}
