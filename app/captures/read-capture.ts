/** A capture file, read in the browser: a little at a time, so that the page stays alive. Nothing leaves it. */
import type { ChooserProblem } from '#components/captures/capture-chooser.tsx';
import { createAnnotator, type Annotator, type Summary as ReadingSummary } from '#game/capture/annotate.ts';
import type { ToldAct } from '#game/capture/acts.ts';
import { createOverview, type Summary } from '#game/capture/overview.ts';
import { createStory } from '#game/capture/story.ts';
import type { SegmentLine } from '#game/capture/vocabulary.ts';

const MAX_BYTES = 10_000_000;
/** More of one connection nobody looks through; a capture of 10 MB with full segments has fewer. */
const MAX_SEGMENTS = 20_000;

type CaptureProblem = ChooserProblem['code'];

export type Capture = {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly connections: readonly Summary[];
  /** How many there are beyond those. */
  readonly others: number;
  readonly frames: number;
  readonly skipped: ReadingSummary['skipped'];
  readonly damage: Exclude<ReadingSummary['damage'], 'no-capture'>;
};

/** One connection of a capture, with what happened at its ends. */
export type Recorded = { readonly lines: readonly SegmentLine[]; readonly acts: readonly ToldAct[]; readonly isCut: boolean };

/** Told from 0 to 1. */
type OnProgress = (share: number) => void;

export async function readCapture(file: File, onProgress: OnProgress): Promise<Capture | CaptureProblem> {
  if (file.size > MAX_BYTES) return 'too-large';
  const octets = await octetsOf(file);
  if (!octets) return 'unreadable';
  const overview = createOverview();
  const { frames, skipped, damage } = await feed(octets, createAnnotator(overview.take), onProgress);
  if (damage === 'no-capture') return 'no-capture';
  const connections = overview.connections();
  if (connections.length === 0) return frames > 0 && skipped['link-type'] === frames ? 'link-type' : 'no-tcp';
  return { name: file.name, octets, connections, others: overview.others(), frames, skipped, damage };
}

/** The capture is read once more: what happened at the ends of all its connections would be too much to keep. */
export async function recordConnection({ octets }: Capture, number: number, onProgress: OnProgress): Promise<Recorded> {
  const story = createStory();
  const lines: SegmentLine[] = [];
  let isCut = false;
  const annotator = createAnnotator(
    (line, occurrences) => {
      if (line.connection !== number || !('frame' in line)) return;
      if (lines.length >= MAX_SEGMENTS) isCut = true;
      else {
        lines.push(line);
        story.take(line, occurrences);
      }
    },
    { tracing: true },
  );
  await feed(octets, annotator, onProgress);
  return { lines, acts: await collect(story.acts()), isCut };
}

async function octetsOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

const CHUNK = 16_384;
/** As long as the page may stand still: less than a frame of the screen and a half. */
const STRETCH_MS = 20;

async function feed(octets: Uint8Array, annotator: Annotator, onProgress: OnProgress): Promise<ReadingSummary> {
  const rest = beginStretch();
  for (let at = 0; at < octets.length; at += CHUNK) {
    annotator.push(octets.subarray(at, at + CHUNK));
    await rest(() => onProgress(at / octets.length));
  }
  return annotator.finish();
}

async function collect<T>(items: Iterable<T>): Promise<readonly T[]> {
  const rest = beginStretch();
  const collected: T[] = [];
  for (const item of items) {
    collected.push(item);
    if (collected.length % 64 === 0) await rest();
  }
  return collected;
}

/** Lets the page come to its turn, where it has stood still for long enough. */
function beginStretch(): (before?: () => void) => Promise<void> {
  let began = performance.now();
  return async (before) => {
    if (performance.now() - began < STRETCH_MS) return;
    before?.();
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}
