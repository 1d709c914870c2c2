import { expect, it } from 'vitest';
import { SERVER_PATHS } from '../../dashboard/server-paths.ts';
import { testApp } from '../../server/testing/test-app.ts';

const server = testApp();

/** The addresses in Fastify's tree of routes, which writes four characters a level. */
function routesOf(tree: string): string[] {
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part, methods] = /^((?:│ {3}| {4})*)[├└]── (\S+)( \(.*)?$/.exec(line) ?? [];
    if (part === undefined) return [];
    path.splice(indent.length / 4, Infinity, part);
    return methods ? [path.join('')] : [];
  });
}

it('every route of the server is reached through the development server of the dashboard too', () => {
  const routes = routesOf(server.app.printRoutes());
  expect(routes).toContain('/circulars/:id/:file');
  const pages = new Set(['/', '/*', '*']);
  const missing = routes.filter((route) => !pages.has(route) && !SERVER_PATHS.some((path) => route.startsWith(path)));
  expect(missing).toEqual([]);
});
