/** How the trap of every form is named. No browser and no password manager fills a name like this. */
export const trapName = 'sy-leave-empty';

/** The hidden field that tells which ask a post comes from. */
export const askName = 'sy-ask';
