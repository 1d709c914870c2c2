import { WallchartError, type ErrorCode } from './errors.ts';

/** What PostgreSQL or the system refused, by the code of this API that says so. */
type FailureCode = Extract<
  ErrorCode,
  | 'DISK_FULL'
  | 'DATABASE_UNAVAILABLE'
  | 'DATABASE_BUSY'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_REFUSED'
  | 'DATABASE_DAMAGED'
  | 'OUT_OF_RESOURCES'
  | 'FILE_NOT_ACCESSIBLE'
  | 'QUERY_TIMEOUT'
>;

const WORDS: Readonly<Record<FailureCode, string>> = {
  DISK_FULL:
    'The disk is full: nothing was written. Make room, then try again. 磁盘空间不足，未写入任何内容；请清理磁盘后重试。',
  DATABASE_UNAVAILABLE:
    'The database went away or does not answer. Make sure that it runs, look whether the last change was written, then try ' +
    'again. 数据库已断开或无响应；请确认数据库正常、核对最后一次改动是否已写入，然后重试。',
  DATABASE_BUSY: 'The database is busy with other queries. Try again in a moment. 数据库繁忙，请稍后再试。',
  DATABASE_READ_ONLY:
    'The database takes no changes: it is read-only. Connect to the one that is written to (DATABASE_URL). 数据库为只读，无法写入。',
  DATABASE_REFUSED:
    'The database does not let this user do that. Check the user, its password and its rights (DATABASE_URL). 数据库拒绝访问，请检查用户与权限。',
  DATABASE_DAMAGED:
    'A file of the database is damaged. Stop Wallchart, keep a copy of the data folder, and restore a backup. ' +
    '数据库文件已损坏：请停止服务，保留数据目录副本，并从备份恢复。',
  OUT_OF_RESOURCES:
    'The system has run out of memory, open files or another resource: nothing was written. End other programs or raise the ' +
    'limit, then try again. 系统资源（内存、可打开文件数等）不足，未写入任何内容；请释放资源后重试。',
  FILE_NOT_ACCESSIBLE:
    'A file or folder cannot be read or written. Give this user the right to, and make sure that its disk is not read-only. ' +
    '文件或目录无法读写，请检查权限和磁盘是否只读。',
  QUERY_TIMEOUT: 'The query took too long and was stopped. Ask for a smaller unit or fewer metrics. 查询超时。',
};

/** By SQLSTATE (PostgreSQL 18, appendix A): its class, or all of it. */
const BY_STATE: readonly (readonly [state: RegExp, code: FailureCode])[] = [
  [/^53100$/, 'DISK_FULL'],
  [/^53300$|^55P03$|^40001$|^40P01$/, 'DATABASE_BUSY'],
  [/^53/, 'OUT_OF_RESOURCES'],
  [/^57014$|^25P0[34]$/, 'QUERY_TIMEOUT'],
  [/^08|^57P0|^58/, 'DATABASE_UNAVAILABLE'],
  [/^25006$/, 'DATABASE_READ_ONLY'],
  [/^28|^3D000$|^42501$/, 'DATABASE_REFUSED'],
  [/^XX00[12]$/, 'DATABASE_DAMAGED'],
];

/** By the code that Node gives to what the system says. Connections are made to the database only. */
const BY_ERRNO: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  EACCES: 'FILE_NOT_ACCESSIBLE',
  EPERM: 'FILE_NOT_ACCESSIBLE',
  EROFS: 'FILE_NOT_ACCESSIBLE',
  EIO: 'FILE_NOT_ACCESSIBLE',
  EMFILE: 'OUT_OF_RESOURCES',
  ENFILE: 'OUT_OF_RESOURCES',
  ENOMEM: 'OUT_OF_RESOURCES',
  EAGAIN: 'OUT_OF_RESOURCES',
  ERR_WORKER_OUT_OF_MEMORY: 'OUT_OF_RESOURCES',
  ECONNREFUSED: 'DATABASE_UNAVAILABLE',
  ECONNRESET: 'DATABASE_UNAVAILABLE',
  ECONNABORTED: 'DATABASE_UNAVAILABLE',
  EPIPE: 'DATABASE_UNAVAILABLE',
  ETIMEDOUT: 'DATABASE_UNAVAILABLE',
  EHOSTUNREACH: 'DATABASE_UNAVAILABLE',
  ENETUNREACH: 'DATABASE_UNAVAILABLE',
  ENOTFOUND: 'DATABASE_UNAVAILABLE',
  EAI_AGAIN: 'DATABASE_UNAVAILABLE',
};

/** What pg, pg-pool and Kysely say without a code; Apollo puts words before it. */
const BY_WORDS: readonly (readonly [words: RegExp, code: FailureCode])[] = [
  [/timeout exceeded when trying to connect$/, 'DATABASE_BUSY'],
  [
    /Connection terminated|Client has encountered a connection error|Client was closed|after calling end on the pool$|driver has already been destroyed$|^timeout expired$/,
    'DATABASE_UNAVAILABLE',
  ],
  [/No space left on device|Disk quota exceeded/, 'DISK_FULL'],
];

/**
 * What an error of PostgreSQL or of the system means, wherever it was wrapped: an error of this API that says what to do,
 * with the original as its cause. Null for every other error.
 */
export function systemFailure(error: unknown): WallchartError | null {
  for (const origin of chainOf(error)) {
    const code = codeOf(origin);
    if (code) return new WallchartError(code, WORDS[code], undefined, { cause: origin });
  }
  return null;
}

function codeOf(error: Error): FailureCode | undefined {
  const given = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const byWords = (): FailureCode | undefined => BY_WORDS.find(([words]) => words.test(error.message))?.[1];
  if (given === undefined) return byWords();
  if (Object.hasOwn(BY_ERRNO, given)) return BY_ERRNO[given];
  // 58, an error of the system, also where its disk is full.
  if (given.startsWith('58')) return byWords() ?? 'DATABASE_UNAVAILABLE';
  return BY_STATE.find(([state]) => state.test(given))?.[1];
}

/** An error, what it wraps, and what that wraps: by cause, as graphql does, or as one of several. */
function* chainOf(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  const open: unknown[] = [error];
  while (open.length > 0) {
    const at = open.shift();
    if (!(at instanceof Error) || seen.has(at)) continue;
    seen.add(at);
    yield at;
    if ('originalError' in at) open.push(at.originalError);
    open.push(at.cause);
    if (at instanceof AggregateError) open.push(...(at.errors as unknown[]));
  }
}
