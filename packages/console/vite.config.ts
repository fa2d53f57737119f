import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './compiled-messages.ts';

/** Files are found from the `<base>` of the page, which the server writes: a console works under any path. */
export default defineConfig({
  base: './',
  plugins: [react(), compiledMessages()],
  build: {
    outDir: 'dist',
    assetsDir: 'console/assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
  },
});
