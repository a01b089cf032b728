/** Takes Enter that is held for one press: browsers press the button anew with each repeat of the key. */
export const dropHeldEnter = (event: Pick<KeyboardEvent, 'repeat' | 'key' | 'preventDefault'>): unknown =>
  event.repeat && event.key === 'Enter' && event.preventDefault();
