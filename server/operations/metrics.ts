/** Figures for whoever runs the host, as Prometheus reads them (docs/decisions/metrics.md). None is about a person. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Phase } from '#game/match/match.ts';
import type { Entry } from '#game/match/vocabulary.ts';
import type { Fault } from '#protocol/faults.ts';
import type { Commit } from '#db/group-commit.ts';
import type { OpenContests } from '#db/contests.ts';
import type { Build } from './build.ts';

/** What is looked up when somebody asks, and not counted meanwhile. */
export type Figures = {
  readonly links: number;
  /** With a link at least. */
  readonly players: number;
  /** In memory: those that are played or watched. */
  readonly matches: Readonly<Record<Phase, number>>;
  readonly contests: OpenContests;
  /** Octets. */
  readonly database: number;
  readonly log: number;
  readonly free: number;
  /** Milliseconds since 1970; null where there has been none. */
  readonly backupAt: number | null;
};

export type Metrics = {
  /** `ms`: from the message to its acknowledgement. */
  readonly commandAnswered: (type: string, fault: Fault | null, ms: number) => void;
  readonly linkRefused: (fault: Fault) => void;
  readonly requestAnswered: (route: string, status: number, fault: Fault | null) => void;
  readonly entryStored: (entry: Entry) => void;
  readonly committed: (commit: Commit) => void;
  /** Prometheus' text format, and the type that goes with it. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

const COMMAND_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];
const WRITES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

export function createMetrics(build: Build, look: () => Promise<Figures>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `last_ack_${name}`, help, labelNames, registers });
  const commands = counter('commands_total', 'Commands that browsers sent over their links, and how they were answered', [
    'type',
    'answer',
  ]);
  const faults = counter('faults_total', 'Refusals by code, over links and over HTTP', ['fault']);
  const requests = counter('http_requests_total', 'HTTP requests by route pattern and class of status', ['route', 'status']);
  const moves = counter('moves_total', 'Answers to turns that were accepted and stored', ['by']);
  const failures = counter('store_failures_total', 'Transactions that were not saved, by what SQLite says', ['code']);
  const histogram = (name: string, help: string, buckets: number[]) => ({ name: `last_ack_${name}`, help, buckets, registers });
  const commandSeconds = new Histogram({
    ...histogram('command_seconds', 'From a command to its acknowledgement', COMMAND_SECONDS),
    labelNames: ['type'],
  });
  const commitSeconds = new Histogram(histogram('commit_seconds', 'How long a transaction took, with its fsync', COMMIT_SECONDS));
  const commitWrites = new Histogram(histogram('commit_writes', 'How many writes shared a transaction', WRITES));
  new Gauge({
    ...{ name: 'last_ack_build_info', help: 'What runs; always 1', registers },
    labelNames: ['version', 'build', 'node'],
  }).set({ ...build }, 1);
  const show = showFigures(registers);
  const ofProcess = ofTheProcess();

  return {
    commandAnswered(type, fault, ms) {
      commands.inc({ type, answer: fault === null ? 'accepted' : 'refused' });
      commandSeconds.observe({ type }, ms / 1_000);
      if (fault !== null) faults.inc({ fault });
    },
    linkRefused: (fault) => faults.inc({ fault }),
    requestAnswered(route, status, fault) {
      requests.inc({ route, status: `${Math.floor(status / 100)}xx` });
      if (fault !== null) faults.inc({ fault });
    },
    entryStored(entry) {
      if (entry.type === 'sealed') moves.inc({ by: entry.by });
    },
    committed({ writes, ms, failure }) {
      commitSeconds.observe(ms / 1_000);
      commitWrites.observe(writes);
      if (failure !== null) failures.inc({ code: failure });
    },
    async text() {
      show(await look());
      return `${await registry.metrics()}${await ofProcess.metrics()}`;
    },
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
  };
}

function showFigures(registers: Registry[]): (figures: Figures) => void {
  const gauge = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: `last_ack_${name}`, help, labelNames, registers });
  const links = gauge('links', 'Open links');
  const players = gauge('players', 'Players with a link');
  const matches = gauge('matches', 'Matches in memory by phase', ['phase']);
  const contests = gauge('contests', 'Class sessions that are not over, by phase', ['phase']);
  const bytes = gauge('database_bytes', 'The database file, and the write-ahead log beside it', ['file']);
  const free = gauge('disk_free_bytes', 'Room where the database lies');
  const backup = gauge('last_backup_timestamp_seconds', 'When the last backup was made; 0 where there has been none');
  return (figures) => {
    links.set(figures.links);
    players.set(figures.players);
    for (const [phase, count] of Object.entries(figures.matches)) matches.set({ phase }, count);
    for (const [phase, count] of Object.entries(figures.contests)) contests.set({ phase }, count);
    bytes.set({ file: 'database' }, figures.database);
    bytes.set({ file: 'log' }, figures.log);
    free.set(figures.free);
    backup.set((figures.backupAt ?? 0) / 1_000);
  };
}

let processRegistry: Registry | null = null;

/** CPU, memory, open files, event-loop lag: of the process, whatever runs in it. They cannot be taken back, so they are made once. */
function ofTheProcess(): Registry {
  if (processRegistry) return processRegistry;
  processRegistry = new Registry();
  collectDefaultMetrics({ register: processRegistry });
  return processRegistry;
}
