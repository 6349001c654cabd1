'use client';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { AskDialog, type Asked } from '#components/ask-dialog.tsx';
import { Button, type LOOKS } from '#components/button.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { ContestDeed } from '#protocol/contest.ts';

export type Acting = {
  /** Resolves to whether the host has done it. */
  readonly act: (deed: ContestDeed) => Promise<boolean>;
  /** One is on its way: nothing else can be pressed until it is answered. */
  readonly isBusy: boolean;
  /** Why the last one was refused. */
  readonly trouble: TroubleCode | null;
};

const Context = createContext<Acting>({ act: async () => false, isBusy: false, trouble: null });
export const ActingProvider = Context.Provider;
export const useActing = () => useContext(Context);

type ActButtonProps = {
  readonly look: keyof typeof LOOKS;
  readonly deed: ContestDeed;
  /** Asked first, where it cannot be taken back. */
  readonly ask?: Omit<Asked, 'no'>;
  readonly className?: string;
  /** Where the words on the button do not say for whom it is. */
  readonly label?: string;
  readonly isPressed?: boolean;
  /** There is nothing for it to do yet. */
  readonly isOff?: boolean;
  readonly onDone?: () => void;
  readonly children: ReactNode;
};

/** A button that has the host do something. */
export function ActButton({ look, deed, ask, className, label, isPressed, isOff = false, onDone, children }: ActButtonProps) {
  const t = useTranslations('console');
  const { act, isBusy } = useActing();
  const [isAsking, setIsAsking] = useState(false);
  const run = async () => {
    setIsAsking(false);
    if (await act(deed)) onDone?.();
  };
  return (
    <>
      <Button
        look={look}
        className={className}
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isBusy || isOff}
        onClick={isBusy || isOff ? undefined : ask ? () => setIsAsking(true) : run}
      >
        {children}
      </Button>
      {ask && isAsking ? <AskDialog asked={{ ...ask, no: t('no') }} onYes={run} onNo={() => setIsAsking(false)} /> : null}
    </>
  );
}
