'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CaptureChooser } from '#components/captures/capture-chooser.tsx';
import { CaptureFaults } from '#components/captures/capture-faults.tsx';
import { ConnectionList } from '#components/captures/connection-list.tsx';
import { ConnectionView } from '#components/captures/connection-view.tsx';
import { Practice } from '#components/captures/practice.tsx';
import type { Edge } from '#components/duel-props.ts';
import { Main } from '#components/pages/main.tsx';
import type { RuleTexts } from '../rule-texts.ts';
import { useCapture } from './use-capture.ts';

type CapturesProps = { readonly edges: readonly Edge[]; readonly rules: RuleTexts };

/** From a file to its connections, to one of them, to playing it. All of it is in memory. */
export function Captures({ edges, rules }: CapturesProps) {
  const { shown, problem, reading, on } = useCapture();
  const t = useTranslations('captures');
  const top = useFocusOnChange(shown.view);
  if (shown.view === 'practice')
    return <Practice {...shown} edges={edges} ruleText={(id) => rules[id]} onAgain={on.play} onStop={on.backToConnection} />;
  return (
    <Main title={t('title')} intro={shown.view === 'choose' ? t('intro') : undefined}>
      <div ref={top} tabIndex={-1} className="flex flex-col gap-6 outline-none">
        <CaptureChooser isSmall={shown.view !== 'choose'} problem={problem} reading={reading} onFile={on.read} onSample={on.readSample} />
        {shown.view !== 'choose' && <CaptureFaults capture={shown.capture} />}
        {shown.view === 'list' && <ConnectionList capture={shown.capture} onChoose={(summary) => on.choose(shown.capture, summary)} />}
        {shown.view === 'connection' && <ConnectionView {...shown} onBack={on.backToList} onPlay={on.play} />}
      </div>
    </Main>
  );
}

/** Whoever goes by the keyboard goes on where the page has changed. */
function useFocusOnChange(view: string) {
  const top = useRef<HTMLDivElement>(null);
  const seen = useRef(view);
  useEffect(() => {
    if (seen.current !== view) top.current?.focus({ preventScroll: true });
    if (seen.current !== view) window.scrollTo({ top: 0 });
    seen.current = view;
  }, [view]);
  return top;
}
