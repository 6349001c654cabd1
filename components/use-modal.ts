'use client';
import { type RefObject, useLayoutEffect, useRef } from 'react';

type Modal = { readonly ref: RefObject<HTMLDialogElement | null>; readonly onClose: () => void };

/** Attributes of a dialog that is open for as long as it is drawn. `onClosed`: by the Escape key. */
export function useModal(onClosed: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // The focus goes back to where it was only where a dialog is closed before it is taken away.
    return () => dialog?.close();
  }, []);
  // StrictMode closes and opens it once: that close is told when it is open again.
  const onClose = () => {
    if (ref.current?.open === false) onClosed();
  };
  return { ref, onClose };
}
