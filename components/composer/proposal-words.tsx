import { useTranslations } from 'next-intl';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';
import { flagsText } from '#components/segment-text.ts';

/** "ACK seq=302 ack=802", "FIN ACK + data", "nothing". */
export function useAnswerWords(): (answer: Proposal | Prediction) => string {
  const t = useTranslations('duel.words');
  return (answer) => {
    if (!('segment' in answer)) return answer.flags ? flagsText(answer.flags) : t('nothing');
    if (!answer.segment) return t('nothing');
    const { flags, seq, ack, data } = answer.segment;
    return [flagsText(flags), seq === null ? '' : `seq=${seq}`, ack === null ? '' : `ack=${ack}`, data ? t('withData') : '']
      .filter(Boolean)
      .join(' ');
  };
}
