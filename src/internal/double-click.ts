/**
 * Keeps a click that is not the first of a double click from doing anything, and tells whether it is one. Many people
 * double-click whatever they press, and a browser sends both clicks, counted in `detail` (UI Events, section 5.3.3: 0 for a key
 * or a script). The second one was meant for what stood there at the first: by now that may be the next question, the offer to
 * take it back, or the same button after a refusal.
 */
export const dropSecondClick = (event: { readonly detail: number; preventDefault(): unknown }): boolean =>
  // What prevents gives nothing back.
  event.detail > 1 && !event.preventDefault();
