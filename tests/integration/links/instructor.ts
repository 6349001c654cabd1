/** An instructor at a browser: requests with a cookie jar, from the set-up link on. */
import type { InstructorAccount, ListedAccount } from '#protocol/instructors.ts';
import type { TestHost } from './host.ts';

export type Body = {
  readonly fault?: string;
  readonly account?: InstructorAccount & Partial<ListedAccount>;
  readonly accounts?: readonly ListedAccount[];
  readonly path?: string;
  readonly kind?: string;
  readonly email?: string | null;
};
export type Reply = { readonly status: number; readonly body: Body; readonly set: readonly string[] };
export type Desk = {
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** As a request sends it. */
  cookie(): string;
};

export const PASSWORD = 'correct horse';
export const ADMIN = { email: 'admin@example.org', name: 'Ada Admin', password: PASSWORD } as const;

export function newDesk({ url }: TestHost): Desk {
  let cookie = '';
  return {
    cookie: () => cookie,
    async ask(method, path, body, headers = {}) {
      const json = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${url}/api/${path}`, { method, headers: { cookie, ...headers }, ...json });
      const set = response.headers.getSetCookie();
      if (set[0]) cookie = set[0].split(';')[0] ?? '';
      return { status: response.status, body: (await response.json()) as Body, set };
    },
  };
}

/** The API's path for the link of a page. */
export function apiOf(path: string | null | undefined): string {
  return `account-links/${path?.split('/').at(-1)}`;
}

/** The administrator, signed in by the set-up link. */
export async function newAdmin(host: TestHost): Promise<Desk> {
  const desk = newDesk(host);
  const { status } = await desk.ask('POST', apiOf(await host.setUpPath()), ADMIN);
  if (status !== 200) throw new Error(`the set-up was refused: ${status}`);
  return desk;
}

/** An instructor who has accepted an invitation, and the id of the account. */
export async function newInstructor(host: TestHost, admin: Desk, email: string): Promise<Desk & { readonly id: string }> {
  const { body } = await admin.ask('POST', 'admin/accounts', { email, role: 'instructor' });
  const desk = newDesk(host);
  const accepted = await desk.ask('POST', apiOf(body.path), { name: 'Ines', password: PASSWORD });
  return { ...desk, id: accepted.body.account?.id ?? '' };
}
