'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/button.tsx';
import { Dialog } from '#components/dialog.tsx';
import type { EntrantRow } from '#protocol/contest.ts';
import { Trouble } from '#components/pages/trouble.tsx';
import { ActButton, useActing } from './act.tsx';

type PersonDialogProps = { readonly row: EntrantRow; readonly isOver: boolean; readonly onClose: () => void };

/** One entrant: a better name, out, or in again. */
export function PersonDialog({ row, isOver, onClose }: PersonDialogProps) {
  const t = useTranslations('console.people');
  const ask = { title: t('removeAsk.title', { name: row.name }), text: t('removeAsk.text', { name: row.name }), yes: t('removeAsk.yes') };
  return (
    <Dialog title={row.name} onClose={onClose}>
      {row.realName ? <p className="-mt-3 mb-4 text-muted wrap-anywhere">{t('real', { name: row.realName })}</p> : null}
      <Rename row={row} onDone={onClose} />
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        {isOver ? null : row.state === 'in' ? (
          <ActButton look="danger" deed={{ do: 'remove', entrant: row.number }} ask={ask} onDone={onClose} className="mr-auto">
            {t('remove')}
          </ActButton>
        ) : (
          <ActButton look="quiet" deed={{ do: 'let-in', entrant: row.number }} onDone={onClose} className="mr-auto">
            {t('letIn')}
          </ActButton>
        )}
        <Button look="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
}

function Rename({ row, onDone }: { readonly row: EntrantRow; readonly onDone: () => void }) {
  const t = useTranslations('console.people');
  const { act, isBusy, trouble } = useActing();
  const [name, setName] = useState(row.name);
  const [isTried, setIsTried] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isBusy && (await act({ do: 'rename', entrant: row.number, name }))) onDone();
  };
  return (
    <form onSubmit={save}>
      <div className="flex items-end gap-2">
        <label className="flex min-w-0 flex-1 flex-col gap-1 text-sm font-semibold">
          {t('rename')}
          <input
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={40}
            autoComplete="off"
            className="min-h-11 w-full min-w-0 rounded-xl border border-line-strong bg-card px-3 text-base font-normal"
          />
        </label>
        <Button look="quiet" type="submit" aria-disabled={isBusy || name.trim() === row.name}>
          {t('save')}
        </Button>
      </div>
      <Trouble trouble={isTried ? trouble : null} />
    </form>
  );
}
