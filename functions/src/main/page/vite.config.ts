import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: '/',
  build: {
    outDir: '../../../target/classes/page',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows neither inlined fonts nor inlined scripts.
    assetsInlineLimit: 0,
    // pdf.js is as large as it is, and loaded only with the first PDF.
    chunkSizeWarningLimit: 1300,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'happy-dom',
    setupFiles: ['src/test-setup.ts'],
  },
});
