/** Settings of class sessions that an instructor uses again. One of the same title takes the place of the one before. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ContestTemplate } from '#protocol/contest.ts';
import { contestTemplates } from './contest-schema.ts';
import type { Database } from './open.ts';

export type ContestTemplateStore = {
  /** Newest first. */
  ofOwner(ownerId: string): readonly ContestTemplate[];
  keep(ownerId: string, template: ContestTemplate): Promise<void>;
  /** Whether there was one. */
  forget(ownerId: string, templateId: string): Promise<boolean>;
};

export function createContestTemplateStore({ orm, write }: Database, now: () => number): ContestTemplateStore {
  const { id, ownerId: owner, settings: kept } = contestTemplates;
  const hasTitle = (title: string) => eq(sql`json_extract(${kept}, '$.title')`, title);
  return {
    ofOwner: (ownerId) =>
      orm
        .select({ templateId: id, settings: kept })
        .from(contestTemplates)
        .where(eq(owner, ownerId))
        .orderBy(desc(contestTemplates.createdAt))
        .all(),
    keep: (ownerId, { templateId, settings }) =>
      write(() => {
        orm
          .delete(contestTemplates)
          .where(and(eq(owner, ownerId), hasTitle(settings.title)))
          .run();
        orm.insert(contestTemplates).values({ id: templateId, ownerId, settings, createdAt: now() }).run();
      }),
    forget: (ownerId, templateId) =>
      write(() =>
        orm
          .delete(contestTemplates)
          .where(and(eq(owner, ownerId), eq(id, templateId)))
          .run(),
      ).then(({ changes }) => changes > 0),
  };
}
