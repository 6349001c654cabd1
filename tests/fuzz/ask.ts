/** What people ask over HTTP, in good order: how the fuzzer gets its accounts. */
export type Person = {
  /** As a request sends it. */
  readonly cookie: string;
  ask<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<T>;
};

export async function askAs<T>(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ body: T; cookie: string }> {
  const headers = { cookie, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await fetch(`${url}/api/${path}`, { method, headers, ...sent });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return { body: (await response.json()) as T, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie };
}

export function personWith(url: string, cookie: string): Person {
  return { cookie, ask: async (method, path, body) => (await askAs<never>(url, cookie, method, path, body)).body };
}

/** `spare`: the same player by a session that nobody else knows; the first one may be lost by taking another player's place. */
export type Player = Person & { readonly playerId: string; readonly spare: Person };

export async function newPlayer(url: string): Promise<Player> {
  const { body, cookie } = await askAs<{ player: { playerId: string } }>(url, '', 'POST', 'session');
  const player = personWith(url, cookie);
  const { code } = await player.ask<{ code: string }>('POST', 'me/recovery');
  const again = await askAs(url, '', 'POST', 'recover', { code });
  return { ...player, playerId: body.player.playerId, spare: personWith(url, again.cookie) };
}

export const PASSWORD = 'correct horse battery';

/** The first administrator. `setUp`: the path that the host prints. */
export async function newAdministrator(url: string, setUp: string): Promise<Person> {
  const account = { email: 'keeper@example.org', name: 'Keeper', password: PASSWORD };
  const { cookie } = await askAs(url, '', 'POST', `account-links/${setUp.split('/').at(-1)}`, account);
  return personWith(url, cookie);
}

let accounts = 0;

/** An instructor whom the administrator has invited, who is a player too. */
export async function newInstructor(
  url: string,
  admin: Person,
  role: 'instructor' | 'admin',
): Promise<Player & { readonly accountId: string }> {
  accounts += 1;
  const { path } = await admin.ask<{ path: string }>('POST', 'admin/accounts', { email: `i${accounts}@example.org`, role });
  const accepted = await askAs<{ account: { id: string } }>(url, '', 'POST', `account-links/${path.split('/').at(-1)}`, {
    name: 'Ines',
    password: PASSWORD,
  });
  const player = await newPlayer(url);
  return { ...player, ...personWith(url, `${accepted.cookie}; ${player.cookie}`), accountId: accepted.body.account.id };
}
