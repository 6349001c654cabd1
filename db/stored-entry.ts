/** Entries and settings as they stand in the store. None is ever rewritten: one of an older shape is read in the words of today. */
import type { Entry, PredictionVerdict, Settings, Verdict } from '#game/match/vocabulary.ts';

type Closed = Extract<Entry, { type: 'closed' }>;
/** Before there was a list of misconceptions no verdict named one. */
type StoredVerdict = Omit<Verdict, 'misconception'> & Partial<Pick<Verdict, 'misconception'>>;
type StoredClosed = Omit<Closed, 'verdicts'> & {
  readonly verdicts: readonly [StoredVerdict | PredictionVerdict, StoredVerdict | PredictionVerdict];
};
export type StoredEntry = Exclude<Entry, Closed> | StoredClosed;

/** Before speed points could be switched off, every match had them. */
export type StoredSettings = Omit<Settings, 'speedPoints'> & Partial<Pick<Settings, 'speedPoints'>>;

export function readSettings(stored: StoredSettings): Settings {
  return { speedPoints: true, ...stored };
}

export function readEntry(stored: StoredEntry): Entry {
  if (stored.type !== 'closed') return stored;
  const [one, other] = stored.verdicts;
  return { ...stored, verdicts: [readVerdict(one), readVerdict(other)] };
}

function readVerdict(stored: StoredVerdict | PredictionVerdict): Verdict | PredictionVerdict {
  return stored.kind === 'prediction' ? stored : { ...stored, misconception: stored.misconception ?? null };
}
