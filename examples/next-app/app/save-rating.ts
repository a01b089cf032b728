'use server';

import { addRating } from './answers';

/** Takes a rating, with JavaScript and without. `sy-ask` holds the id of the ask. */
export async function saveRating(form: FormData) {
  if (!addRating(form.get('sy-ask'), Number(form.get('rating')))) throw new Error('No such rating.');
}
