/** Captures of real sockets, each with what it says, reviewed line by line (tests/captures/README.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate, textOf, type Annotated } from './ladder.ts';

const FOLDER = 'tests/captures';
const captures = readdirSync(FOLDER).filter((name) => /\.pcap(ng)?$/.test(name));

/** Connection by connection. */
function report({ connections, segments, ends }: Annotated): string {
  const parts = connections.map(({ connection, client, server, partial }) => {
    const own = segments.filter((segment) => segment.connection === connection).map(textOf);
    const end = ends.find((one) => one.connection === connection);
    const states = [`client: ${end?.clientStates.join(' ')}`, `server: ${end?.serverStates.join(' ')}`];
    return [`${client} to ${server}${partial ? ', partial' : ''}`, ...own, ...states].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

test('there are captures', () => {
  expect(captures.length).toBeGreaterThan(20);
});

test.each(captures)('%s', (name) => {
  const annotated = annotate(readFileSync(`${FOLDER}/${name}`));
  expect(annotated.summary).toMatchObject({ skipped: {}, damage: null });
  expect(report(annotated)).toBe(readFileSync(`${FOLDER}/${name.replace(/\.pcap(ng)?$/, '.txt')}`, 'utf8'));
});
