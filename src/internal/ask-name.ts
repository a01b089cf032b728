/** The hidden field that tells which ask a post comes from. */
export const askName = 'sy-ask';
