'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/button.tsx';

/** In `public/captures`. */
export const SAMPLES = ['open-close', 'simultaneous-close', 'lossy-transfer'] as const;
export type Sample = (typeof SAMPLES)[number];

export type ChooserProblem = {
  readonly code: 'too-large' | 'unreadable' | 'no-capture' | 'no-tcp' | 'link-type';
  /** Of the file. */
  readonly name: string;
};

type CaptureChooserProps = {
  /** A file has been read: another one may be chosen, but it is not what the page is about. */
  readonly isSmall: boolean;
  readonly problem: ChooserProblem | null;
  /** How much of a file has been read, 0 to 1; null where none is being read. */
  readonly reading: number | null;
  readonly onFile: (file: File) => void;
  readonly onSample: (name: Sample) => void;
};

/** The ways to a capture: dropped anywhere on the page, chosen, or one of ours. */
export function CaptureChooser({ isSmall, problem, reading, onFile, onSample }: CaptureChooserProps) {
  const t = useTranslations('captures');
  const isOver = useDrop(onFile);
  return (
    <>
      {isSmall ? <FileButton isMain={false} onFile={onFile} /> : <DropZone isOver={isOver} onFile={onFile} />}
      <p role="alert" className="rounded-xl bg-bad-soft px-4 py-3 font-medium wrap-anywhere text-bad empty:hidden">
        {problem ? t(`problems.${problem.code}`, { name: problem.name }) : null}
      </p>
      <p role="status" className="text-muted empty:hidden">
        {reading === null ? null : t('reading', { percent: Math.floor(reading * 100) })}
      </p>
      {!isSmall && <Samples onSample={onSample} />}
    </>
  );
}

function DropZone({ isOver, onFile }: { readonly isOver: boolean; readonly onFile: (file: File) => void }) {
  const t = useTranslations('captures.choose');
  return (
    <div
      className={`flex flex-col items-center gap-4 rounded-card border-2 border-dashed px-4 py-10 text-center ${isOver ? 'border-client bg-client-soft' : 'border-line-strong bg-card'}`}
    >
      <p className="text-lg font-bold pointer-coarse:hidden">{t('drop')}</p>
      <FileButton isMain onFile={onFile} />
      <p className="max-w-prose text-sm text-muted">{t('reads')}</p>
      <p className="max-w-prose text-sm font-medium">{t('private')}</p>
    </div>
  );
}

function FileButton({ isMain, onFile }: { readonly isMain: boolean; readonly onFile: (file: File) => void }) {
  const t = useTranslations('captures.choose');
  const look = isMain
    ? 'min-h-12 self-center bg-ink px-6 text-base text-card hover:bg-ink/90'
    : 'min-h-11 self-start border border-line bg-card px-3 text-sm hover:border-ink';
  return (
    <label
      className={`inline-flex cursor-pointer items-center justify-center rounded-xl py-2 font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-client ${look}`}
    >
      {t(isMain ? 'button' : 'other')}
      <input
        type="file"
        accept=".pcap,.pcapng,.cap,application/vnd.tcpdump.pcap"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen once more.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

function Samples({ onSample }: { readonly onSample: (name: Sample) => void }) {
  const t = useTranslations('captures.samples');
  return (
    <section aria-labelledby="samples" className="flex flex-col gap-3">
      <div>
        <h2 id="samples" className="text-lg font-bold">
          {t('title')}
        </h2>
        <p className="text-sm text-muted">{t('text')}</p>
      </div>
      <ul className="flex flex-wrap gap-2">
        {SAMPLES.map((name) => (
          <li key={name}>
            <Button look="quiet" onClick={() => onSample(name)}>
              {t(name)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A file that is dropped beside the mark must not take the place of the page. */
function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      setOver(false);
      if (!file) return;
      event.preventDefault();
      onFile(file);
    };
    const listeners = { dragover: over, dragleave: leave, drop };
    for (const [type, listen] of Object.entries(listeners)) window.addEventListener(type as 'drop', listen);
    return () => {
      for (const [type, listen] of Object.entries(listeners)) window.removeEventListener(type as 'drop', listen);
    };
  }, [onFile]);
  return isOver;
}
