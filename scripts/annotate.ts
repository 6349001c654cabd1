/** `npm run -s annotate -- FILE` prints a capture as JSON lines (docs/captures.md). Exits with 1 where it is damaged, with 2 where it is none. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createAnnotator, type Annotator, type Summary } from '#game/capture/annotate.ts';
import { type DAMAGES, SKIPS, type Damage, type Skip } from '#game/capture/vocabulary.ts';

const OF_DAMAGE: Readonly<Record<(typeof DAMAGES)[number], string>> = {
  'ends-early': 'the file ends in the middle of it',
  'impossible-length': 'it claims to be longer than any frame',
  'bad-block': 'its block contradicts itself',
  'unknown-interface': 'it names an interface that the file does not describe',
};
const OF_SKIP: Readonly<Record<Skip, string>> = {
  'link-type': 'of a link type that is not read',
  'other-protocol': 'without TCP',
  fragment: 'with an IP fragment other than the first',
  'cut-short': 'captured too short to hold the TCP header',
  malformed: 'with a malformed header',
};

process.stdout.on('error', leaveQuietlyWithReader);
const [path, ...others] = process.argv.slice(2);
process.exitCode = path === undefined || others.length > 0 ? complain('Usage: npm run -s annotate -- FILE') : await annotate(path);

/** The exit code. */
async function annotate(path: string): Promise<number> {
  let lines = '';
  const annotator = createAnnotator((line) => {
    lines += `${JSON.stringify(line)}\n`;
  });
  const printLines = async () => {
    const isTaken = process.stdout.write(lines);
    lines = '';
    if (!isTaken) await once(process.stdout, 'drain');
  };
  const unreadable = await pushFile(annotator, path, printLines);
  if (unreadable !== null) return complain(unreadable);
  const summary = annotator.finish();
  await printLines();
  return report(path, summary);
}

/** What kept the file from being read; null where nothing did. */
async function pushFile(annotator: Annotator, path: string, afterChunk: () => Promise<void>): Promise<string | null> {
  try {
    for await (const chunk of createReadStream(path)) {
      annotator.push(chunk);
      await afterChunk();
    }
    return null;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return `${path} cannot be read: ${error.message}`;
    throw error;
  }
}

function report(path: string, { frames, skipped, damage }: Summary): number {
  if (damage === 'no-capture') return complain(`${path} is neither a pcap nor a pcapng file.`);
  for (const skip of SKIPS) if (skipped[skip]) say(`passed over: ${skipped[skip]} frames ${OF_SKIP[skip]}`);
  if (damage) say(describeDamage(damage));
  const isAllUnread = frames > 0 && skipped['link-type'] === frames;
  return damage || isAllUnread ? 1 : 0;
}

function describeDamage({ damage, frame, byte, readTo }: Damage): string {
  return `damaged at frame ${frame}, byte ${byte} (read up to byte ${readTo}): ${OF_DAMAGE[damage]}`;
}

function complain(sentence: string): number {
  say(sentence);
  return 2;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function leaveQuietlyWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
