import { useTranslations } from 'next-intl';
import { type TroubleCode, useTroubleText } from './trouble.tsx';

export type LinkState =
  | { readonly is: 'connecting' | 'live' }
  | { readonly is: 'lost'; readonly why: 'network' | 'shutting-down' | 'message-too-large' }
  | { readonly is: 'refused'; readonly trouble: TroubleCode };

type LinkNoticeProps = { readonly link: LinkState; readonly onRetry: () => void };

/** Says how the link to the host is, where that is not as it should be. */
export function LinkNotice({ link, onRetry }: LinkNoticeProps) {
  const t = useTranslations('link');
  const textOf = useTroubleText();
  const text = link.is === 'lost' ? t(`lost.${link.why}`) : link.is === 'refused' ? refusal(link.trouble) : null;

  function refusal(trouble: TroubleCode): string {
    return trouble === 'unreachable' ? textOf(trouble) : t('refused', { reason: textOf(trouble) });
  }

  if (!text) return null;
  return (
    <p className="card pointer-events-auto flex flex-wrap items-center gap-x-3 border-amber-faint bg-amber-soft px-4 py-2 text-amber">
      {text}
      {link.is === 'refused' ? (
        <button type="button" onClick={onRetry} className="min-h-11 font-semibold underline">
          {t('retry')}
        </button>
      ) : null}
    </p>
  );
}
