/**
 * The page's address with the dialog's fragment, as the browser spells both: `gespräch` stands there in percent signs, and a
 * fragment alone would be resolved against the page's `base` element.
 */
export const addressOf = (hash: string) => Object.assign(new URL(location.href), { hash });
