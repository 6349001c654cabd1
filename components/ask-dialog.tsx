'use client';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export type Asked = { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };

type AskDialogProps = { readonly asked: Asked; readonly onYes: () => void; readonly onNo: () => void };

/** Asks before something that cannot be taken back. */
export function AskDialog({ asked, onYes, onNo }: AskDialogProps) {
  return (
    <Dialog title={asked.title} onClose={onNo}>
      <p className="-mt-2 text-sm text-muted">{asked.text}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button look="quiet" onClick={onNo}>
          {asked.no}
        </Button>
        <Button look="danger" onClick={onYes}>
          {asked.yes}
        </Button>
      </div>
    </Dialog>
  );
}
