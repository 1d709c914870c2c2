export { SAMPLE_IDS, sampleRows, sampleWorkbook, writeSamples, type SampleId } from './samples/write-samples.ts';
