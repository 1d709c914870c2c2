import { expect, it } from 'vitest';
import { SERVER_PATHS, serverAddress } from '../../dashboard/server-paths.ts';
import { readConfig } from '../../server/src/config/config.ts';
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

it('the development server of the dashboard asks the server where PORT and HOST have it listen', () => {
  const { host, port } = readConfig({});
  expect(serverAddress({})).toBe(`http://${host}:${port}`);
  expect(serverAddress({ PORT: '', HOST: '' })).toBe(`http://${host}:${port}`);
  expect(serverAddress({ PORT: '4680' })).toBe(`http://${host}:4680`);
  expect(serverAddress({ PORT: '4680', HOST: '::1' })).toBe('http://[::1]:4680');
  expect(serverAddress({ PORT: '4680', WALLCHART_SERVER: 'http://127.0.0.1:4681' })).toBe('http://127.0.0.1:4681');
});
