'use client';

import { BackupCard, RetentionCard, SizesCard } from '#components/admin/storage-cards.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import type { StorageAnswer } from '#protocol/storage.ts';
import { readAsInstructor } from '../../instructor-session.ts';
import { useRead } from '../../read.ts';

export function Storage() {
  const [reply] = useRead<StorageAnswer>('admin/storage', readAsInstructor);
  if (!reply) return null;
  if (!reply.ok) return <Trouble trouble={reply.trouble} />;
  const { backup, retention } = reply.data;
  return (
    <>
      <SizesCard storage={reply.data} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <BackupCard backup={backup} />
        <RetentionCard retention={retention} />
      </div>
    </>
  );
}
