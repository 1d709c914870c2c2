export * from './days.ts';
export * from './numbers.ts';
