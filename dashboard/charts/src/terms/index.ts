export { bothLanguages } from './both-languages.ts';
export { default as terms } from './messages.ts';
export * from './state-mark.ts';
