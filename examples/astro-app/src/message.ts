import * as z from 'zod';

// The policy of the page lets no text become code. Without this line zod tries once, and the browser reports it.
z.config({ jitless: true });

/** A message to us. The schema makes the fields, and checks them in the browser and on the server. */
export const message = z.object({
  name: z.string().max(100).meta({ title: 'Your name' }),
  email: z.email().meta({ title: 'E-mail' }),
  message: z
    .string()
    .max(2000)
    .meta({ title: 'What is it about?', field: { type: 'long-text' } }),
});
