'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useState } from 'react';
import { LOOKS } from '#components/button.tsx';
import { ImportAnswerView } from '#components/classes/import-answer.tsx';
import { Card } from '#components/pages/card.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { ImportAnswer } from '#protocol/classes.ts';
import { askAsInstructor } from '../../../instructor-session.ts';

type ImportRosterProps = { readonly path: string; readonly maxOctets: number; readonly onImported: () => void };

/** `octets`: what was looked at is what is imported, whatever becomes of the file. */
type State =
  | { readonly at: 'nothing' }
  | { readonly at: 'looked'; readonly file: string; readonly octets: Blob; readonly answer: ImportAnswer }
  | { readonly at: 'imported'; readonly count: number }
  | { readonly at: 'refused'; readonly trouble: TroubleCode };

export function ImportRoster({ path, maxOctets, onImported }: ImportRosterProps) {
  const t = useTranslations('classes.import');
  const [state, setState] = useState<State>({ at: 'nothing' });

  async function look(file: File): Promise<State> {
    if (file.size > maxOctets) return { at: 'refused', trouble: 'roster-too-large' };
    const octets = new Blob([await file.arrayBuffer()], { type: 'text/csv' });
    const reply = await askAsInstructor<ImportAnswer>('POST', `${path}/students/import?dryRun=true`, octets);
    return reply.ok ? { at: 'looked', file: file.name, octets, answer: reply.data } : { at: 'refused', trouble: reply.trouble };
  }

  async function save(octets: Blob): Promise<void> {
    const reply = await askAsInstructor<ImportAnswer>('POST', `${path}/students/import`, octets);
    if (!reply.ok) return setState({ at: 'refused', trouble: reply.trouble });
    setState({ at: 'imported', count: reply.data.rows.filter(({ act }) => act !== 'unchanged').length });
    onImported();
  }

  return (
    <Card title={t('title')} text={t('text')}>
      <FileButton label={t('choose')} onFile={async (file) => setState(await look(file))} />
      <Trouble trouble={state.at === 'refused' ? state.trouble : null} />
      <output className="font-semibold text-good empty:hidden">{state.at === 'imported' ? t('done', { count: state.count }) : ''}</output>
      {state.at === 'looked' ? <ImportAnswerView file={state.file} answer={state.answer} onImport={() => void save(state.octets)} /> : null}
    </Card>
  );
}

/** The same file may be chosen again after it was corrected. */
function FileButton({ label, onFile }: { readonly label: string; readonly onFile: (file: File) => void }) {
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    target.value = '';
    if (file) onFile(file);
  }
  return (
    <label
      className={`inline-flex cursor-pointer items-center self-start has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-client ${LOOKS.quiet}`}
    >
      <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={choose} className="sr-only" />
      {label}
    </label>
  );
}
