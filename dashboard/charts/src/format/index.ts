export * from './days.ts';
export * from './money.ts';
export * from './numbers.ts';
