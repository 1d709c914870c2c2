import { z } from 'zod';

/** Of the file's own layout; what is in the tables is versioned by the migrations. */
export const FORMAT = 1;

/** The first entry of the archive, unpacked: it tells a backup from any other file, and people what it is. */
export const HEAD = 'wallchart-backup.txt';
export const MANIFEST = 'manifest.json';

/** The comment of the archive, and so the end of the file: the digest of everything before the digest. */
export const SEAL = 'wallchart-backup sha256:';
export const DIGEST_LENGTH = 64;

export const HEAD_TEXT = `This file is a backup of Wallchart: every table of its database at one moment.
Read it into an empty installation with: wallchart restore FILE
The tables are text as PostgreSQL's COPY writes it; manifest.json names their columns.

本文件是挂图系统的备份，含数据库某一时刻的全部数据表。
恢复到空的安装：wallchart restore 文件名
`;

/** Where the rows of a table lie in the archive. */
export const entryOf = (table: string): string => `tables/${encodeURIComponent(table)}.copy`;

const count = z.number().int().nonnegative();

const part = z.strictObject({
  table: z.string().min(1),
  columns: z.array(z.string().min(1)).min(1),
  rows: count,
  /** Of the text, unpacked. */
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const sequence = z.strictObject({ name: z.string().min(1), last: z.string().regex(/^-?\d+$/), called: z.boolean() });

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Of the Wallchart that made it. */
  version: z.string(),
  /** ISO 8601, UTC: the moment whose state it holds. */
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  postgres: z.strictObject({ version: z.string(), encoding: z.string(), collation: z.string() }),
  /** Names of the migrations that had been run, oldest first. */
  migrations: z.array(z.string().min(1)).min(1),
  tables: z.array(part).min(1),
  sequences: z.array(sequence),
});

/** What a backup says about itself. */
export type Manifest = z.infer<typeof manifestSchema>;
export type Part = Manifest['tables'][number];
export type SequenceState = Manifest['sequences'][number];
