'use client';
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button.tsx';
import { toStandalone } from './standalone.ts';

type PictureDownloadProps = {
  /** Without its ending. */
  readonly fileName: string;
  readonly draw: (ref: Ref<SVGSVGElement>) => ReactNode;
  readonly children: ReactNode;
};

/** Saves a drawing as an SVG file. It is drawn, out of sight, when it is asked for. */
export function PictureDownload({ fileName, draw, children }: PictureDownloadProps) {
  const drawn = useRef<SVGSVGElement>(null);
  const [isAsked, setAsked] = useState(false);
  const save = () => {
    flushSync(() => setAsked(true));
    if (drawn.current) saveFile(`${fileName}.svg`, 'image/svg+xml', toStandalone(drawn.current));
    setAsked(false);
  };
  return (
    <>
      <Button look="quiet" onClick={save}>
        {children}
      </Button>
      {isAsked && <div hidden>{draw(drawn)}</div>}
    </>
  );
}

/** The address is let go of once the browser has surely read it. */
const READ_WITHIN_MS = 60_000;

function saveFile(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN_MS);
}
