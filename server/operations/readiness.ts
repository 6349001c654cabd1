/** Whether the host should be sent anybody: asked by a proxy, a container's keeper, or a script that waits for a start. */

/** 'starting': open matches are being taken up. */
export type NotReady = 'starting' | 'shutting-down' | 'not-saved';

export type Readiness = {
  /** Null where it is ready. Asked often, it looks only now and then. */
  check(): Promise<NotReady | null>;
  started(): void;
  shuttingDown(): void;
};

/** A look costs an fsync, and anybody may ask. */
const LOOK_EVERY_MS = 5_000;

export function createReadiness(canSave: () => Promise<boolean>, now: () => number): Readiness {
  let stage: 'starting' | 'running' | 'shutting-down' = 'starting';
  let looked: { readonly at: number; readonly found: Promise<boolean> } | null = null;

  function looksGood(): Promise<boolean> {
    if (!looked || now() - looked.at >= LOOK_EVERY_MS) looked = { at: now(), found: canSave() };
    return looked.found;
  }

  return {
    check: async () => (stage !== 'running' ? stage : (await looksGood()) ? null : 'not-saved'),
    started: () => {
      if (stage === 'starting') stage = 'running';
    },
    shuttingDown: () => {
      stage = 'shutting-down';
    },
  };
}
