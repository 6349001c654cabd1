/** Matches played and held against what nobody may know: what a run of them has found. */
import { expect } from 'vitest';
import type { View, ViewEvent } from '#game/match/view.ts';
import type { Segment, State } from '#game/tcp/vocabulary.ts';
import type { Proposal, Side } from '#game/match/vocabulary.ts';
import { drawOne, randomFrom, type Random } from '#game/scenarios/random.ts';
import { pathsRead, type TestHost } from '../links/host.ts';
import { type Guest, newGuest } from '../links/player.ts';
import { anyRecord, twinOf } from './records.ts';
import { type Choice, watchFor, type Watcher } from './secrets.ts';
import { type People, type Play, playAt, type Told } from './table.ts';

/** How many matches, twins, messages and pages were held; of how many moves the ghost before them showed flags and state. */
export type Held = { matches: number; twins: number; messages: number; pages: number; turns: number; foretold: number };
export const nothingHeld = (): Held => ({ matches: 0, twins: 0, messages: 0, pages: 0, turns: 0, foretold: 0 });

const answerText = (segment: Segment | null, state: State | undefined) => `${segment?.flags.join() ?? 'nothing'} ${state}`;

const partyOf = ({ playerId, name }: Guest) => ({ playerId, name, bot: null });

export async function newPeople(host: TestHost): Promise<People> {
  const [one, other, spectator, stranger] = [await newGuest(host), await newGuest(host), await newGuest(host), await newGuest(host)];
  return { players: [one, other], spectator, stranger };
}

/** Plays one match to its end, and its twin up to where it differs; what is found is thrown. */
export async function holdOne(host: TestHost, people: People, seed: number, held: Held): Promise<void> {
  const random = randomFrom(seed);
  const [one, other] = people.players;
  const record = anyRecord(random, `m-${seed}`, [partyOf(one), partyOf(other)]);
  const twins = twinOf(random, record);
  const play = playFrom(seed, twins);
  const log = await playHeld(host, record, people, play, random, held, twins?.turn ?? null, null);
  held.matches += 1;
  if (!twins) return;
  const { twin, turn, chooser } = twins;
  const otherPlay: Play = { ...play, isRight: (at, side) => play.isRight(at, side) !== (at === turn && side === chooser) };
  const twinLog = await playHeld(host, twin, people, otherPlay, random, held, turn, turn);
  held.twins += 1;
  for (const viewer of [0, 1, 'spectator', 'stranger'] as const) {
    if (viewer === chooser) continue;
    const [a, b] = [log, twinLog].map((told) =>
      upTo(
        turn,
        told.filter((each) => each.viewer === viewer),
      ),
    );
    expect(b, `what ${viewer} is told of the twin of ${JSON.stringify(record.settings)}, up to turn ${turn}`).toEqual(a);
  }
}

/** The same for the same turn and side; the chooser of the turn in which twins differ is the first to answer it. */
function playFrom(seed: number, twins: { readonly turn: number; readonly chooser: Side } | null): Play {
  const drawn = (turn: number, side: number) => randomFrom(seed * 977 + turn * 2 + side)();
  return {
    isRight: (turn, side) => drawn(turn, side) < 0.7,
    first: (turn) => (turn === twins?.turn ? twins.chooser : drawn(turn, 7) < 0.5 ? 0 : 1),
  };
}

async function playHeld(
  host: TestHost,
  record: Parameters<typeof playAt>[1],
  people: People,
  play: Play,
  random: Random,
  held: Held,
  compared: number | null,
  until: number | null,
): Promise<readonly Told[]> {
  const log: Told[] = [];
  /** Of the open turn: texts by which a choice would be known. */
  const choices = new Map<string, Choice>();
  const watchers = new Map<Told['viewer'], Watcher>(
    ([0, 1, 'spectator', 'stranger'] as const).map((viewer) => [
      viewer,
      watchFor(viewer === 'stranger' ? 'spectator' : viewer, record.settings, choices),
    ]),
  );
  const leaks: string[] = [];
  let ghost: string | null = null;

  function told(one: Told): void {
    log.push(one);
    const watcher = watchers.get(one.viewer);
    if (!watcher) return;
    held.messages += 1;
    leaks.push(...leaksOf(watcher, one).map((leak) => `to ${one.viewer}: ${leak}`));
    const { event } = one.value as { event?: ViewEvent };
    if (one.kind === 'event' && event?.type === 'closed' && one.viewer === 'spectator') countGhosts(event);
  }

  /** Not held, but counted: what a wrong segment would have brought about may be what the next turn asks. */
  function countGhosts({ verdicts }: Extract<ViewEvent, { type: 'closed' }>): void {
    for (const verdict of verdicts) {
      if (verdict.kind !== 'move') continue;
      const right = answerText(verdict.answers[0]?.segment ?? null, verdict.answers[0]?.state);
      if (ghost !== null && ghost === right) held.foretold += 1;
      held.turns += 1;
    }
    const found = verdicts.flatMap((verdict) => (verdict.kind === 'move' && verdict.ghost?.kind === 'segment' ? [verdict.ghost] : []));
    ghost = found[0] ? answerText(found[0].reply, found[0].to) : null;
  }

  async function half(turn: number): Promise<void> {
    const readers = ['stranger', 'spectator', 0, 1] as const;
    const own = [`/api/matches/${record.matchId}`, `/api/matches/${record.matchId}/capture.pcap`];
    const isCompared = turn === compared;
    for (const reader of isCompared ? readers : [drawOne(random, readers)]) for (const path of own) await read(reader, path, isCompared);
    if (!isCompared || until !== null) return;
    const reader = drawOne(random, readers);
    for (const path of pathsRead(host)) await read(reader, path.replace(/:\w+/g, record.matchId), false);
  }

  async function read(viewer: Told['viewer'], path: string, isLogged: boolean): Promise<void> {
    const { cookie } = viewer === 'stranger' ? people.stranger : viewer === 'spectator' ? people.spectator : people.players[viewer];
    const response = await fetch(host.url + path, { headers: { cookie } });
    const text = await response.text();
    held.pages += 1;
    expect(response.status, path).toBeLessThan(500);
    const one: Told = { viewer, kind: 'page', value: text.startsWith('{') ? JSON.parse(text) : text };
    if (isLogged) log.push(one);
    const watcher = watchers.get(viewer);
    leaks.push(...(watcher ? leaksOf(watcher, one) : []).map((leak) => `${path} to ${viewer}: ${leak}`));
  }

  /** A wrong segment has numbers that nothing else has, so that it would be known again. */
  function sealed(side: Side, turn: number, answer: object): object {
    const { segment } = answer as Proposal;
    if (!segment?.flags.includes('RST') || segment.seq === null) return answer;
    const seq = 4_100_000_000 + 1_000 * turn + side;
    choices.set(String(seq), { whose: side, turn });
    return { ...answer, segment: { ...segment, seq } };
  }

  await playAt(host, record, people, play, { told, half, sealed }, until);
  expect(leaks, JSON.stringify(record)).toEqual([]);
  return log;
}

function leaksOf(watcher: Watcher, { kind, value }: Told): readonly string[] {
  if (kind === 'event') return watcher.event((value as { event: ViewEvent }).event);
  const { view } = value as { readonly view?: View };
  return view?.turns ? watcher.view(view) : watcher.text(JSON.stringify(value), kind);
}

/** As both twins should have it: until the second answer to the turn, without ids and times, and without how long each leg is planned to be, which is told. */
function upTo(turn: number, told: readonly Told[]): readonly string[] {
  const eventOf = ({ kind, value }: Told) => (kind === 'event' ? (value as { event: ViewEvent }).event : null);
  const ofTurn = told.flatMap((one, n) => {
    const event = eventOf(one);
    return (event?.type === 'sealed' || event?.type === 'sealed-by') && event.turn === turn ? [n] : [];
  });
  return told
    .slice(0, ofTurn[1] ?? told.length)
    .filter((one) => eventOf(one)?.type !== 'away')
    .map(({ kind, value }) => kind + JSON.stringify(value, withoutTimes));
}

const TIMES = ['now', 'deadline', 'until', 'ms', 'matchId', 'legTurns', 'startedAt', 'graceUntil'];

function withoutTimes(name: string, value: unknown): unknown {
  return TIMES.includes(name) ? null : value;
}
