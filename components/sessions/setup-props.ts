import type { Level } from '#game/match/vocabulary.ts';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { ContestSettings, ContestTemplate, Pairing } from '#protocol/contest.ts';

/** A scenario to choose, in the reader's language. */
export type ScenarioChoice = { readonly id: string; readonly name: string; readonly level: Level };
export type ClassChoice = { readonly classId: string; readonly name: string; readonly term: string };

export type SetupProps = {
  readonly first: ContestSettings;
  readonly pairings: readonly Pairing[];
  readonly mostRounds: number;
  readonly scenarios: readonly ScenarioChoice[];
  readonly classes: readonly ClassChoice[];
  /** The class whose page led here; null where there is none. */
  readonly firstClass: string | null;
  readonly templates: readonly ContestTemplate[];
  readonly isBusy: boolean;
  readonly trouble: TroubleCode | null;
  /** `rehearsal`: how many bots play it; null for people. */
  readonly onCreate: (settings: ContestSettings, classId: string | null, rehearsal: number | null) => void;
  /** Resolves to whether it is kept. */
  readonly onSave: (settings: ContestSettings) => Promise<boolean>;
  readonly onDelete: (templateId: string) => void;
};

/** One part of the settings, and how it changes. */
export type PartProps = {
  readonly settings: ContestSettings;
  readonly onChange: (settings: ContestSettings) => void;
};
