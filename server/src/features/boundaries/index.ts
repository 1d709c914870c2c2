export { createBoundaryLoaders, type BoundaryLoaders } from './boundary.loaders.ts';
export { Boundary } from './boundary.types.ts';
