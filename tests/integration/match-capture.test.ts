/** GET /api/matches/:id/capture.pcap : the file that a finished match becomes, fetched as curl fetches it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTS } from '#protocol/faults.ts';
import { begin, playOn, type Game } from '../unit/match/games.ts';
import { annotate } from '../unit/capture/ladder.ts';
import { startHost, type TestHost } from './links/host.ts';
import { storeMatch, strangers } from './stored-match.ts';
import { temporaryFolder } from './temporary.ts';

async function hostWith(game: Game): Promise<TestHost> {
  const host = await startHost();
  await storeMatch(host.database, game);
  return host;
}

const parties = strangers('Ada', '王梅');
const capture = ({ url }: TestHost, matchId = 'match') => fetch(`${url}/api/matches/${matchId}/capture.pcap`);

test('a match that is over comes as a file for everybody, with the name of its scenario', async () => {
  const response = await capture(await hostWith(playOn(begin({ parties, scenario: 'lost-fin', level: 2 }))));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/vnd.tcpdump.pcap');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="last-ack-lost-fin.pcap"');
  const { segments, connections, summary } = annotate(new Uint8Array(await response.arrayBuffer()));
  expect(summary).toEqual({ frames: segments.length, skipped: {}, damage: null });
  expect(connections.map(({ client, server }) => `${client} ${server}`)).toContain('10.0.0.1:40001 10.0.0.2:80');
  expect(segments.map(({ note }) => note)).toContain('retransmission');
});

test('a match that is not over is refused, and so is one that is not there', async () => {
  const host = await hostWith(begin({ parties }));
  for (const [matchId, fault] of [
    ['match', 'match-not-over'],
    ['another', 'no-such-match'],
  ] as const) {
    const response = await capture(host, matchId);
    expect({ status: response.status, body: await response.json() }).toEqual({ status: FAULTS[fault], body: { fault } });
  }
});

const TSHARK = spawnSync('tshark', ['--version']).status === 0;
const CHECKED = ['-o', 'ip.check_checksum:TRUE', '-o', 'tcp.check_checksum:TRUE'];

test.skipIf(!TSHARK)('tshark opens it: every checksum is good and nothing is malformed (skipped where there is no tshark)', async () => {
  for (const scenario of ['forged-acks', 'zero-window', 'duplicate-data']) {
    const response = await capture(await hostWith(playOn(begin({ parties, scenario, level: 3 }))));
    const octets = new Uint8Array(await response.arrayBuffer());
    const path = join(temporaryFolder(), 'match.pcap');
    writeFileSync(path, octets);
    const fields = ['ip.checksum.status', 'tcp.checksum.status', '_ws.malformed'].flatMap((field) => ['-e', field]);
    const { status, stdout } = spawnSync('tshark', ['-r', path, ...CHECKED, '-T', 'fields', ...fields], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(annotate(octets).segments.map(() => '1\t1'));
  }
});
