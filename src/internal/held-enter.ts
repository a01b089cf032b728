/**
 * Takes Enter that is held for one press: browsers press a button anew with each repeat of the key, be it one that has failed, or
 * one that has come under the focus meanwhile. In a text each repeat is a line, and buttons that send nothing may count pieces.
 */
export const dropHeldEnter = (
  event: Pick<KeyboardEvent, 'repeat' | 'key' | 'target' | 'preventDefault'>,
  pressed = 'input, [type=submit]',
): unknown =>
  event.repeat &&
  event.key === 'Enter' &&
  (event.target as Element).matches(pressed) &&
  event.preventDefault();
