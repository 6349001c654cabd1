/** What a session is set up with before anything is chosen, and what follows from one choice for another. */
import type { Level } from '#game/match/vocabulary.ts';
import type { ContestSettings } from '#protocol/contest.ts';
import type { Locale } from '#protocol/locale.ts';

export function usualSettings(title: string, locale: Locale): ContestSettings {
  return { title, level: 1, rounds: [null, null, null], turnSeconds: 60, speedPoints: false, pairing: 'lot', locale };
}

/** Rounds at the end come and go; those before them keep their scenarios. */
export function withRoundCount(settings: ContestSettings, count: number): ContestSettings {
  const rounds = Array.from({ length: count }, (_, index) => settings.rounds[index] ?? null);
  return { ...settings, rounds };
}

export function withScenario(settings: ContestSettings, round: number, scenario: string | null): ContestSettings {
  return { ...settings, rounds: settings.rounds.map((one, index) => (index === round ? scenario : one)) };
}

/** Rounds whose scenario is not played at the level are drawn. */
export function withLevel(settings: ContestSettings, level: Level, levelOf: (scenario: string) => Level | undefined): ContestSettings {
  const fits = (scenario: string | null) => scenario !== null && (levelOf(scenario) ?? level) <= level;
  return { ...settings, level, rounds: settings.rounds.map((one) => (fits(one) ? one : null)) };
}

/** Null is untimed, where nobody is faster. */
export function withTurnSeconds(settings: ContestSettings, turnSeconds: number | null): ContestSettings {
  return { ...settings, turnSeconds, speedPoints: turnSeconds !== null && settings.speedPoints };
}
