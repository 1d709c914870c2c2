import type { Plugin } from 'vite';

/**
 * Nearly every visit begins on the overview: its page asks the browser for that chunk along with the application's own,
 * instead of after running it.
 * @param page the module that a route imports, as it ends
 */
export function preloadFirstPage(page: string): Plugin {
  return {
    name: 'preload-first-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(page));
        if (!first) throw new RangeError(`no chunk for ${page}: has the file moved?`);
        const files = [first.fileName, ...first.imports].filter((file) => !html.includes(file));
        return files.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
