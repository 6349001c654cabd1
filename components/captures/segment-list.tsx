import { useTranslations } from 'next-intl';
import type { SegmentLine } from '#game/capture/vocabulary.ts';
import { Code } from '#components/code.tsx';
import { ROLE_STYLE } from '#components/role-style.ts';
import { fullSegmentText } from '#components/segment-text.ts';
import { noteOf } from './moments-of-acts.ts';

/** What the annotator says, a segment a row. */
export function SegmentList({ lines }: { readonly lines: readonly SegmentLine[] }) {
  const t = useTranslations('captures.connection');
  return (
    <section aria-labelledby="segments" className="card flex min-w-0 flex-col gap-3 p-4 sm:p-5">
      <div>
        <h2 id="segments" className="text-lg font-bold">
          {t('segmentsTitle')}
        </h2>
        <p className="text-sm text-muted">{t('segmentsNote')}</p>
      </div>
      <ol className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.frame} className="py-2 text-sm">
            <Row line={line} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Row({ line }: { readonly line: SegmentLine }) {
  const t = useTranslations('captures.connection');
  const notes = useTranslations('captures.notes');
  const { frame, time, from, note, client, server } = line;
  const remark = noteOf(note);
  const remarks = [...(remark ? [notes(remark)] : []), ...(note?.endsWith('lost') ? [notes('lost')] : [])];
  return (
    <div className="grid gap-x-6 sm:grid-cols-[1fr_auto]">
      <p className="flex flex-wrap gap-x-3 text-muted sm:col-span-2">
        <span className="tabular-nums">{t('frame', { frame })}</span>
        {time !== null && <span className="tabular-nums">{t('seconds', { seconds: time.toFixed(6) })}</span>}
        <span className={`font-semibold ${ROLE_STYLE[from].text}`}>{t(`from.${from}`)}</span>
        {remarks.length > 0 && <span className="font-semibold text-amber">{remarks.join(' · ')}</span>}
      </p>
      <p>
        <Code className="font-semibold break-words">{fullSegmentText(line)}</Code>
      </p>
      <p className="text-muted">{t('states', { client, server })}</p>
    </div>
  );
}
