'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { RosterTable } from '#components/classes/roster-table.tsx';
import { StudentDialog, type StudentActions } from '#components/classes/student-dialog.tsx';
import { Card } from '#components/pages/card.tsx';
import type { StudentRow } from '#protocol/classes.ts';
import type { Reply } from '../../../api.ts';
import { askAsInstructor } from '../../../instructor-session.ts';

type RosterProps = { readonly path: string; readonly students: readonly StudentRow[]; readonly onChanged: () => void };

export function Roster({ path, students, onChanged }: RosterProps) {
  const t = useTranslations('classes.roster');
  const [showsCodes, setShowsCodes] = useState(false);
  /** The id of a student, 'new', or null. */
  const [edited, setEdited] = useState<string | null>(null);
  const student = students.find(({ studentId }) => studentId === edited) ?? null;
  return (
    <Card title={t('title')} text={t('text')}>
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
        {students.length > 0 ? <CodeButtons showsCodes={showsCodes} onShow={setShowsCodes} /> : null}
      </div>
      {students.length > 0 ? (
        <RosterTable students={students} showsCodes={showsCodes} onEdit={({ studentId }) => setEdited(studentId)} />
      ) : (
        <p className="text-muted">{t('empty')}</p>
      )}
      {edited === 'new' || student ? (
        <StudentDialog student={student} onClose={() => setEdited(null)} {...actionsIn(path, onChanged)} />
      ) : null}
    </Card>
  );
}

type CodeButtonsProps = { readonly showsCodes: boolean; readonly onShow: (shows: boolean) => void };

function CodeButtons({ showsCodes, onShow }: CodeButtonsProps) {
  const t = useTranslations('classes.roster');
  return (
    <>
      <Button look="quiet" onClick={() => onShow(!showsCodes)}>
        {showsCodes ? t('hideCodes') : t('showCodes')}
      </Button>
      <Button look="quiet" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  );
}

function actionsIn(path: string, onChanged: () => void): StudentActions {
  const pathOf = ({ studentId }: StudentRow) => `${path}/students/${encodeURIComponent(studentId)}`;
  const done = (reply: Reply<unknown>) => {
    if (!reply.ok) return reply.trouble;
    onChanged();
    return null;
  };
  return {
    onSave: async (student, typed) =>
      done(await (student ? askAsInstructor('PATCH', pathOf(student), typed) : askAsInstructor('POST', `${path}/students`, typed))),
    onNewCode: async (student) => done(await askAsInstructor('POST', `${pathOf(student)}/code`)),
    onErase: async (student) => done(await askAsInstructor('DELETE', pathOf(student))),
    exportHref: (student) => `/api/${pathOf(student)}/export`,
  };
}
