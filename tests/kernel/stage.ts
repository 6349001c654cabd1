/** Where scripts play: two applications, the wire between them, and those who watch. */
import type { Role, Segment, State } from '#game/tcp/vocabulary.ts';
import { startApplication, type Application, type Ports } from './application.ts';
import type { Script } from './scripts.ts';
import { startSniffer } from './sniffer.ts';
import { startTracer } from './tracer.ts';
import { until, watch, type Watcher } from './watcher.ts';
import { layWire, removeLeftovers, type Wire } from './wire.ts';

export type Stage = {
  readonly applications: Readonly<Record<Role, Application>>;
  readonly wire: Wire;
  readonly until: Watcher['until'];
  /** Until one has passed on the wire; the index counts from 0. */
  readonly untilSegment: (isIt: (segment: Segment, index: number) => boolean) => Promise<void>;
};

/** What was seen of one script. */
export type Recording = {
  readonly ss: Readonly<Record<Role, readonly State[]>>;
  /** The kernel's names; null where the events cannot be had. */
  readonly events: Readonly<Record<Role, readonly string[]>> | null;
  readonly capture: Uint8Array;
};

export type House = {
  readonly hasEvents: boolean;
  readonly play: (script: Script) => Promise<Recording>;
  readonly close: () => void;
};

/** Two a script. */
const FIRST_PORT = 7001;
const LAST_PORT = 7999;

/** Everything is gone again when the process ends, however it does; what a killed one left is removed by the next. */
export function openHouse(): House {
  removeLeftovers();
  const wire = layWire();
  const tracer = startTracer(FIRST_PORT, LAST_PORT);
  const { client, server } = wire.namespaces;
  const applications = { client: startApplication('client', client), server: startApplication('server', server) };
  let nextPort = FIRST_PORT;
  const close = () => {
    process.off('exit', close);
    for (const application of Object.values(applications)) application.leave();
    tracer?.stop();
    wire.remove();
  };
  process.once('exit', close);

  const play = async (script: Script): Promise<Recording> => {
    const ports: Ports = { client: nextPort, server: nextPort + 1 };
    nextPort += 2;
    for (const role of ['client', 'server'] as const) {
      wire.pass(role);
      await applications[role].begin(ports);
    }
    const sniffer = await startSniffer(client, ports);
    try {
      const watcher = watch(wire.namespaces, ports);
      const untilSegment: Stage['untilSegment'] = (isIt) =>
        until(
          () => sniffer.segments.some(isIt),
          () => 'a segment passes',
        );
      await script.play({ applications, wire, until: watcher.until, untilSegment });
      const events = tracer?.told(ports) ?? null;
      await applications.client.mark();
      await until(
        () => sniffer.marks() > 0,
        () => 'the mark passes',
      );
      return { ss: watcher.seen, events, capture: await sniffer.stop() };
    } finally {
      await sniffer.stop();
    }
  };
  return { hasEvents: tracer !== null, play, close };
}
