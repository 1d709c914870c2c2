/*
 * For a process that runs many commands and servers, as a run of tests has one: their code is loaded once. A module of its
 * own in the build, beside that of the command.
 */
import 'reflect-metadata';

export { readConfig } from '../config/config.ts';
export { startServer, type ServerHandle } from '../app/start.ts';
export { run } from './run.ts';
