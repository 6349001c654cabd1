/** What the store throws when the disk, not the caller, is at fault. Nothing of the write it answers was kept. */
export class StoreError extends Error {
  readonly code: 'not-saved';

  constructor(code: 'not-saved', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Result codes that tell of the disk or of another process (sqlite.org/rescode.html), extended ones by their prefix. */
const OF_THE_DISK = ['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_NOMEM'];
const OF_THE_FILE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

export function sqliteCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function isOfTheDisk(error: unknown): boolean {
  return OF_THE_DISK.some((code) => sqliteCodeOf(error).startsWith(code));
}

/** Whether another process held the lock for writing: then none of a transaction that begins with it was done. */
export function isLocked(error: unknown): boolean {
  return error instanceof StoreError && sqliteCodeOf(error.cause).startsWith('SQLITE_BUSY');
}

/** A StoreError where the disk or the file is at fault; anything else is a bug and stays what it is. */
export function asStoreError(error: unknown): unknown {
  const isOurs = isOfTheDisk(error) || OF_THE_FILE.some((code) => sqliteCodeOf(error).startsWith(code));
  return isOurs ? new StoreError('not-saved', sqliteCodeOf(error), { cause: error }) : error;
}
