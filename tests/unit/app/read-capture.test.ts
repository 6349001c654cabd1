/** A file that somebody drops on the page: what is shown of it, or why nothing is. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCapture, recordConnection } from '#app/captures/read-capture.ts';
import { SAMPLES } from '#components/captures/capture-chooser.tsx';
import { momentsOfActs, pagesOf } from '#components/captures/moments-of-acts.ts';
import { layOutLadder } from '#components/ladder/layout.ts';
import { joinOctets, pcapHeader, writeCapture, type Sent } from '#game/capture/write.ts';
import { ENDS } from '../capture/ladder.ts';

const ignore = () => {};
const file = (octets: Uint8Array | string, name = 'a.pcap') => new File([octets as Uint8Array<ArrayBuffer>], name);
const real = (name: string) => readFileSync(`tests/captures/${name}`);
const read = (octets: Uint8Array | string) => readCapture(file(octets), ignore);

/** Both ends send an octet in turn, for ever. */
function talk(segments: number): Uint8Array {
  const sent = Array.from({ length: segments }, (_, index): Sent => {
    const said = Math.floor(index / 2);
    const from = index % 2 === 0 ? 'client' : 'server';
    const ack = from === 'client' ? said : said + 1;
    return { from, segment: { flags: ['ACK'], seq: said, ack, len: 1 }, time: index };
  });
  return writeCapture(sent, ENDS);
}

describe('a file that is no use', () => {
  test.each([
    ['too-large', new Uint8Array(10_000_001)],
    ['no-capture', 'Dear diary'],
    ['no-capture', ''],
    ['no-tcp', pcapHeader(1)],
    ['link-type', joinOctets([pcapHeader(105), real('abort.pcap').subarray(24)])],
  ])('%s', async (problem, octets) => {
    expect(await read(octets)).toBe(problem);
  });

  test('cannot be read', async () => {
    const gone = Object.assign(file(''), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await readCapture(gone, ignore)).toBe('unreadable');
  });
});

test('of a damaged file, what comes before the damage is shown', async () => {
  expect(await read(real('open-close.pcap').subarray(0, 700))).toMatchObject({
    damage: { damage: 'ends-early', frame: 8, byte: 625 },
    connections: [{ segments: 7, course: 'open' }],
  });
});

test.each([
  ['open-close.pcap', [{ course: 'closed', segments: 11, again: 0, end: { client: 'TIME_WAIT', server: 'CLOSED' } }]],
  ['refused.pcap', [{ course: 'refused', segments: 2 }]],
  ['abort.pcap', [{ course: 'reset' }]],
  ['lost-last-ack.pcap', [{ course: 'closed', again: 1, lost: 1 }]],
  ['keep-alive.pcap', [{ course: 'closed', partial: false }]],
  ['loopback.pcapng', [{ client: '[2001:db8::1]:42997' }, { client: '127.0.0.1:51559' }]],
])('%s at a glance', async (name, connections) => {
  expect(await read(real(name))).toMatchObject({ connections, others: 0, damage: null });
});

test('a SYN that nobody answers', async () => {
  const syn: Sent = { from: 'client', segment: { flags: ['SYN'], seq: 0, ack: null, len: 0 }, time: 0 };
  expect(await read(writeCapture([syn], ENDS))).toMatchObject({ connections: [{ course: 'unanswered' }] });
});

describe('a long connection', () => {
  test('is shown up to a limit, and it is said', async () => {
    const capture = await read(talk(20_010));
    if (typeof capture === 'string') throw new Error(capture);
    const recorded = await recordConnection(capture, 1, ignore);
    expect(recorded).toMatchObject({ isCut: true });
    expect(recorded.lines).toHaveLength(20_000);
  }, 60_000);

  test('is drawn page by page, each page from the states at which it begins', async () => {
    const capture = await read(talk(100));
    if (typeof capture === 'string') throw new Error(capture);
    const { acts } = await recordConnection(capture, 1, ignore);
    const starts = pagesOf(acts, 40);
    expect(starts).toHaveLength(3);
    for (const [page, from] of starts.entries()) {
      const moments = momentsOfActs(acts, { from, to: starts[page + 1] ?? acts.length }, (note) => note);
      const sent = moments.filter(({ acts: [act] }) => act?.outcome?.segment).length;
      expect(sent).toBe(page < 2 ? 40 : 20);
      expect(
        layOutLadder(moments, true)
          .chips.slice(0, 2)
          .map(({ state }) => state),
      ).toEqual(['ESTABLISHED', 'ESTABLISHED']);
    }
  });
});

test('the ladder of a capture crosses what crossed, ends early what was lost, and says what is remarkable', async () => {
  const capture = await read(real('lost-last-ack.pcap'));
  if (typeof capture === 'string') throw new Error(capture);
  const { acts } = await recordConnection(capture, 1, ignore);
  const { arrows } = layOutLadder(
    momentsOfActs(acts, { from: 0, to: acts.length }, (note) => note),
    false,
  );
  expect(arrows.map(({ fate, note }) => `${fate}${note ? ` ${note}` : ''}`)).toEqual([
    ...Array.from({ length: 6 }, () => 'arrived'),
    'lost',
    'arrived retransmission',
    'arrived duplicate ACK',
  ]);
});

test.each(SAMPLES)('the sample %s is the capture that was reviewed', (name) => {
  expect(readFileSync(`public/captures/${name}.pcap`).equals(real(`${name}.pcap`))).toBe(true);
});
