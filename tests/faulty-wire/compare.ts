/** What a player has seen and been promised, held against what the host tells and what it has stored. */
import { isDeepStrictEqual } from 'node:util';
import { beginMatch } from '#game/match/match.ts';
import { emptyView, foldView, redact, type View } from '#game/match/view.ts';
import type { MatchStore } from '#db/match-store.ts';
import type { MatchAnswer } from '#protocol/api.ts';
import type { RunningHost } from './host.ts';
import type { Played } from './player.ts';

/** What differs, in words; none where all is as it should be. */
export async function differencesOf({ matchId, view, acknowledged }: Played, { store, url }: RunningHost): Promise<readonly string[]> {
  const found = await store.load(matchId);
  if (!found) return [`a player is stuck ${matchId}`];
  if (!view?.ended || view.viewer === 'spectator') return [`${matchId}: a player is stuck at version ${view?.version ?? 'none'}`];
  const stored = foldOf(found, view.viewer);
  const told = (await (await fetch(`${url}/api/matches/${matchId}`)).json()) as MatchAnswer;
  const spectated = foldOf(found, 'spectator');
  return [
    ...(isDeepStrictEqual(plain(view), plain(stored)) ? [] : [`${matchId}: side ${view.viewer} does not see what is stored`]),
    ...(isDeepStrictEqual(plain(told.view), plain(spectated)) ? [] : [`${matchId}: the host does not tell what is stored`]),
    ...acknowledged.flatMap(({ turn, side, answer }) => {
      const kept = found.entries.filter(
        (entry) => entry.type === 'sealed' && entry.turn === turn && entry.side === side && entry.by === 'player',
      );
      const [first] = kept;
      const isOnce = kept.length === 1 && first?.type === 'sealed' && isDeepStrictEqual(plain(first.answer), plain(answer));
      return isOnce ? [] : [`${matchId}: what side ${side} was acknowledged in turn ${turn} is stored ${kept.length} times`];
    }),
  ];
}

type Loaded = NonNullable<Awaited<ReturnType<MatchStore['load']>>>;

function foldOf({ record, entries }: Loaded, viewer: View['viewer']): View {
  const first = emptyView({ ...beginMatch(record).view, settings: record.settings }, viewer);
  return entries.reduce((before, entry) => foldView(before, redact(entry, viewer, record.settings)), first);
}

/** As it goes over the wire. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
