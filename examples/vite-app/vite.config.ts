import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  plugins: [react(), formService()],
  build: { rolldownOptions: { input: ['index.html', 'talk.html', 'every.html'] } },
});

/** Stands in, while developing and in the preview, for the service that takes the forms. It forgets what it is sent. */
function formService(): Plugin {
  return {
    name: 'form-service',
    configureServer: ({ middlewares }) => void middlewares.use('/forms', (_, response) => response.end('{}')),
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use('/forms', (_, response) => response.end('{}')),
  };
}
