/** Routes for whoever is signed in, and nobody else. */
import type { Context } from 'hono';
import type { Accounts } from './accounts.ts';
import { refuse } from './answers.ts';

export type AsPlayer = (c: Context, playerId: string) => Response | Promise<Response>;

export function asPlayerOf({ playerOf }: Pick<Accounts, 'playerOf'>) {
  return (answer: AsPlayer) => async (c: Context) => {
    const player = await playerOf(c.req.header('cookie'));
    return player ? answer(c, player.playerId) : refuse(c, 'not-signed-in');
  };
}
