import type { APIRoute } from 'astro';
import { gate } from '../gate';

export const prerender = false;

/** Hands out what the gate guards, for a grant. */
export const GET: APIRoute = ({ request }) => gate.handle(request);
