/** Commands that wait for their answer: each is sent again, under the same id, until the host has answered it. */
import type { Answer, Command, CommandType } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';

export type Wire = {
  readonly isLive: () => boolean;
  /** Null where no answer came in time, or the link was lost before it. */
  readonly post: (command: Command) => Promise<Answer | null>;
};

type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
type ReadOnly<T> = T extends object ? { readonly [K in keyof T]: ReadOnly<T[K]> } : T;
/** A command as a page gives it, without its id. */
export type Body<T extends CommandType> = T extends CommandType ? ReadOnly<Omit<CommandOf<T>, 'id'>> & { readonly type: T } : never;

export function createOutbox(wire: Wire) {
  const waiting = new Map<string, { readonly command: Command; readonly settle: (answer: Answer) => void }>();

  function settle(id: string, answer: Answer): void {
    waiting.get(id)?.settle(answer);
    waiting.delete(id);
  }

  async function post(command: Command): Promise<void> {
    const answer = await wire.post(command);
    if (answer) settle(command.id, answer);
    else if (waiting.has(command.id) && wire.isLive()) await post(command);
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

/** `crypto.randomUUID` is missing on a page of plain HTTP, which is what a classroom's own network has. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
