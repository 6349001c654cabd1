/**
 * Commands that wait for their answer: each is sent again, under the same id, until the host has answered it. A link that twice in a row brings
 * no answer is silent, however open it looks, and is given up for a new one.
 */
import type { Answer, Command, CommandType } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';

export type Wire = {
  readonly isLive: () => boolean;
  /** Null where no answer came in time, or the link was lost before it. */
  readonly post: (command: Command) => Promise<Answer | null>;
  /** Ends the link and opens another one. */
  readonly renew: () => void;
};

type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
type ReadOnly<T> = T extends object ? { readonly [K in keyof T]: ReadOnly<T[K]> } : T;
const MOST_TRIES = 2;

/** A command as a page gives it, without its id. */
export type Body<T extends CommandType> = T extends CommandType ? ReadOnly<Omit<CommandOf<T>, 'id'>> & { readonly type: T } : never;

export function createOutbox(wire: Wire) {
  const waiting = new Map<string, { readonly command: Command; readonly settle: (answer: Answer) => void }>();

  function settle(id: string, answer: Answer): void {
    waiting.get(id)?.settle(answer);
    waiting.delete(id);
  }

  async function post(command: Command, tried = 1): Promise<void> {
    const answer = await wire.post(command);
    if (answer && !isForNextHost(answer)) return settle(command.id, answer);
    if (answer || !waiting.has(command.id) || !wire.isLive()) return;
    if (tried < MOST_TRIES) await post(command, tried + 1);
    else wire.renew();
  }

  return {
    send<T extends CommandType>(body: Body<T>): Promise<Answer<T>> {
      const command = { ...body, id: newId() } as unknown as Command;
      return new Promise((resolve) => {
        waiting.set(command.id, { command, settle: (answer) => resolve(answer as Answer<T>) });
        if (wire.isLive()) void post(command);
      });
    },
    /** To be called when the link is live again. */
    sendAgain(): void {
      for (const { command } of waiting.values()) void post(command);
    },
    /** What the transport itself will never let through must not be sent for ever. */
    refuseAll(fault: Fault): void {
      for (const id of [...waiting.keys()]) settle(id, { ok: false, fault });
    },
  };
}

/** A host that goes down ends the link; the one that is started in its place takes the command. */
function isForNextHost(answer: Answer): boolean {
  return !answer.ok && answer.fault === 'shutting-down';
}

/** `crypto.randomUUID` is missing on a page of plain HTTP, which is what a classroom's own network has. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
