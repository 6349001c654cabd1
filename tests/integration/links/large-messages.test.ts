/** What is large is compressed on an instructor's link, and only there. It hangs on parts of engine.io and ws that their types do not show. */
import type { Socket as Pipe } from 'node:net';
import type { ServerOptions } from 'socket.io';
import type { Socket } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { INSTRUCTOR_COOKIE } from '#protocol/instructors.ts';
import { CompressingServer, hearOffer, keepOrder } from '#server/large-messages.ts';
import { startBare } from './bare.ts';
import { begin, comes, the } from './contest-class.ts';
import { watchContest } from './contest-room.ts';
import { newGuest, openLink } from './player.ts';

/** Of a client in Node. */
function wireOf({ io: manager }: Pick<Socket, 'io'>) {
  const { ws } = manager.engine.transport as unknown as { ws: { readonly extensions: string; readonly _socket: Pipe } };
  return { extensions: ws.extensions, octets: () => ws._socket.bytesRead };
}

test('the overview of a session comes compressed to its instructor; a student is offered nothing', async () => {
  const { host, contestId, code, instructor, room } = await begin(80);
  const link = await openLink(host, { ...(await newGuest(host)), cookie: instructor.cookie });
  const wire = wireOf(link.socket);
  const before = wire.octets();
  const overview = await watchContest(link, { viewer: 'instructor', contestId });
  await comes(host, code, 'Late');
  const said = JSON.stringify(await overview.until(({ entrants }) => entrants.length === 81)).length;
  expect(wire.octets() - before).toBeLessThan((2 * said) / 3);
  expect(wireOf(the(room[0]).socket).extensions).toBe('');
});

test('what is small on the wire and large inside is too large', async () => {
  const { host, instructor } = await begin(0);
  const { socket } = await openLink(host, { ...(await newGuest(host)), cookie: instructor.cookie });
  const closed = new Promise((resolve) => socket.once('disconnect', (_, details) => resolve(details)));
  socket.emit('command', { type: 'dispute', comment: 'x'.repeat(1_000_000) } as never, () => {});
  expect(await closed).toMatchObject({ context: { code: 1009 } });
});

describe('what is sent to many at once', () => {
  type Says = { told: (message: { readonly nth: number; readonly text: string }) => void };

  async function hears(cookie: string, upgrades: boolean) {
    const allowRequest: ServerOptions['allowRequest'] = (request, decide) => {
      hearOffer(request);
      decide(null, true);
    };
    const { server, open } = await startBare<Says>({ wsEngine: CompressingServer, allowRequest }, keepOrder);
    const browser = open({ transports: upgrades ? ['polling', 'websocket'] : ['websocket'], extraHeaders: { cookie } });
    await new Promise<void>((resolve) => browser.once('connect', resolve));
    const { engine } = browser.io;
    if (engine.transport.name !== 'websocket') await new Promise((resolve) => engine.once('upgrade', resolve));
    const heard: number[] = [];
    const all = new Promise<readonly number[]>((resolve) => {
      browser.on('told', ({ nth }) => heard.push(nth) === 3 && resolve(heard));
    });
    const text = 'SYN-RECEIVED '.repeat(10_000);
    for (const nth of [1, 2, 3]) server.emit('told', { nth, text: nth === 2 ? '' : text });
    return { heard: await all, octets: wireOf(browser).octets(), said: 2 * text.length };
  }

  test.each([
    ['from the start', false],
    ['after a while of long polling', true],
  ])('comes in its order over a link that compresses %s', async (_, upgrades) => {
    const { heard, octets, said } = await hears(`${INSTRUCTOR_COOKIE}=some`, upgrades);
    expect(heard).toEqual([1, 2, 3]);
    expect(octets).toBeLessThan(said / 10);
  });

  test('comes as it is over any other', async () => {
    const { octets, said } = await hears('last_ack_session=some', false);
    expect(octets).toBeGreaterThan(said);
  });
});
