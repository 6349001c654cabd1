/**
 * The log: lines of JSON for whoever runs the host. It names matches, sessions, routes and codes, and never a person: no names, addresses,
 * cookies, codes or bodies (tests/integration/links/log.test.ts).
 */
import { randomBytes } from 'node:crypto';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { StoreError } from '#db/store-error.ts';

export function createLog(level: string, to: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describe },
  };
  return pino(options, to);
}

/** Of a request or of an error: short enough to be read out. */
export function newId(): string {
  return randomBytes(6).toString('hex');
}

/** Logs a bug with an id, by which a report of it can be found. Null for a write that the disk refused: the watch tells of those. */
export type LogError = (error: unknown, what: string, about?: { readonly id?: string; readonly route?: string }) => string | null;

export function errorLog(log: Logger): LogError {
  return (error, what, about = {}) => {
    if (error instanceof StoreError) return null;
    const id = about.id ?? newId();
    log.error({ ...about, id, err: error }, what);
    return id;
  };
}

type Described = {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: readonly string[];
  readonly cause?: Described;
};

/** What is safe to keep: the values of a query (drizzle's messages have them) and quoted input (JSON.parse's) are not. */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] };
  const { name, message, stack = '', cause } = error;
  return {
    type: name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    message: error instanceof SyntaxError ? '' : (message.split('\nparams:')[0] ?? ''),
    stack: stack.split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : [])),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}
