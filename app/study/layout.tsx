import type { ReactNode } from 'react';
import { KeptForLater } from './kept-for-later.tsx';

export default function StudyLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <KeptForLater />
    </>
  );
}
