/* The same, in one file: a command that draws two charts does not wait for six hundred small ones to be read. */
export { init } from 'echarts/dist/echarts.esm.min.mjs';
