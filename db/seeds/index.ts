export { writeSamples } from './samples/write-samples.ts';
