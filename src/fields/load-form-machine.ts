/** Brings what drives a form early, for an ask whose form itself comes late. */
export function loadFormMachine(): Promise<unknown> {
  return import('./form-machine.ts');
}
