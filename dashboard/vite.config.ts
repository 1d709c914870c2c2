import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

/** Where `pnpm dev` sends the API; the built dashboard is served by the server itself. */
const server = process.env['WALLCHART_SERVER'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue(), tailwindcss(), precompress()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/graphql', '/uploads', '/imports/', '/template.xlsx', '/health', '/ready'].map((path) => [
        path,
        // The server refuses foreign origins; during development the page's own is this one.
        { target: server, changeOrigin: true, headers: { origin: server } },
      ]),
    ),
  },
  build: { outDir: 'dist', emptyOutDir: true, manifest: true, target: 'es2022', assetsInlineLimit: 0 },
});
