/** Where a turn of a match can be looked at: live while the match is open, as a replay once it is over. */
export function matchAddress(matchId: string, isOver: boolean, turn?: number): string {
  if (!isOver) return `/match/${matchId}`;
  return turn === undefined ? `/replay/${matchId}` : `/replay/${matchId}?turn=${turn}`;
}
