/** The words of the arrows: what one is taken on, and what goes out then. */
import { useTranslations } from 'next-intl';
import { type Arrow, causeOf, DIAGRAM, rulesOn } from '#game/tcp/diagram.ts';
import type { WordedArrow } from './diagram-drawing.tsx';

function sendsOf(arrow: Arrow): string | null {
  const reply = rulesOn(arrow)[0]?.reply;
  return reply && reply !== 'nothing' ? reply : null;
}

/** As long as a sentence, for a list. */
export function useMoveWords(): (arrow: Arrow) => string {
  const t = useTranslations('learn');
  return (arrow) => {
    const cause = t(`causes.${causeOf(arrow)}`);
    const segment = sendsOf(arrow);
    return segment === null ? t('silentMoves', { cause }) : t('moves', { cause, segment });
  };
}

export type NamedArrow = WordedArrow & { readonly name: string };

/** As short as they have to be to stand on the diagram, and a name for those who do not see it. */
export function useDiagramWords(): readonly NamedArrow[] {
  const t = useTranslations('learn');
  const moveWords = useMoveWords();
  return DIAGRAM.map((arrow) => {
    const { from, to } = arrow;
    const segment = sendsOf(arrow);
    const sends = segment && t('labels.sends', { segment });
    return { from, to, cause: t(`labels.${causeOf(arrow)}`), sends, name: `${t('arrow', { from, to })}. ${moveWords(arrow)}` };
  });
}
