export { drawMap, mapNodes, type MapLinks } from './draw-map.ts';
export { layOut, type UnitMap } from './lay-out.ts';
export { areaFill } from './map-patterns.ts';
export type { SvgNode } from './svg-node.ts';
export * from './unit-map.types.ts';
