import { useTranslations } from 'next-intl';

/** Something broke at the host: the number under which its log has it, for whoever reports it. */
export function FailureNotice({ report, onClose }: { readonly report: string; readonly onClose: () => void }) {
  const t = useTranslations('problems');
  return (
    <p className="card pointer-events-auto flex flex-wrap items-center gap-x-3 border-amber-faint bg-amber-soft px-4 py-2 text-amber">
      <span>{t.rich('failed', { report, code: (words) => <code className="font-semibold select-all">{words}</code> })}</span>
      <button type="button" onClick={onClose} className="min-h-11 font-semibold underline">
        {t('close')}
      </button>
    </p>
  );
}
