/** What a wrong answer would have caused, drawn where it would have happened. */
import type { Ghost } from '#game/match/vocabulary.ts';
import { otherRole, type Role } from '#game/tcp/vocabulary.ts';
import { CHIP_HALF, type Draft } from './layout.ts';

/** Steeper than the segment that was right, so that the two can be told apart. */
const FALL = 78;
const BELOW_HEAD = 21;

export function placeGhost(draft: Draft, at: Role, ghost: Ghost, key: string, y: number): void {
  if (ghost.kind === 'silence') {
    draft.pills.push({ key: `${key}-ghost`, at, y: y + CHIP_HALF * 2, label: { type: 'silence', running: ghost.running } });
    return;
  }
  const { segment, to, reply } = ghost;
  const end = { reach: 1, y: y + FALL };
  draft.arrows.push({
    key: `${key}-ghost`,
    from: at,
    segment,
    fate: 'ghost',
    start: { reach: 0, y },
    end,
    label: { from: 0.25, to: 1 },
    isNew: true,
  });
  draft.chips.push({ key: `${key}-ghost`, at: otherRole(at), y: end.y + BELOW_HEAD, state: to, kind: 'ghost', reply });
}
