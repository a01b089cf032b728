// What a request for a call needs beside its first paint: the times, what is checked, what is said in the end.
export { askSlots } from './call-slots.ts';
export { CallTimes } from './call-times.tsx';
export { readAnswer, sayEnd } from './call-words.ts';
export { checkCallback } from './check-callback.ts';
export { followTime } from './follow-time.ts';
