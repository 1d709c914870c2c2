/** The only door of the circulars feature. */
export { CircularDraftResolver, CircularEditionResolver, CircularResolver } from './circular.resolver.ts';
export { addCircularRoutes } from './circulars.route.ts';
