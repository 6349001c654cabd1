'use client';
import type { ReactNode } from 'react';
import { PictureDownload } from '#components/pictures/picture-download.tsx';
import { Picture, type PictureProps } from './picture.tsx';

type LadderDownloadProps = Omit<PictureProps, 'ref'> & {
  /** Without its ending. */
  readonly fileName: string;
  readonly children: ReactNode;
};

/** Saves a ladder as an SVG file. */
export function LadderDownload({ fileName, children, ...picture }: LadderDownloadProps) {
  return (
    <PictureDownload fileName={fileName} draw={(ref) => <Picture ref={ref} {...picture} />}>
      {children}
    </PictureDownload>
  );
}
