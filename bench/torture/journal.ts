/** What the players of a run were told: kept apart from the host, and held against its database. */
import type { Score } from '#game/match/scoring.ts';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';
import type { Answer, Command } from '#protocol/commands.ts';

/** A move that the host has called sealed. */
export type Acknowledged = {
  readonly matchId: string;
  readonly turn: number;
  /** As the host stores it: of the player and the command. */
  readonly commandId: string;
  readonly answer: Proposal | Prediction;
};
export type SeenEnd = { readonly matchId: string; readonly scores: readonly [Score, Score] };

export type Journal = {
  sent(command: Command): void;
  heard(playerId: string, command: Command, answer: Answer): void;
  ended(end: SeenEnd): void;
  readonly moves: readonly Acknowledged[];
  readonly ends: readonly SeenEnd[];
  readonly begun: ReadonlySet<string>;
  readonly faults: ReadonlyMap<string, number>;
  /** Commands of every kind. */
  acknowledged(): number;
  /** How often a command was sent once more under its id, because no answer had come. */
  resent(): number;
};

export function createJournal(): Journal {
  const moves: Acknowledged[] = [];
  const ends: SeenEnd[] = [];
  const begun = new Set<string>();
  const faults = new Map<string, number>();
  const onTheirWay = new Set<string>();
  let acknowledged = 0;
  let resent = 0;

  return {
    moves,
    ends,
    begun,
    faults,
    acknowledged: () => acknowledged,
    resent: () => resent,
    ended: (end) => void ends.push(end),
    sent({ id }) {
      if (onTheirWay.has(id)) resent += 1;
      onTheirWay.add(id);
    },
    heard(playerId, command, answer) {
      onTheirWay.delete(command.id);
      if (!answer.ok) return void faults.set(answer.fault, (faults.get(answer.fault) ?? 0) + 1);
      acknowledged += 1;
      if ('matchId' in answer && answer.matchId !== null) begun.add(answer.matchId);
      const given = moveOf(command);
      if (given) moves.push({ ...given, commandId: `${playerId}:${command.id}` });
    },
  };
}

function moveOf(command: Command): Omit<Acknowledged, 'commandId'> | null {
  if (command.type === 'propose') return { matchId: command.matchId, turn: command.turn, answer: command.proposal };
  if (command.type === 'predict') return { matchId: command.matchId, turn: command.turn, answer: command.prediction };
  return null;
}
