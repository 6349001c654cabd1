'use client';
import { useId } from 'react';
import { Button } from './button.tsx';
import { useModal } from './use-modal.ts';

export type Asked = { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };

type AskDialogProps = { readonly asked: Asked; readonly onYes: () => void; readonly onNo: () => void };

/** Asks before something that cannot be taken back. */
export function AskDialog({ asked, onYes, onNo }: AskDialogProps) {
  const [titleId, textId] = [useId(), useId()];
  return (
    <dialog
      {...useModal(onNo)}
      aria-labelledby={titleId}
      aria-describedby={textId}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card border border-line bg-card p-5 text-ink backdrop:bg-ink/40"
    >
      <h2 id={titleId} className="text-lg font-bold wrap-anywhere">
        {asked.title}
      </h2>
      <p id={textId} className="mt-2 text-sm text-muted">
        {asked.text}
      </p>
      <div className="mt-5 flex justify-end gap-2">
        <Button look="quiet" onClick={onNo}>
          {asked.no}
        </Button>
        <Button look="danger" onClick={onYes}>
          {asked.yes}
        </Button>
      </div>
    </dialog>
  );
}
