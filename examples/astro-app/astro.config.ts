import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

// Pages are built once. Those with `prerender = false` are rendered for each visit, by the same small server.
export default defineConfig({
  adapter: node({ mode: 'standalone' }),
  integrations: [react()],
  // The highlighter of code blocks writes inline styles, which the policy below refuses. This site has no code blocks.
  markdown: { syntaxHighlight: false },
  security: {
    // Astro names its own inline scripts and styles by their hashes; the asks have none.
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
});
