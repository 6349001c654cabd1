/** What holds for every match, whatever its players do. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { beginMatch, evolve, evolveAll, type Match } from '#game/match/match.ts';
import { emptyView, foldView, redact, type View, type ViewEvent, type Viewer, VIEWERS } from '#game/match/view.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { SIDES, type Entry, type Side } from '#game/match/vocabulary.ts';
import { answers, does, halts, isReady, pass, readOn, TIMES, tried, type Game } from './games.ts';
import { anyGame, anyRecord, begun, doStep, isOver, rolesOf, SECRET_NAME, tellsNumber } from './random-games.ts';

const RUNS = { numRuns: 50 };
vi.setConfig({ testTimeout: 30_000 });

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function frameOf({ record, view }: Match) {
  const { matchId, parties, legTurns } = view;
  return { matchId, parties, legTurns, settings: record.settings };
}

function eventsFor({ match, stored }: Game, viewer: Viewer): readonly ViewEvent[] {
  return stored.map(({ entry }) => redact(entry, viewer, match.record.settings));
}

/** What everybody may see, of the host's view or of a viewer's. */
function publicPart({ viewer: _viewer, settings: _settings, turns, ...rest }: View) {
  const seen = turns.map(({ asks, told, ends: _ends, mine: _mine, ...turn }) => ({
    ...turn,
    asks: asks.map((ask) => ({ ...ask, event: { ...ask.event, iss: undefined } })),
    told: told.map((one) => ({ ...one, event: { ...one.event, iss: undefined } })),
  }));
  return { ...rest, turns: seen };
}

describe.each(VIEWERS)('the view of viewer %s', (viewer) => {
  test('is the fold of the events that the viewer is sent, from whichever version on', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        let folded = emptyView(frameOf(game.match), viewer);
        let received = JSON.stringify(folded);
        eventsFor(game, viewer).forEach((event, n) => {
          folded = foldView(folded, event);
          // A viewer who arrives here is sent `received`: what comes after brings both to the same view.
          received = JSON.stringify(foldView(JSON.parse(received), overTheWire(event)));
          if (received !== JSON.stringify(folded)) expect(JSON.parse(received)).toEqual(folded);
          expect(folded.version).toBe(n + 1);
        });
        expect(publicPart(folded)).toEqual(publicPart(game.match.view));
      }),
      RUNS,
    );
  });

  test('has what the viewer has sealed, and of the other that something is sealed', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const view = eventsFor(game, viewer).reduce<View>(foldView, emptyView(frameOf(game.match), viewer));
        for (const { turn, mine, sealed, closed } of view.turns) {
          const own = game.stored.find(({ entry }) => entry.type === 'sealed' && entry.turn === turn && entry.side === viewer)?.entry;
          expect(mine).toEqual(own?.type === 'sealed' ? own.answer : null);
          const isLast = turn === view.turns.length - 1;
          if (isLast && !closed) expect(sealed).toEqual(game.match.sealed.map((one) => one !== null));
        }
      }),
      RUNS,
    );
  });

  test('holds no secret', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        for (const leak of leaksTo(viewer, game)) expect.fail(leak);
      }),
      RUNS,
    );
  });

  test('tells the name of the scenario at level 1 and at the end', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const view = eventsFor(game, viewer).reduce<View>(foldView, emptyView(frameOf(game.match), viewer));
        const mayTell = isOver(game.match) || view.settings.level === 1;
        expect(JSON.stringify(view).includes(SECRET_NAME)).toBe(mayTell);
      }),
      RUNS,
    );
  });
});

/** Sentences about what the viewer should not have been told. */
function leaksTo(viewer: Viewer, game: Game): readonly string[] {
  const { level } = game.match.record.settings;
  const published: string[] = [];
  let isEnded = false;
  return eventsFor(game, viewer).flatMap((event) => {
    const text = JSON.stringify(event);
    isEnded ||= event.type === 'ended';
    if (event.type === 'closed') published.push(text);
    if (event.type === 'opened') published.push(JSON.stringify(event.told.map(({ outcome }) => outcome)));
    return [
      ...(level > 1 && !isEnded && text.includes(SECRET_NAME) ? ['the name of the scenario'] : []),
      ...(event.type === 'opened' ? leaksOfOpened(event, viewer, level, published.join()) : []),
      ...(event.type === 'sealed' && event.side !== viewer ? [`what ${event.side} has sealed`] : []),
      ...(event.type === 'sealed-by' && Object.keys(event).sort().join() !== 'side,turn,type'
        ? [`more than that it is sealed: ${text}`]
        : []),
      ...(event.type === 'disputed' && event.side !== viewer && event.comment !== '' ? ['a comment'] : []),
    ];
  });
}

function leaksOfOpened(event: Extract<ViewEvent, { type: 'opened' }>, viewer: Viewer, level: number, published: string): readonly string[] {
  const own = rolesOf(viewer, event.leg);
  const text = JSON.stringify(event);
  return ROLES.flatMap((role) => {
    const variables = event.ends[role] !== null && (level === 3 || !own.includes(role)) ? [`variables of ${role}: ${text}`] : [];
    const numbers = [0, 1].flatMap((leg) =>
      [0, 1].flatMap((connection) => {
        const tells = (what: string) => tellsNumber(what, leg, connection, role);
        const isOwn = own.includes(role) && leg === event.leg && connection === event.connection;
        return !isOwn && tells(text) && !tells(published) ? [`numbers of ${role}: ${text}`] : [];
      }),
    );
    return [...variables, ...numbers];
  });
}

describe('a match', () => {
  test('is the same when its entries are played again, also as the store gives them back', () => {
    fc.assert(
      fc.property(anyGame, ({ match, stored }) => {
        expect(evolveAll(beginMatch(match.record), stored)).toEqual(match);
        expect(evolveAll(beginMatch(overTheWire(match.record)), overTheWire(stored))).toEqual(match);
      }),
      RUNS,
    );
  });

  test('does not change when it is evolved: the match before stays what it was', () => {
    fc.assert(
      fc.property(anyGame, ({ match, stored }) => {
        let before = beginMatch(match.record);
        for (const { entry, at } of stored) {
          const text = JSON.stringify(before);
          const next = evolve(before, entry, at);
          expect(JSON.stringify(before)).toBe(text);
          before = next;
        }
      }),
      { numRuns: 20 },
    );
  });

  test('has the scores that the verdicts which count add up to', () => {
    fc.assert(
      fc.property(anyGame, ({ match }) => {
        const counting = match.view.turns.flatMap(({ closed, voided }) => (closed && !voided ? [closed] : []));
        for (const side of SIDES) expect(match.view.scores[side]).toMatchObject(summed(counting, side));
      }),
      RUNS,
    );
  });

  test('gives each right move that counts what it is worth, and the bonus of the right ones before it', () => {
    fc.assert(
      fc.property(anyGame, ({ match }) => {
        for (const side of SIDES) {
          let before = 0;
          for (const { verdict } of countingMoves(match, side)) {
            const right = verdict.segmentRight && verdict.stateRight;
            expect(verdict.points.streak).toBe(right ? 5 * Math.min(before, 4) : 0);
            if (verdict.by === 'player') before = right ? before + 1 : 0;
          }
        }
      }),
      RUNS,
    );
  });

  test('does not move while it is halted', () => {
    fc.assert(
      fc.property(anyGame, fc.integer({ min: 0, max: TIMES.abandon / 4 }), (game, ms) => {
        const halted = halts(game).ok ? does(game, halts) : null;
        if (!halted) return;
        expect(pass(halted, ms).match).toEqual(halted.match);
        for (const side of SIDES)
          for (const command of [answers(side), isReady(side)]) expect(tried(halted, command)).not.toMatch(/closed|opened/);
      }),
      RUNS,
    );
  });

  test('ends, whatever has happened, once its players are gone', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const gone = SIDES.reduce((before, side) => doStep(before, { does: 'leave', who: side }), game);
        expect(isOver(pass(gone, 2 * TIMES.abandon).match)).toBe(true);
      }),
      RUNS,
    );
  });

  test('in timed play is played to its end by time alone', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const timed = { ...record, settings: { ...record.settings, turnSeconds: 10 } };
        const planned = begun(timed).match.view.legTurns.reduce((sum, turns) => sum + turns, 0);
        const { ended, turns } = pass(begun(timed), planned * (10_000 + TIMES.allowance + TIMES.verdict)).match.view;
        expect(ended).toEqual({ reason: 'played', by: null, winner: null });
        expect(turns).toHaveLength(planned);
      }),
      RUNS,
    );
  });

  test('in which both answer and read on is played to its end', () => {
    fc.assert(
      fc.property(anyRecord, fc.array(fc.constantFrom('right' as const, 'wrong' as const), { minLength: 1 }), (record, answered) => {
        let game = begun(record);
        for (let n = 0; !isOver(game.match); n += 1) {
          expect(n).toBeLessThan(40);
          const what = (at: number) => answered[at % answered.length];
          game = readOn(does(game, answers(0, what(2 * n)), answers(1, what(2 * n + 1))));
        }
        expect(game.match.view.ended?.reason).toBe('played');
      }),
      RUNS,
    );
  });
});

function countingMoves({ view }: Match, side: Side) {
  return view.turns.flatMap(({ closed, voided }) => {
    const verdict = closed?.verdicts[side];
    return verdict?.kind === 'move' && !voided ? [{ verdict }] : [];
  });
}

/** Added up without the code that is tested. */
function summed(closed: readonly Pick<Extract<Entry, { type: 'closed' }>, 'verdicts'>[], side: 0 | 1) {
  const own = closed.map(({ verdicts }) => verdicts[side]).filter(({ by }) => by === 'player');
  const moves = own.filter((one) => one.kind === 'move');
  const predictions = own.filter((one) => one.kind === 'prediction');
  return {
    points: own.reduce((sum, { points }) => sum + points.base + points.streak + points.speed, 0),
    moves: moves.length,
    rightMoves: moves.filter((one) => one.segmentRight && one.stateRight).length,
    predictions: predictions.length,
    rightPredictions: predictions.filter((one) => one.right).length,
  };
}
