import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { briefingFile } from './briefing-file.ts';
import { define } from './define.ts';
import { checkReadable, olderBrowsers } from './older-browsers.ts';
import { precompress } from './precompress.ts';
import { preloadFirstPage } from './preload-first-page.ts';
import { SERVER_PATHS, serverAddress } from './server-paths.ts';

/** Where `pnpm dev` sends the API; the built dashboard is served by the server itself. */
const server = serverAddress(process.env);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    vue(),
    tailwindcss(),
    preloadFirstPage('src/features/overview/overview-page.vue'),
    olderBrowsers(),
    checkReadable(),
    precompress(),
    briefingFile(define),
  ],
  define,
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      SERVER_PATHS.map((path) => [
        path,
        // The server refuses foreign origins; during development the page's own is this one.
        { target: server, changeOrigin: true, headers: { origin: server } },
      ]),
    ),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // Few files instead of many crumbs: each costs a phone a request. What one page alone needs stays with that page.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /node_modules\/(?!.*(?:echarts|zrender|@tanstack\/(?!vue-query|query-core)))/,
              minShareCount: 2,
              priority: 2,
            },
            {
              name: 'parts',
              test: /dashboard\/(?:src\/(?!features)|charts\/src\/(?:format|terms))/,
              minShareCount: 2,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
