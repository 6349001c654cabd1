/** Players of Last ACK: a session and a link each, matches by invitation, and then an answer to every turn and `ready` for every verdict. */
import { request } from 'node:http';
import type { Results } from '#protocol/commands.ts';
import { type PackedEvents, unpackEvents } from '#protocol/packed-events.ts';
import { createPlayer, type Player } from './game-player.ts';
import { openLink } from './link.ts';
import { addressOf, forEach, type Crowd, type CrowdWish, type Seat } from './seat.ts';
import type { Counted } from './tally.ts';

/** Timed, as in quick play, and longer than any run: nobody misses a turn. */
const TURN_SECONDS = 300;

export async function gatherGame({ url, players, pairs }: CrowdWish, counted: Counted): Promise<Crowd> {
  const people = await forEach(Array.from({ length: players }), (_, n) => comeIn(url, n, counted));
  const scenarios = await scenariosOf(url);
  const couples = Array.from({ length: pairs }, (_, n) => [people[2 * n], people[2 * n + 1]] as [Player, Player]);
  async function prepare(matches: number): Promise<void> {
    await forEach(couples, async (couple, n) => {
      for (let match = 0; match < matches; match += 1) await meet(couple, scenarios[(n + match) % scenarios.length] ?? '');
    });
  }
  await prepare(1);
  return {
    pairs: couples.map(([one, other]) => [one.seat, other.seat] as [Seat, Seat]),
    prepare,
    finished: () => couples.filter((couple) => couple.some((player) => player.isThrough())).length,
    close: () => people.forEach((player) => void player.close()),
  };
}

async function comeIn(url: string, n: number, counted: Counted): Promise<Player> {
  const from = addressOf(n);
  const cookie = await enter(url, from);
  const heard: { event: Player['hear'] } = { event: () => {} };
  const link = await openLink({
    url,
    namespace: '',
    cookie,
    from,
    received: counted,
    hear: (name, [message]) => name === 'events' && heard.event(unpackEvents(message as PackedEvents)),
  });
  const player = createPlayer(link, n, counted);
  heard.event = player.hear;
  return player;
}

/** The cookie of a new player, who comes over a connection of its own. */
function enter(url: string, localAddress: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/api/session`, { method: 'POST', agent: false, ...(localAddress && { localAddress }) }, (response) => {
      response.resume();
      const cookie = response.headers['set-cookie']?.[0]?.split(';')[0];
      if (cookie === undefined) return reject(new Error(`no session: ${response.statusCode}`));
      response.on('end', () => resolve(cookie));
    });
    asking.on('error', reject).end();
  });
}

async function scenariosOf(url: string): Promise<readonly string[]> {
  const answer = (await (await fetch(`${url}/api/scenarios`)).json()) as { scenarios: readonly { id: string }[] };
  return answer.scenarios.map(({ id }) => id);
}

/** Level 1: its numbers are none, so that the driver need not work them out. */
async function meet([one, other]: readonly [Player, Player], scenario: string): Promise<void> {
  const { code } = await one.say<Results['invite']>({ type: 'invite', level: 1, scenario, turnSeconds: TURN_SECONDS });
  const { matchId } = await other.say<Results['invite-accept']>({ type: 'invite-accept', code });
  for (const player of [one, other]) player.expect(matchId, (await player.say<Results['watch']>({ type: 'watch', matchId })).view);
}
