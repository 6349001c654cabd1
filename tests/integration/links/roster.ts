/** Classes as an instructor asks for them. */
import { eq } from 'drizzle-orm';
import { students } from '#db/class-schema.ts';
import type { ClassSummary, ImportAnswer, RosterAnswer, StudentRow } from '#protocol/classes.ts';
import type { TestHost } from './host.ts';
import type { Desk } from './instructor.ts';

type Body = Partial<RosterAnswer & ImportAnswer> & {
  readonly fault?: string;
  readonly classes?: readonly ClassSummary[];
  readonly student?: StudentRow;
};
export type Answered = { readonly status: number; readonly body: Body };
export type Ask = (method: string, path: string, body?: unknown) => Promise<Answered>;

/** Paths begin at /api/classes. A text or octets are sent as they are, anything else as JSON. */
export function askingAs({ url }: TestHost, { cookie }: Pick<Desk, 'cookie'>): Ask {
  return async (method, path, body) => {
    const sent = body instanceof Uint8Array || typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await fetch(`${url}/api/classes${path}`, { method, headers: { cookie: cookie() }, body: sent as BodyInit });
    return { status: response.status, body: (await response.json()) as Body };
  };
}

/** A class with one student for each line of `rows`: name, number, e-mail. */
export async function newClass(
  ask: Ask,
  name: string,
  rows = '',
): Promise<{ readonly path: string; readonly roster: readonly StudentRow[] }> {
  const made = await ask('POST', '', { name, term: 'Autumn' });
  const path = `/${made.body.class?.classId}`;
  if (rows !== '') await ask('POST', `${path}/students/import`, `name,id,email\n${rows}`);
  return { path, roster: (await ask('GET', path)).body.students ?? [] };
}

/** As if the student had come with the personal code. */
export async function linkPlayer({ database }: TestHost, studentId: string | undefined, playerId: string): Promise<void> {
  await database.write(
    () =>
      void database.orm
        .update(students)
        .set({ playerId })
        .where(eq(students.id, studentId ?? ''))
        .run(),
  );
}
