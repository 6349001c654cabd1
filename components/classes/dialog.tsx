import { type ReactNode, useEffect, useId, useRef } from 'react';

type DialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** Over the page, until it is closed. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={id}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-card border border-line bg-card p-5 text-ink backdrop:bg-ink/40"
    >
      <h2 id={id} className="mb-4 text-lg font-bold wrap-anywhere">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
