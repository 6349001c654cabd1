/** What a message tells that it must not: looked for in its text, and in the members that it has. */
import type { TurnView, View, ViewEvent, Viewer } from '#game/match/view.ts';
import type { Settings } from '#game/match/vocabulary.ts';
import { MARK, roleIn } from './records.ts';

type Opened = Extract<ViewEvent, { type: 'opened' }>;
export type Watcher = {
  /** Sentences about what the event should not have told. */
  event(event: ViewEvent): readonly string[];
  /** The same for a whole view, and for any other text. */
  view(view: View): readonly string[];
  text(text: string, what: string): readonly string[];
};

const OPENED = 'asks,connection,deadline,ends,leg,told,turn,type';
const TURN = 'asks,closed,connection,deadline,disputedBy,ends,extra,leg,mine,ready,sealed,told,turn,voided';
const VIEW = 'ended,graceUntil,halted,legTurns,matchId,parties,presence,rematch,scores,settings,turns,version,viewer';
const membersOf = (value: object) => Object.keys(value).sort().join();

/** What is sealed: whose it is, and for which turn. */
export type Choice = { readonly whose: Viewer; readonly turn: number };

/** `choices`: by texts by which they would be known. */
export function watchFor(viewer: Viewer, { level, scenario }: Settings, choices: ReadonlyMap<string, Choice>): Watcher {
  /** Endpoints whose numbers have been on the wire. */
  const published = new Set<string>();
  let at: Pick<Opened, 'leg' | 'connection'> = { leg: 0, connection: 0 };
  let isOver = false;
  let closed = -1;

  function mayKnow([, leg, connection, digit]: RegExpMatchArray): boolean {
    const role = digit === '7' ? 'client' : 'server';
    const isOwn = roleIn(viewer, at.leg) === role && Number(leg) === at.leg && Number(connection) === at.connection;
    return isOwn || published.has(`${leg}${connection}${digit}`);
  }

  function publish(value: unknown): void {
    for (const [, leg, connection, digit] of JSON.stringify(value).matchAll(MARK)) published.add(`${leg}${connection}${digit}`);
  }

  function text(told: string, what: string): readonly string[] {
    const numbers = [...told.matchAll(MARK)].filter((found) => !mayKnow(found)).map(([number]) => `${what}: number ${number}`);
    const names = level > 1 && !isOver && told.includes(scenario) ? [`${what}: the name of the scenario`] : [];
    const chosen = [...choices].filter(([choice, { whose, turn }]) => whose !== viewer && turn > closed && told.includes(choice));
    return [...numbers, ...names, ...chosen.map(([choice]) => `${what}: the choice ${choice}`)];
  }

  function open(turn: Opened | TurnView): readonly string[] {
    const own = roleIn(viewer, turn.leg);
    const shown = (['client', 'server'] as const).filter((role) => turn.ends[role] !== null && (level === 3 || role !== own));
    return shown.map((role) => `turn ${turn.turn}: the variables of ${role}`);
  }

  function event(one: ViewEvent): readonly string[] {
    if (one.type === 'opened') {
      at = one;
      publish(one.told.map(({ outcome }) => outcome));
      const odd = membersOf(one) === OPENED ? [] : [`an opened turn has ${membersOf(one)}`];
      return [...odd, ...open(one), ...text(JSON.stringify(one), `turn ${one.turn}`)];
    }
    if (one.type === 'ended') isOver = true;
    if (one.type === 'sealed' && one.side !== viewer) return [`what ${one.side} has sealed in turn ${one.turn}`];
    if (one.type === 'sealed-by' && membersOf(one) !== 'side,turn,type') return [`sealed-by has ${membersOf(one)}`];
    if (one.type !== 'closed') return text(JSON.stringify(one), one.type);
    closed = one.turn;
    publish(one.outcomes);
    // A ghost is what would have been: it is looked at by itself.
    const withoutGhosts = { ...one, verdicts: one.verdicts.map((verdict) => ({ ...verdict, ghost: null })) };
    return text(JSON.stringify(withoutGhosts), `the verdict of turn ${one.turn}`);
  }

  function view(one: View): readonly string[] {
    const last = one.turns.at(-1);
    if (last) at = last;
    for (const { told, closed } of one.turns) publish([told.map(({ outcome }) => outcome), closed?.outcomes]);
    const odd = membersOf(one) === VIEW ? [] : [`a view has ${membersOf(one)}`];
    if (!last || last.closed) return odd;
    const oddTurn = membersOf(last) === TURN ? [] : [`an open turn has ${membersOf(last)}`];
    return [...odd, ...oddTurn, ...open(last), ...text(JSON.stringify({ ...one, turns: [last] }), `the view of turn ${last.turn}`)];
  }

  return { event, view, text };
}
