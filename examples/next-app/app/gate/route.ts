import { gate } from '../gate';

/** Hands out what the gate guards, for a grant. */
export const GET = gate.handle;
