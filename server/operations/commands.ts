/** Every command of a browser: what is counted of it, and its line in the log. */
import type { Logger } from 'pino';
import { type Answer, commandSchema, type CommandType } from '#protocol/commands.ts';
import type { Metrics } from './metrics.ts';

export type CommandAnswered = (message: unknown, answer: Answer, ms: number) => void;

const TYPES: ReadonlySet<unknown> = new Set(commandSchema.options.map((option) => option.shape.type.value));
const SLOW_MS = 1_000;

export function watchCommands(log: Logger, metrics: Pick<Metrics, 'commandAnswered'>): CommandAnswered {
  return (message, answer, ms) => {
    const type = typeOf(message);
    metrics.commandAnswered(type, answer.ok ? null : answer.fault, ms);
    if (ms >= SLOW_MS) log.info(lineOf(type, message, answer, ms), 'a command took long');
    else if (log.isLevelEnabled('debug')) log.debug(lineOf(type, message, answer, ms), 'command');
  };
}

function typeOf(message: unknown): string {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
  return TYPES.has(type) ? (type as string) : 'unknown';
}

/** What a refused command names need not be what it says it is: only what was found is known to be a match. These look for nothing. */
const UNPROVEN: readonly string[] = ['unwatch', 'contest-unwatch'] satisfies readonly CommandType[];

function lineOf(command: string, message: unknown, answer: Answer, ms: number): object {
  const names = answer.ok && !UNPROVEN.includes(command) ? namedIn({ ...(message as Naming), ...(answer as Naming) }) : {};
  const failed = answer.ok ? {} : { fault: answer.fault, ...(answer.report ? { id: answer.report } : {}) };
  return { command, ...names, ...failed, ms: Math.round(ms) };
}

type Naming = { readonly matchId?: unknown; readonly contestId?: unknown; readonly as?: { readonly contestId?: unknown } };

function namedIn({ matchId, as, contestId = as?.contestId }: Naming): object {
  return { ...(typeof matchId === 'string' ? { match: matchId } : {}), ...(typeof contestId === 'string' ? { contest: contestId } : {}) };
}
