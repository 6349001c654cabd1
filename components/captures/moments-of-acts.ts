/** A captured connection on the ladder. */
import type { Act } from '#game/capture/acts.ts';
import { startOf } from '#game/capture/questions.ts';
import type { Note, Remark } from '#game/capture/vocabulary.ts';
import type { Outcome } from '#game/match/vocabulary.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';
import type { Moment } from '#components/ladder/moments.ts';

type Range = { readonly from: number; readonly to: number };

/** Those from `from` up to `to`, which is not among them. */
export function momentsOfActs(acts: readonly Act[], { from, to }: Range, noteText: (note: Note) => string): readonly Moment[] {
  const states = statesBefore(acts, from);
  return acts.slice(from, to).map((act, index) => {
    const before = { ...states };
    states[act.at] = act.after.state;
    const note = noteOf(act.note);
    const told = { at: act.at, event: act.event, outcome: outcomeOf(act), ghost: null, note: note && noteText(note) };
    return { key: `${from + index}`, connection: 0, startsConnection: index === 0, before, acts: [told] };
  });
}

/** As the act finds them. */
export function statesBefore(acts: readonly Act[], index: number): Record<Role, State> {
  const { client, server } = startOf(acts);
  const states = { client: client.state, server: server.state };
  for (const { at, after } of acts.slice(0, index)) states[at] = after.state;
  return states;
}

export function outcomeOf({ at, sent, after, note }: Act): Outcome {
  return { at, segment: sent, state: after.state, lost: note?.endsWith('lost') === true };
}

/** That a segment was lost is drawn. */
export function noteOf(remark: Remark | null): Note | null {
  if (remark === null || remark === 'lost') return null;
  return (remark.endsWith(', lost') ? remark.slice(0, -', lost'.length) : remark) as Note;
}

/** Where each page of so many captured segments begins among the acts. */
export function pagesOf(acts: readonly Act[], segments: number): readonly number[] {
  const sending = acts.flatMap(({ sent, frame }, index) => (sent && frame !== null ? [index] : []));
  const starts = sending.filter((_, count) => count % segments === 0 && count > 0);
  return [0, ...starts];
}
