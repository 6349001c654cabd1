import { useLocale, useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { FACES } from '#components/pictures/faces.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { Drawing, drawnHeight } from './drawing.tsx';
import { frameOf, textWidth } from './frame.ts';
import { layOutLadder } from './layout.ts';
import { type SentencesProps, useSentences } from './sentences.tsx';
import type { LadderLayout } from './shapes.ts';

export type PictureProps = SentencesProps & { readonly title: string; readonly ref?: Ref<SVGSVGElement> };

/** In pixels. Room for calls beside the lifelines, and for a line of label along an arrow. */
const FRAME = frameOf(760);
const HEAD = 58;
const NAME = { largest: 14, room: 240 } as const;

/** A whole ladder at one width, at rest, as an image that says what it shows. `toStandalone` makes a file of it. */
export function Picture({ title, ref, ...ladder }: PictureProps) {
  const lang = useLocale();
  const layout = atRest(layOutLadder(ladder.moments, FRAME.isCompact));
  const height = drawnHeight(layout);
  const whole = { width: FRAME.width, height: HEAD + height };
  return (
    <svg ref={ref} {...whole} viewBox={`0 0 ${whole.width} ${whole.height}`} role="img" lang={lang} xmlLang={lang} style={FACES}>
      <title>{title}</title>
      <desc>
        {useSentences(ladder)
          .map(({ text }) => text)
          .join('\n')}
      </desc>
      <rect {...whole} className="fill-card" />
      {ROLES.map((role) => (
        <Head key={role} role={role} name={ladder.names[role]} />
      ))}
      <g transform={`translate(0 ${HEAD})`}>
        <Drawing layout={layout} frame={FRAME} height={height} hideStates={ladder.hideStates} />
      </g>
    </svg>
  );
}

/** Nothing travels in a file. */
function atRest(layout: LadderLayout): LadderLayout {
  return { ...layout, arrows: layout.arrows.map((arrow) => ({ ...arrow, isNew: false })) };
}

function Head({ role, name }: { readonly role: Role; readonly name: string }) {
  const t = useTranslations('duel.players.roles');
  const size = Math.min(NAME.largest, Math.floor(NAME.room / textWidth(name, 1)));
  return (
    <g textAnchor="middle" className={ROLE_STYLE[role].fill}>
      <text x={FRAME.x[role]} y={26} fontSize={size} className="font-bold">
        {name}
      </text>
      {name !== t(role) && (
        <text x={FRAME.x[role]} y={44} className="text-xs">
          {t(role)}
        </text>
      )}
    </g>
  );
}
