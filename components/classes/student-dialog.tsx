import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, LOOKS } from '#components/button.tsx';
import { Dialog } from '#components/dialog.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { StudentRow } from '#protocol/classes.ts';
import { StudentForm, type TypedStudent } from './student-form.tsx';

/** Each resolves to what went wrong, or to null. */
export type StudentActions = {
  readonly onSave: (student: StudentRow | null, typed: TypedStudent) => Promise<TroubleCode | null>;
  readonly onNewCode: (student: StudentRow) => Promise<TroubleCode | null>;
  readonly onErase: (student: StudentRow) => Promise<TroubleCode | null>;
  /** Where everything about the student can be fetched. */
  readonly exportHref: (student: StudentRow) => string;
};

type StudentDialogProps = StudentActions & { readonly student: StudentRow | null; readonly onClose: () => void };

/** A new student, or all that can be done with one. */
export function StudentDialog({ student, onClose, onSave, ...actions }: StudentDialogProps) {
  const t = useTranslations('classes');
  const [isErasing, setErasing] = useState(false);

  async function save(typed: TypedStudent) {
    const trouble = await onSave(student, typed);
    if (!trouble) onClose();
    return trouble;
  }

  if (student && isErasing)
    return <EraseDialog student={student} onErase={actions.onErase} onKeep={() => setErasing(false)} onClose={onClose} />;
  return (
    <Dialog title={student?.name ?? t('student.addTitle')} onClose={onClose}>
      <StudentForm student={student} onSave={save} />
      {student ? <MoreActions student={student} {...actions} onErase={() => setErasing(true)} /> : null}
      <p className="mt-3 text-center">
        <Button look="text" onClick={onClose}>
          {t('student.cancel')}
        </Button>
      </p>
    </Dialog>
  );
}

type MoreActionsProps = Pick<StudentActions, 'onNewCode' | 'exportHref'> & { readonly student: StudentRow; readonly onErase: () => void };

function MoreActions({ student, onNewCode, exportHref, onErase }: MoreActionsProps) {
  const t = useTranslations('classes');
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  return (
    <div className="mt-5 flex flex-col gap-4 border-t border-line pt-4">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0">
          <span className="block text-sm font-semibold">{t('roster.code')}</span>
          <output className="font-mono text-lg font-semibold">{student.code}</output>
          <span className="block text-sm text-muted">{t('student.newCodeHint')}</span>
        </p>
        <Button look="quiet" className="shrink-0" onClick={async () => setTrouble(await onNewCode(student))}>
          {t('student.newCode')}
        </Button>
      </div>
      <Trouble trouble={trouble} />
      <div className="flex flex-wrap gap-2">
        <a href={exportHref(student)} download className={`inline-flex items-center ${LOOKS.quiet}`}>
          {t('student.export')}
        </a>
        <Button look="quiet" className="text-bad" onClick={onErase}>
          {t('student.erase')}
        </Button>
      </div>
    </div>
  );
}

type EraseDialogProps = Pick<StudentActions, 'onErase'> & {
  readonly student: StudentRow;
  readonly onKeep: () => void;
  readonly onClose: () => void;
};

/** It cannot be taken back, so it is asked. */
function EraseDialog({ student, onErase, onKeep, onClose }: EraseDialogProps) {
  const t = useTranslations('classes.student');
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function erase() {
    const failed = await onErase(student);
    setTrouble(failed);
    if (!failed) onClose();
  }

  return (
    <Dialog title={t('eraseTitle', { name: student.name })} onClose={onClose}>
      <p className="text-sm text-muted">{t('eraseText')}</p>
      <Trouble trouble={trouble} />
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onKeep}>
          {t('eraseNo')}
        </Button>
        <Button look="danger" onClick={erase}>
          {t('eraseYes')}
        </Button>
      </div>
    </Dialog>
  );
}
