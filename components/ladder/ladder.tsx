'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { Drawing, drawnHeight } from './drawing.tsx';
import { frameOf } from './frame.ts';
import { layOutLadder } from './layout.ts';
import type { Moment } from './moments.ts';
import { Sentences } from './sentences.tsx';
import { useSize } from './use-size.ts';

export type LadderProps = {
  readonly moments: readonly Moment[];
  readonly names: Readonly<Record<Role, string>>;
  /** Level 3: no states before the leg has ended. */
  readonly hideStates: boolean;
  /** Stand above the lifelines where no cards of the players stand beside the ladder. */
  readonly heads?: Readonly<Record<Role, ReactNode>>;
  /** What does not grow is read from the top. */
  readonly isWhole?: boolean;
};

/** The board: time runs down, the client is left, the server right. It scrolls so that the newest is in view. */
export function Ladder({ moments, names, hideStates, heads, isWhole = false }: LadderProps) {
  const t = useTranslations('duel.ladder');
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const frame = frameOf(size.width);
  const layout = useMemo(() => layOutLadder(moments, frame.isCompact), [moments, frame.isCompact]);
  const height = Math.max(drawnHeight(layout), size.height);
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: isWhole ? 0 : height });
  }, [height, isWhole]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className={`flex justify-between gap-3 pt-3 pb-2 ${frame.isCompact ? 'px-4' : ''}`} aria-hidden={heads ? undefined : true}>
        {ROLES.map((role) => (
          <div
            key={role}
            style={frame.isCompact ? undefined : { width: 2 * frame.x.client }}
            className={`min-w-0 ${frame.isCompact ? '' : 'text-center'}`}
          >
            {heads && <div className="lg:hidden">{heads[role]}</div>}
            <Name role={role} name={names[role]} isSpare={heads !== undefined} />
          </div>
        ))}
      </div>
      <section
        ref={scroller}
        data-scrolls
        aria-label={t('title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        tabIndex={0}
        className="relative min-h-0 flex-1 scroll-smooth overflow-x-hidden overflow-y-auto motion-reduce:scroll-auto"
      >
        <Sentences moments={moments} names={names} hideStates={hideStates} />
        <svg width={frame.width} height={height} aria-hidden="true" className="block">
          <Drawing layout={layout} frame={frame} height={height} hideStates={hideStates} />
        </svg>
      </section>
    </div>
  );
}

function Name({ role, name, isSpare }: { readonly role: Role; readonly name: string; readonly isSpare: boolean }) {
  const t = useTranslations('duel.players.roles');
  return (
    <p className={`flex justify-center gap-1 text-sm font-bold ${ROLE_STYLE[role].text} ${isSpare ? 'max-lg:hidden' : ''}`}>
      <span className="truncate">{name}</span>
      {name !== t(role) && <span className="shrink-0">· {t(role)}</span>}
    </p>
  );
}
