import type { Db } from '@wallchart/db';
import { RecorderDb, ViewerDb, type Recorder } from '../src/database/handles.ts';
import type { Principal, Scope } from '../src/domain/principal.ts';

/** Someone who sees everything, or some units. */
const someone = (name: string, scope: Scope = { kind: 'all' }): Principal => ({ id: name, name, scope });

/** Reads over a test's own query builder, for someone who sees everything, or some units. */
export const asViewer = (db: Db, scope?: Scope): ViewerDb => new ViewerDb(db, someone('test', scope));

/** Writes over a test's own query builder, for someone of that name. */
export const recordingAs =
  (db: Db, name: string): Recorder =>
  (work) =>
    db.transaction().execute((transaction) => work(new RecorderDb(transaction, someone(name))));
