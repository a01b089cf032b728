import { memory } from '../every';

/** Keeps what the ladder of the page "Every ask" notes of a visitor, in a cookie. */
export const GET = memory.handle;
export const POST = memory.handle;
export const DELETE = memory.handle;
