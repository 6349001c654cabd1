'use client';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

type DialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** Over the page for as long as it is drawn. `onClose`: by the Escape key. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // The focus goes back to where it was only where a dialog is closed before it is taken away.
    return () => opened?.close();
  }, []);
  // StrictMode closes and opens it once, and the close is told when it is open again.
  const heed = () => {
    if (dialog.current?.open === false) onClose();
  };
  return (
    <dialog
      ref={dialog}
      onClose={heed}
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
