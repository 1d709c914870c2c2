import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineProject } from 'vitest/config';
import { componentBrowser } from '../test/support/component-browser.ts';
import { comparePicture, strayPictures } from '../test/support/pictures.ts';
import { WORKERS } from '../test/support/workers.ts';
import { define } from './define.ts';

const BUNDLED = [
  '@tanstack/vue-query',
  '@tanstack/vue-virtual',
  '@vueuse/core',
  'echarts/charts',
  'echarts/components',
  'echarts/core',
  'echarts/renderers',
  'reka-ui',
  'vue',
  'vue-echarts',
  'vue-i18n',
  'vue-router',
];

/** Components, one by one, in a real browser. The server is replaced where the dashboard asks it (src/testing/answers.ts). */
export default defineProject({
  root: import.meta.dirname,
  plugins: [vue(), tailwindcss()],
  define,
  // All that is bundled ahead, once: looking through the whole application for more takes longer than the tests.
  optimizeDeps: { noDiscovery: true, include: BUNDLED },
  test: {
    name: 'component',
    include: ['src/**/*.component.test.ts'],
    // The browser that draws the pictures on file is one for Linux.
    exclude: process.platform === 'linux' ? [] : ['src/book/pictures.component.test.ts'],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    unstubGlobals: true,
    restoreMocks: true,
    isolate: false,
    // As unit and db have it: projects that run beside each other must agree. There is one page anyway.
    maxWorkers: WORKERS,
    browser: {
      enabled: true,
      headless: true,
      ui: false,
      screenshotFailures: false,
      provider: componentBrowser(),
      instances: [{ browser: 'chromium' }],
      viewport: { width: 1440, height: 900 },
      commands: { comparePicture, strayPictures },
    },
  },
});
