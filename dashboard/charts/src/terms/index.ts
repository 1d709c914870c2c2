export { default as terms } from './messages.ts';
export * from './state-mark.ts';
