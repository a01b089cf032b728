import type { APIRoute } from 'astro';
import { memory } from '../../every';

export const prerender = false;

/** Keeps what the ladder of the page "Every ask" notes of a visitor, in a cookie. */
export const ALL: APIRoute = ({ request }) => memory.handle(request);
