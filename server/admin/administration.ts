/** What an administrator has besides accounts, put together in one place. */
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { DisputeStore } from '#db/disputes.ts';
import type { Database } from '#db/open.ts';
import { createRetentionStore } from '#db/retention.ts';
import type { Contests } from '../contests/contests.ts';
import type { Matches } from '../matches.ts';
import { errorLog } from '../operations/log.ts';
import type { HostSettings } from '../settings.ts';
import { disputeRoutes } from './dispute-routes.ts';
import { storageRoutes } from './storage-routes.ts';
import { createSweeper, type Sweeper } from './sweeper.ts';

export type Administration = { readonly routes: readonly Hono[]; readonly sweeper: Sweeper };

export type AdministrationNeeds = {
  readonly database: Database;
  readonly disputes: DisputeStore;
  readonly matches: Pick<Matches, 'instruct'>;
  readonly contests: Pick<Contests, 'turnKept' | 'playerErased'>;
  readonly settings: HostSettings;
  readonly isHere: (playerId: string) => boolean;
  readonly now: () => number;
  readonly log: Logger;
};

export function createAdministration({ contests, settings, log, ...needs }: AdministrationNeeds): Administration {
  const retention = createRetentionStore(needs.database);
  const sweeper = createSweeper({
    ...needs,
    store: retention,
    days: settings.retentionDays,
    swept: (swept) => {
      if (swept.players > 0) contests.playerErased();
      log.info(swept, 'swept what was kept for longer than RETENTION_DAYS');
    },
    log: errorLog(log),
  });
  const routes = [disputeRoutes({ ...needs, turnKept: contests.turnKept }), storageRoutes({ ...needs, retention, settings })];
  return { routes, sweeper };
}
