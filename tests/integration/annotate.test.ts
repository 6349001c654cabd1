/** `npm run -s annotate -- FILE`: what it prints, where, and how it ends. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary.ts';

const CAPTURE = 'tests/captures/three-segment-close.pcap';

function annotate(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/annotate.ts', ...args], { encoding: 'utf8' });
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}

function written(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'capture.pcap');
  writeFileSync(path, bytes);
  return path;
}

test('a whole capture: a line for the connection, one for each segment, one for the end, and exit 0', () => {
  const { status, lines, stderr } = annotate(CAPTURE);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe('{"connection":1,"client":"10.9.0.1:41497","server":"10.9.0.2:8080","partial":false}');
  expect(lines[1]).toBe(
    '{"connection":1,"frame":1,"time":0,"from":"client","flags":["SYN"],"seq":0,"ack":null,"len":0,"client":"SYN_SENT","server":"SYN_RCVD","note":null}',
  );
  expect(lines.at(-1)).toBe(
    '{"connection":1,"end":{"client":"TIME_WAIT","server":"CLOSED"},' +
      '"clientStates":["CLOSED","SYN_SENT","ESTABLISHED","FIN_WAIT_1","TIME_WAIT"],' +
      '"serverStates":["CLOSED","LISTEN","SYN_RCVD","ESTABLISHED","CLOSE_WAIT","LAST_ACK","CLOSED"]}',
  );
});

test('a capture that ends early: what was readable, the frame and the octet of the damage, and exit 1', () => {
  const { status, lines, stderr } = annotate(written(readFileSync(CAPTURE).subarray(0, 400)));
  expect(status).toBe(1);
  expect(lines.filter((line) => line.includes('"frame"'))).toHaveLength(4);
  expect(lines.at(-1)).toContain('"end"');
  expect(stderr).toBe('damaged at frame 5, byte 372 (read up to byte 400): the file ends in the middle of it\n');
});

test('what is no capture, and what cannot be read: a sentence, and exit 2', () => {
  const noCapture = written(new TextEncoder().encode('{"not":"a capture"}'));
  expect(annotate(noCapture)).toEqual({ status: 2, lines: [], stderr: `${noCapture} is neither a pcap nor a pcapng file.\n` });
  expect(annotate(written(new Uint8Array(0)))).toMatchObject({ status: 2, lines: [] });
  expect(annotate('no/such/file')).toMatchObject({ status: 2, lines: [], stderr: expect.stringContaining('no/such/file cannot be read') });
  expect(annotate()).toMatchObject({ status: 2, lines: [], stderr: 'Usage: npm run -s annotate -- FILE\n' });
});

test('frames that are passed over are counted; if none could be read, exit 1', () => {
  const bytes = readFileSync(CAPTURE);
  bytes.writeUInt32LE(105, 20);
  const { status, lines, stderr } = annotate(written(bytes));
  expect({ status, lines }).toEqual({ status: 1, lines: [] });
  expect(stderr).toBe('passed over: 10 frames of a link type that is not read\n');
});
