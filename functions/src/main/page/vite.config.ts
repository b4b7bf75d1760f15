import { readdirSync, readFileSync } from 'node:fs';
import { PurgeCSS } from 'purgecss';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { subsetFonts } from './subset-fonts.js';

/** Leaves of KERN's styles what the page uses, a tenth of them; tones are put together from words. */
const purgeKern: Plugin = {
  name: 'purge-kern',
  enforce: 'pre',
  apply: 'build',
  async transform(code, id) {
    if (!id.endsWith('/kern.min.css')) return undefined;
    const [purged] = await new PurgeCSS().purge({
      content: ['index.html', 'src/**/*.ts'],
      css: [{ raw: code }],
      safelist: {
        standard: [/^kern-(alert|badge|icon)--(danger|warning|info|success)$/],
        // The colours of the page itself stand beside those of themes that it does not choose by name.
        greedy: [/kern-light/, /kern-dark/, /kern-theme/, /^:is$/, /^:root$/],
      },
      keyframes: true,
    });
    return purged!.css;
  },
};

/** Who replaces a module replaces it for all who share its window, so these have one each; a window takes longer than most tests. */
const replacing = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `src/${name}`)
  .filter((name) => readFileSync(name, 'utf8').includes('vi.mock('));

export default defineConfig(async ({ command }) => {
  if (command === 'build') await subsetFonts();
  return {
    base: '/',
    plugins: [purgeKern],
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
      environment: 'happy-dom',
      setupFiles: ['src/test-setup.ts'],
      pool: 'threads',
      unstubGlobals: true,
      projects: [
        { extends: true as const, test: { name: 'alone', include: replacing } },
        {
          extends: true as const,
          test: {
            name: 'together',
            include: ['src/**/*.test.ts'],
            exclude: replacing,
            isolate: false,
          },
        },
      ],
    },
  };
});
