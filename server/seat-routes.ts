/** Back into a session from another device: whoever has a student's personal code is the player as whom the student came. */
import { Hono } from 'hono';
import { recoverSeatSchema, type RecoverSeatAnswer } from '#protocol/contest.ts';
import { giveCookie } from './account-routes.ts';
import type { Accounts } from './accounts.ts';
import { bodyOf, refuse } from './answers.ts';
import { addressOf } from './caller-in.ts';
import type { Entry } from './contests/entry.ts';

export type SeatNeeds = {
  readonly accounts: Pick<Accounts, 'playerOf' | 'enterAs'>;
  readonly playerOfStudent: Entry['playerOfStudent'];
};

export function seatRoutes({ accounts, playerOfStudent }: SeatNeeds): Hono {
  return new Hono().post('/recover/seat', async (c) => {
    const cookie = c.req.header('cookie');
    const player = await accounts.playerOf(cookie);
    if (!player) return refuse(c, 'not-signed-in');
    const wish = await bodyOf(c, recoverSeatSchema);
    if (!wish) return refuse(c, 'bad-message');
    const found = playerOfStudent({ playerId: player.playerId, address: addressOf(c) }, wish);
    if (!found.ok) return refuse(c, found.fault);
    const entered = await accounts.enterAs(found.playerId, cookie);
    if (!entered) return refuse(c, 'no-such-entrant');
    giveCookie(c, entered.token);
    return c.json({ player: entered.player, contestId: found.contestId } satisfies RecoverSeatAnswer);
  });
}
