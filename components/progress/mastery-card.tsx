import { useTranslations } from 'next-intl';
import type { State } from '#game/tcp/vocabulary.ts';
import { KNOWN_FROM, type Mastery, type StateMastery, type Standing } from '#game/quiz/progress.ts';
import type { Edge } from '#components/duel-props.ts';
import { Card } from '#components/pages/card.tsx';
import type { ArrowLook } from '#components/state-diagram/arrows.tsx';
import { DiagramPicture, type NodeLook } from '#components/state-diagram/picture.tsx';
import { MasteryList } from './mastery-list.tsx';
import type { PractiseHref } from './progress-props.ts';
import { usePercent } from './use-percent.ts';

type MasteryCardProps = { readonly states: readonly StateMastery[]; readonly practiseHref: PractiseHref };

/** How well each state and each arrow is known: on the diagram, and in numbers. */
export function MasteryCard({ states, practiseHref }: MasteryCardProps) {
  const t = useTranslations('progress.mastery');
  const percent = usePercent();
  const byState = new Map(states.map((one) => [one.state, one]));
  const begun = states.filter(({ met }) => met > 0);
  const words = begun.map(({ state, share }) => t('stateShare', { state, share: percent(share) }));
  const lookOf = (state: State): NodeLook => nodeLook(byState.get(state), percent);
  const arrowLook = ({ from, to }: Edge) => ARROWS[bandOf(byState.get(from)?.arrows.find((arrow) => arrow.to === to))];
  const edges = states.flatMap(({ state, arrows }) => arrows.map(({ to }) => ({ from: state, to })));
  return (
    <Card title={t('title')} text={t('definition')}>
      <div className="-mx-3 flex flex-col gap-3 sm:mx-auto sm:w-full sm:max-w-3xl">
        <DiagramPicture edges={edges} label={words.join(' ') || t('nothing')} lookOf={lookOf} arrowLook={arrowLook} />
        <Legend />
      </div>
      <MasteryList states={states} practiseHref={practiseHref} />
    </Card>
  );
}

function bandOf(mastery: Mastery | undefined): Standing {
  if (!mastery || mastery.met === 0) return 'new';
  return mastery.share >= KNOWN_FROM ? 'known' : 'learning';
}

function nodeLook(mastery: Mastery | undefined, percent: (share: number) => string): NodeLook {
  const band = bandOf(mastery);
  const { share = 0 } = mastery ?? {};
  const look = BOXES[band];
  switch (band) {
    case 'new':
      return { ...look, text: null };
    case 'learning':
      return { ...look, text: percent(share), filled: { share, className: 'fill-amber-faint' } };
    case 'known':
      return { ...look, text: `${percent(share)} ✓` };
    default:
      return band satisfies never;
  }
}

const BOXES: Readonly<Record<Standing, Omit<NodeLook, 'text'>>> = {
  new: { box: 'fill-stripe stroke-line', letters: 'fill-muted', strokeWidth: 1.2 },
  learning: { box: 'fill-card stroke-amber', letters: 'fill-ink font-medium', strokeWidth: 1.2 },
  known: { box: 'fill-good-soft stroke-good', letters: 'fill-good font-bold', strokeWidth: 2 },
};
const ARROWS: Readonly<Record<Standing, ArrowLook>> = {
  new: { line: 'stroke-line-strong [stroke-dasharray:2_3]', head: 'fill-line-strong', width: 1.4 },
  learning: { line: 'stroke-amber', head: 'fill-amber', width: 1.4 },
  known: { line: 'stroke-good', head: 'fill-good', width: 3 },
};

function Legend() {
  const t = useTranslations('progress.mastery.legend');
  const percent = usePercent();
  const looks = {
    new: 'border-line bg-stripe',
    learning: 'border-amber bg-amber-faint',
    known: 'border-2 border-good bg-good-soft',
  } as const;
  return (
    <ul className="flex flex-wrap justify-center gap-x-5 gap-y-1 text-sm text-muted">
      {(['new', 'learning', 'known'] as const).map((standing) => (
        <li key={standing} className="flex items-center gap-2">
          <svg aria-hidden="true" width={22} height={10}>
            <line y1={5} y2={5} x2={22} strokeWidth={ARROWS[standing].width} className={ARROWS[standing].line} />
          </svg>
          <span aria-hidden="true" className={`size-3.5 rounded border ${looks[standing]}`} />
          {t(standing, { percent: percent(KNOWN_FROM) })}
        </li>
      ))}
    </ul>
  );
}
