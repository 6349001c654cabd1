/** Names that players find rude: read by a person later. */
import type { Side } from '#game/match/vocabulary.ts';
import type { Database } from './open.ts';
import { nameReports } from './schema.ts';

export type NameReport = { readonly matchId: string; readonly bySide: Side; readonly about: string | null; readonly name: string };

/** The same report again changes nothing. */
export async function reportName({ orm, write }: Database, report: NameReport, at: number): Promise<void> {
  await write(
    () =>
      void orm
        .insert(nameReports)
        .values({ ...report, at })
        .onConflictDoNothing()
        .run(),
  );
}
