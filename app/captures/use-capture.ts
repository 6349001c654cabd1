'use client';

import { useMemo, useRef, useState } from 'react';
import type { ChooserProblem, Sample } from '#components/captures/capture-chooser.tsx';
import type { PracticeSettings } from '#components/captures/practice.tsx';
import type { Summary } from '#game/capture/overview.ts';
import { type Capture, readCapture, type Recorded, recordConnection } from './read-capture.ts';

type OfConnection = { readonly capture: Capture; readonly summary: Summary; readonly recorded: Recorded };
export type Shown =
  | { readonly view: 'choose' }
  | { readonly view: 'list'; readonly capture: Capture }
  | ({ readonly view: 'connection' } & OfConnection)
  | ({ readonly view: 'practice'; readonly settings: PracticeSettings } & OfConnection);

/** What the page shows, and what leads on from there. What was begun to be read and is not wanted any more is dropped. */
export function useCapture() {
  const [shown, setShown] = useState<Shown>({ view: 'choose' });
  const [problem, setProblem] = useState<ChooserProblem | null>(null);
  const [reading, setReading] = useState<number | null>(null);
  const newest = useRef(0);

  const on = useMemo(() => {
    async function whileReading<T>(work: (onProgress: (share: number) => void) => Promise<T>, then: (done: T) => void): Promise<void> {
      newest.current += 1;
      const own = newest.current;
      const isWanted = () => own === newest.current;
      setReading(0);
      const done = await work((share) => isWanted() && setReading(share));
      if (!isWanted()) return;
      setReading(null);
      then(done);
    }

    function read(file: File): void {
      setProblem(null);
      void whileReading(
        (onProgress) => readCapture(file, onProgress),
        (read) => (typeof read === 'string' ? setProblem({ code: read, name: file.name }) : open(read)),
      );
    }

    function open(capture: Capture): void {
      const [only, ...others] = capture.connections;
      setShown({ view: 'list', capture });
      if (only && others.length === 0) choose(capture, only);
    }

    function choose(capture: Capture, summary: Summary): void {
      void whileReading(
        (onProgress) => recordConnection(capture, summary.connection, onProgress),
        (recorded) => setShown({ view: 'connection', capture, summary, recorded }),
      );
    }

    async function readSample(name: Sample): Promise<void> {
      const file = await fetchFile(`/captures/${name}.pcap`, `${name}.pcap`);
      if (file) read(file);
      else setProblem({ code: 'unreadable', name: `${name}.pcap` });
    }

    return {
      read,
      readSample: (name: Sample) => void readSample(name),
      choose,
      backToList: () => setShown((now) => (now.view === 'connection' ? { view: 'list', capture: now.capture } : now)),
      play: (settings: PracticeSettings) => setShown((now) => ('recorded' in now ? { ...now, view: 'practice', settings } : now)),
      backToConnection: () => setShown((now) => ('recorded' in now ? { ...now, view: 'connection' } : now)),
    };
  }, []);

  return { shown, problem, reading, on };
}

/** Null where the host cannot be reached. */
async function fetchFile(address: string, name: string): Promise<File | null> {
  try {
    const reply = await fetch(address);
    return reply.ok ? new File([await reply.blob()], name) : null;
  } catch {
    return null;
  }
}
