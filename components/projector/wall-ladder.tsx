import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef } from 'react';
import type { Role } from '#game/tcp/vocabulary.ts';
import { Drawing, drawnHeight } from '#components/ladder/drawing.tsx';
import { frameOf } from '#components/ladder/frame.ts';
import { layOutLadder } from '#components/ladder/layout.ts';
import type { Moment } from '#components/ladder/moments.ts';
import { Sentences } from '#components/ladder/sentences.tsx';
import { useSize } from '#components/ladder/use-size.ts';
import { ROLE_STYLE } from '#components/role-style.ts';

/** As narrow as the ladder of a phone, so that it is large on the wall. */
const FRAME = frameOf(480);

/** The end of a ladder, as large as its width allows: what does not fit above has scrolled away. Its heading stands between the two ends. */
export function WallLadder({ moments, children }: { readonly moments: readonly Moment[]; readonly children: ReactNode }) {
  const t = useTranslations('duel.players.roles');
  const ground = useRef<HTMLDivElement>(null);
  const size = useSize(ground);
  const layout = useMemo(() => layOutLadder(moments, FRAME.isCompact), [moments]);
  const height = drawnHeight(layout);
  const room = size.height > 0 ? (size.height * FRAME.width) / size.width : height;
  const top = Math.max(0, height - room);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-baseline justify-between px-4 pb-2">
        <End of="client" />
        {children}
        <End of="server" />
      </div>
      <div ref={ground} className={`relative min-h-0 flex-1 overflow-hidden ${top > 0 ? 'mask-t-from-90%' : ''}`}>
        <Sentences moments={moments} names={{ client: t('client'), server: t('server') }} hideStates={false} />
        <svg aria-hidden="true" viewBox={`0 ${top} ${FRAME.width} ${room}`} className="absolute inset-0 size-full">
          <Drawing layout={layout} frame={FRAME} height={Math.max(height, room)} hideStates={false} />
        </svg>
      </div>
    </div>
  );
}

function End({ of: role }: { readonly of: Role }) {
  const t = useTranslations('duel.players.roles');
  return (
    <span aria-hidden="true" className={`text-2xl font-bold ${ROLE_STYLE[role].text}`}>
      {t(role)}
    </span>
  );
}
