import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { Code } from '#components/code.tsx';
import { ROLE_STYLE } from '#components/role-style.ts';
import { segmentText } from '#components/segment-text.ts';
import { DEEDS, type Item } from '#game/scenarios/script.ts';
import type { Wire } from '#game/scenarios/wire.ts';
import { otherRole, type Role, ROLES } from '#game/tcp/vocabulary.ts';

type WireCardProps = { readonly wire: Wire; readonly onDo: (item: Item) => void };

/** What is under way, oldest first for each end: a hand lets it arrive, drops it or copies it. */
export function WireCard({ wire, onDo }: WireCardProps) {
  const t = useTranslations('machine');
  const isEmpty = ROLES.every((to) => wire[to].length === 0);
  return (
    <section aria-labelledby="wire" className="min-w-0">
      <h2 id="wire" className="font-bold">
        {t('wire')}
      </h2>
      {isEmpty ? <p className="text-sm text-muted">{t('wireEmpty')}</p> : null}
      {ROLES.map((to) => (
        <Flights key={to} to={to} wire={wire} onDo={onDo} />
      ))}
    </section>
  );
}

function Flights({ to, wire, onDo }: WireCardProps & { readonly to: Role }) {
  const t = useTranslations('machine');
  const from = otherRole(to);
  if (wire[to].length === 0) return null;
  return (
    <ul aria-label={t(`to.${to}`)} className="mt-2 flex flex-col gap-2">
      {wire[to].map(({ segment }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a copy is like the segment that it was made of; its place is all that tells them apart.
          key={index}
          className={`flex flex-wrap items-center justify-between gap-2 rounded-lg border-l-4 px-3 py-1.5 ${ROLE_STYLE[from].edge} ${ROLE_STYLE[from].soft}`}
        >
          <span className="min-w-0">
            <span className={`block text-xs font-bold ${ROLE_STYLE[from].text}`}>{t(`to.${to}`)}</span>
            <Code className="text-sm wrap-anywhere">{segmentText(segment)}</Code>
          </span>
          <span className="flex flex-wrap gap-1.5">
            {DEEDS.map((deed) => (
              <Button
                key={deed}
                look="quiet"
                className="px-2 text-xs pointer-fine:min-h-8 pointer-fine:py-1"
                aria-label={t('deedTo', { deed: t(`deeds.${deed}`), segment: segmentText(segment) })}
                onClick={() => onDo({ do: deed, to, nth: index + 1 })}
              >
                {t(`deeds.${deed}`)}
              </Button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
