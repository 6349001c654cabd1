import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#components/button.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';

type SubmitFormProps = {
  /** Resolves to what is wrong, or to null. */
  readonly onSubmit: () => Promise<TroubleCode | null>;
  readonly label: string;
  readonly children: ReactNode;
};

/** Fields, what was wrong with them, and one button. It is sent once, however often it is pressed. */
export function SubmitForm({ onSubmit, label, children }: SubmitFormProps) {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setTrouble(await onSubmit());
    setBusy(false);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {children}
      <Trouble trouble={trouble} />
      <Button look="main" type="submit" aria-disabled={isBusy}>
        {label}
      </Button>
    </form>
  );
}
