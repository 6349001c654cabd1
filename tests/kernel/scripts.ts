/** What the two applications and the wire do. A script never sleeps: it waits for a state that `ss` shows, or for a segment on the wire. */
import { otherRole, type Role, type State } from '#game/tcp/vocabulary.ts';
import type { Stage } from './stage.ts';

export type Script = {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<void>;
  readonly difference?: Difference;
};

/** Where kernel and annotation differ and both are right: one state that one of them has and the other has not. */
export type Difference = { readonly end: Role; readonly only: 'kernel' | 'annotated'; readonly state: State; readonly why: string };

/** Each segment of the handshake is held until both ends have been seen where it finds them. */
async function open(stage: Stage): Promise<void> {
  await openHalfway(stage);
  stage.wire.pass('client');
  await stage.until({ client: 'ESTABLISHED', server: 'ESTABLISHED' });
}

/** The third ACK is held, so that only the client is there. */
async function openHalfway({ applications, wire, until }: Stage): Promise<void> {
  await applications.server.listen();
  await until({ server: 'LISTEN' });
  wire.hold('server');
  await applications.client.connect();
  await until({ client: 'SYN_SENT', server: 'SYN_RCVD' });
  wire.hold('client');
  wire.pass('server');
  await until({ client: 'ESTABLISHED', server: 'SYN_RCVD' });
}

/** One side says FIN first and the other later, with both ACKs held until they matter. */
async function closeInFour({ applications, wire, until }: Stage, first: Role): Promise<void> {
  const second = otherRole(first);
  wire.hold(second);
  await applications[first].shutdown();
  await until({ [first]: 'FIN_WAIT_1', [second]: 'CLOSE_WAIT' });
  wire.pass(second);
  await until({ [first]: 'FIN_WAIT_2' });
  wire.hold(first);
  await applications[second].shutdown();
  await until({ [first]: 'TIME_WAIT', [second]: 'LAST_ACK' });
  wire.pass(first);
  await until({ [second]: 'CLOSED' });
}

export const SCRIPTS: readonly Script[] = [
  {
    name: 'four segments, client first',
    async play(stage) {
      await open(stage);
      await closeInFour(stage, 'client');
    },
  },
  {
    name: 'four segments, server first',
    async play(stage) {
      await open(stage);
      await closeInFour(stage, 'server');
    },
  },
  {
    name: 'three segments',
    async play(stage) {
      const { applications, wire, until } = stage;
      await open(stage);
      wire.hold('server');
      await applications.client.shutdown();
      await until({ client: 'FIN_WAIT_1', server: 'CLOSE_WAIT' });
      // An ACK that went out already, for it is delayed by 40 ms at least, is thrown away; else the FIN takes it along.
      wire.hold('server');
      wire.hold('client');
      await applications.server.shutdown();
      await until({ server: 'LAST_ACK' });
      wire.pass('server');
      await until({ client: 'TIME_WAIT', server: 'LAST_ACK' });
      wire.pass('client');
      await until({ server: 'CLOSED' });
    },
  },
  {
    name: 'close() at both ends',
    async play(stage) {
      const { applications, until } = stage;
      await open(stage);
      await applications.client.close();
      await until({ client: 'FIN_WAIT_2', server: 'CLOSE_WAIT' });
      await applications.server.close();
      await until({ client: 'TIME_WAIT', server: 'CLOSED' });
    },
  },
  {
    name: 'simultaneous close',
    async play(stage) {
      const { applications, wire, until } = stage;
      await open(stage);
      wire.hold('client');
      wire.hold('server');
      await applications.client.shutdown();
      await applications.server.shutdown();
      await until({ client: 'FIN_WAIT_1', server: 'FIN_WAIT_1' });
      wire.pass('client');
      await until({ client: 'FIN_WAIT_1', server: 'CLOSING' });
      wire.hold('client');
      wire.pass('server');
      await until({ client: 'TIME_WAIT', server: 'CLOSING' });
      wire.pass('client');
      await until({ server: 'TIME_WAIT' });
    },
  },
  {
    name: 'simultaneous open',
    async play(stage) {
      const { applications, wire, until, untilSegment } = stage;
      wire.hold('client');
      wire.hold('server');
      await applications.client.connect();
      await applications.server.connect();
      await until({ client: 'SYN_SENT', server: 'SYN_SENT' });
      wire.pass('client');
      await until({ client: 'SYN_SENT', server: 'SYN_RCVD' });
      wire.hold('client');
      wire.pass('server');
      await untilSegment((_, index) => index === 2);
      wire.pass('client');
      await until({ client: 'ESTABLISHED', server: 'ESTABLISHED' });
      await closeInFour(stage, 'client');
    },
  },
  {
    name: 'half-close, data the other way',
    async play(stage) {
      const { applications, until, untilSegment } = stage;
      await open(stage);
      await applications.client.shutdown();
      await until({ client: 'FIN_WAIT_2', server: 'CLOSE_WAIT' });
      await applications.server.send(1000);
      await untilSegment((segment) => segment.len === 1000);
      await applications.server.shutdown();
      await until({ client: 'TIME_WAIT', server: 'CLOSED' });
    },
  },
  {
    name: 'abort in ESTABLISHED',
    async play(stage) {
      await open(stage);
      await stage.applications.client.abort();
      await stage.until({ client: 'CLOSED', server: 'CLOSED' });
    },
  },
  {
    name: 'abort in CLOSE_WAIT',
    async play(stage) {
      const { applications, until } = stage;
      await open(stage);
      await applications.client.shutdown();
      await until({ client: 'FIN_WAIT_2', server: 'CLOSE_WAIT' });
      await applications.server.abort();
      await until({ client: 'CLOSED', server: 'CLOSED' });
    },
  },
  {
    name: 'refused',
    async play({ applications, wire, until }) {
      wire.hold('client');
      await applications.client.connect();
      await until({ client: 'SYN_SENT' });
      wire.pass('client');
      await until({ client: 'CLOSED' });
    },
  },
  {
    name: 'given up in SYN_SENT',
    difference: { end: 'client', only: 'kernel', state: 'CLOSED', why: 'close() in SYN_SENT sends nothing (RFC 9293 §3.10.4)' },
    async play({ applications, wire, until }) {
      wire.lose('client');
      await applications.client.connect();
      await until({ client: 'SYN_SENT' });
      await applications.client.close();
      await until({ client: 'CLOSED' });
    },
  },
  {
    name: 'SYN_RCVD left standing',
    async play(stage) {
      await openHalfway(stage);
      await stage.untilSegment((segment, index) => segment.flags.includes('SYN') && index === 2);
    },
  },
  {
    name: 'reset in SYN_RCVD',
    async play({ applications, wire, until }) {
      await applications.server.listen();
      await until({ server: 'LISTEN' });
      wire.hold('server');
      await applications.client.connect();
      await until({ client: 'SYN_SENT', server: 'SYN_RCVD' });
      await applications.client.close();
      await until({ client: 'CLOSED' });
      wire.pass('server');
      await until({ server: 'LISTEN' });
    },
  },
  {
    name: 'listener closes in SYN_RCVD',
    difference: {
      end: 'server',
      only: 'annotated',
      state: 'ESTABLISHED',
      why: 'Linux drops the half-open connections of a listener that closes, and sends nothing until the ACK comes',
    },
    async play(stage) {
      const { applications, wire, until } = stage;
      await openHalfway(stage);
      await applications.server.unlisten();
      await until({ server: 'CLOSED' });
      wire.pass('client');
      await until({ client: 'CLOSED' });
    },
  },
  {
    name: 'data to FIN_WAIT_2 after close()',
    async play(stage) {
      const { applications, until } = stage;
      await open(stage);
      await applications.server.close();
      await until({ client: 'CLOSE_WAIT', server: 'FIN_WAIT_2' });
      await applications.client.send(8);
      await until({ client: 'CLOSED', server: 'CLOSED' });
    },
  },
  {
    name: 'data to FIN_WAIT_1 after close()',
    async play(stage) {
      const { applications, wire, until } = stage;
      await open(stage);
      wire.hold('server');
      await applications.server.close();
      await until({ client: 'ESTABLISHED', server: 'FIN_WAIT_1' });
      await applications.client.send(8);
      await until({ server: 'CLOSED' });
      wire.pass('server');
      await until({ client: 'CLOSED' });
    },
  },
  {
    name: 'lost SYN',
    async play(stage) {
      const { applications, wire, until } = stage;
      await applications.server.listen();
      await until({ server: 'LISTEN' });
      wire.lose('client');
      await applications.client.connect();
      await until({ client: 'SYN_SENT', server: 'LISTEN' });
      wire.hold('server');
      wire.pass('client');
      await until({ client: 'SYN_SENT', server: 'SYN_RCVD' });
      wire.pass('server');
      await until({ client: 'ESTABLISHED', server: 'ESTABLISHED' });
      await closeInFour(stage, 'client');
    },
  },
  {
    name: 'lost SYN,ACK',
    async play(stage) {
      const { applications, wire, until } = stage;
      await applications.server.listen();
      await until({ server: 'LISTEN' });
      wire.lose('server');
      await applications.client.connect();
      await until({ client: 'SYN_SENT', server: 'SYN_RCVD' });
      wire.pass('server');
      await until({ client: 'ESTABLISHED', server: 'ESTABLISHED' });
      await closeInFour(stage, 'server');
    },
  },
  {
    name: 'lost third ACK',
    async play(stage) {
      const { applications, wire, until } = stage;
      await applications.server.listen();
      await until({ server: 'LISTEN' });
      wire.hold('server');
      await applications.client.connect();
      await until({ client: 'SYN_SENT', server: 'SYN_RCVD' });
      wire.lose('client');
      wire.pass('server');
      await until({ client: 'ESTABLISHED', server: 'SYN_RCVD' });
      wire.pass('client');
      await until({ client: 'ESTABLISHED', server: 'ESTABLISHED' });
      await closeInFour(stage, 'client');
    },
  },
  {
    name: 'lost FIN',
    async play(stage) {
      const { applications, wire, until } = stage;
      await open(stage);
      wire.lose('client');
      await applications.client.shutdown();
      await until({ client: 'FIN_WAIT_1', server: 'ESTABLISHED' });
      wire.pass('client');
      await until({ client: 'FIN_WAIT_2', server: 'CLOSE_WAIT' });
      await applications.server.shutdown();
      await until({ client: 'TIME_WAIT', server: 'CLOSED' });
    },
  },
  {
    name: 'lost ACK of the FIN',
    async play(stage) {
      const { applications, wire, until, untilSegment } = stage;
      await open(stage);
      wire.lose('server');
      await applications.client.shutdown();
      await untilSegment((_, index) => index === 4);
      await until({ client: 'FIN_WAIT_1', server: 'CLOSE_WAIT' });
      wire.pass('server');
      await until({ client: 'FIN_WAIT_2', server: 'CLOSE_WAIT' });
      await applications.server.shutdown();
      await until({ client: 'TIME_WAIT', server: 'CLOSED' });
    },
  },
  {
    name: 'lost last ACK',
    async play(stage) {
      const { applications, wire, until } = stage;
      await open(stage);
      await applications.client.shutdown();
      await until({ client: 'FIN_WAIT_2', server: 'CLOSE_WAIT' });
      wire.hold('server');
      await applications.server.shutdown();
      await until({ client: 'FIN_WAIT_2', server: 'LAST_ACK' });
      wire.lose('client');
      wire.pass('server');
      await until({ client: 'TIME_WAIT', server: 'LAST_ACK' });
      wire.pass('client');
      await until({ server: 'CLOSED' });
    },
  },
];
