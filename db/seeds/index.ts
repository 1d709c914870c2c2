export { SAMPLE_IDS, sampleWorkbook, writeSamples, type SampleId } from './samples/write-samples.ts';
