/** How the trap of every form is named. No browser and no password manager fills a name like this. */
export const trapName = 'sy-leave-empty';

export { askName } from '../internal/ask-name.ts';
