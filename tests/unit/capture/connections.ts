/** The connections of a capture, each with its lines and with what happened at its ends. */
import type { Act, ToldAct } from '#game/capture/acts.ts';
import { createAnnotator } from '#game/capture/annotate.ts';
import { createStory, type Story } from '#game/capture/story.ts';
import type { SegmentLine } from '#game/capture/vocabulary.ts';
import type { Proposal } from '#game/match/vocabulary.ts';

type Told = { readonly lines: SegmentLine[]; readonly story: Story };

export function connectionsIn(octets: Uint8Array): readonly { readonly lines: SegmentLine[]; readonly acts: readonly ToldAct[] }[] {
  const told = new Map<number, Told>();
  const annotator = createAnnotator(
    (line, occurrences) => {
      const own = told.get(line.connection);
      if ('partial' in line) told.set(line.connection, { lines: [], story: createStory() });
      else if ('frame' in line && own) {
        own.lines.push(line);
        own.story.take(line, occurrences);
      }
    },
    { tracing: true },
  );
  annotator.push(octets);
  annotator.finish();
  return [...told.values()].map(({ lines, story }) => ({ lines, acts: [...story.acts()] }));
}

/** What the end in the capture did, as a player would say it. */
export function shownBy({ sent, after }: Act, level: 1 | 2): Proposal {
  const numbers = level === 1 ? { seq: null, ack: null } : { seq: sent?.seq ?? 0, ack: sent?.ack ?? null };
  return { segment: sent && { flags: sent.flags, data: sent.len > 0, ...numbers }, state: after.state };
}
