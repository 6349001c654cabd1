/** What a wrong answer would have caused, drawn where it would have happened. */
import type { Ghost } from '#game/match/vocabulary.ts';
import { otherRole, type Role } from '#game/tcp/vocabulary.ts';
import { fallOf } from './flights.ts';
import type { Draft } from './shapes.ts';

/** `y`: where the segment that was right left. */
export type GhostPlace = { readonly key: string; readonly at: Role; readonly y: number; readonly ghost: Ghost };

/** Steeper than the segment that was right, so that the two can be told apart. */
const DROP = 36;
const BELOW_HEAD = 21;
const TIMER_DROP = { beside: 22, below: 44 } as const;

export function placeGhosts(draft: Draft): void {
  for (const { key, at, y, ghost } of draft.ghosts) {
    if (ghost.kind === 'silence') placeTimer(draft, `${key}-ghost`, at, y, ghost.running);
    else placeSegment(draft, `${key}-ghost`, at, y, ghost);
  }
}

function placeTimer(draft: Draft, key: string, at: Role, y: number, running: boolean): void {
  const drop = draft.isCompact ? TIMER_DROP.below : TIMER_DROP.beside;
  draft.pills.push({ key, at, y: y + drop, label: { type: 'silence', running } });
}

function placeSegment(draft: Draft, key: string, at: Role, y: number, { segment, to, reply }: Extract<Ghost, { kind: 'segment' }>): void {
  const end = { reach: 1, y: y + fallOf(draft, at) + DROP };
  draft.arrows.push({
    key,
    from: at,
    segment,
    fate: 'ghost',
    start: { reach: 0, y },
    end,
    label: { from: 0.25, to: 1 },
    note: null,
    isNew: true,
  });
  draft.chips.push({ key, at: otherRole(at), y: end.y + BELOW_HEAD, state: to, kind: 'ghost', reply });
}
