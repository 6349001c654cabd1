import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { roleOf, sideOf, type TurnView, type View } from '#game/match/view.ts';
import type { Proposal, RightAnswer, Verdict } from '#game/match/vocabulary.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import type { HardestTurn } from '#game/contest/vocabulary.ts';
import { STRONG_TAG } from '#components/code.tsx';
import { ChosenText, RightAnswerText } from '#components/answer-text.tsx';
import { type Moment, momentsOf } from '#components/ladder/moments.ts';
import { turnsOfLeg } from '#components/match/situation.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { WallLadder } from './wall-ladder.tsx';

type TurnCardProps = {
  readonly view: View;
  readonly turn: number;
  /** Where it is the hardest of the round; null where the instructor has chosen it. */
  readonly hardest: HardestTurn | null;
};

/** A turn for the class to talk about. Whose it was is not told. */
export function TurnCard({ view, turn: number, hardest }: TurnCardProps) {
  const t = useTranslations('projector');
  const turn = view.turns.find((one) => one.turn === number);
  if (!turn) return <TurnNote>{t('turnNone')}</TurnNote>;
  if (!turn.closed) return <TurnNote>{t('turnOpen')}</TurnNote>;
  const before = turnsOfLeg(view, turn.leg).filter((one) => one.turn <= number && one.connection === turn.connection);
  return (
    <section aria-labelledby="turn" className="card flex min-h-0 flex-1 flex-col gap-3 p-5">
      <WallLadder moments={hardest ? withGhostsAt(roleOf(hardest.side, turn.leg), momentsOf(before)) : momentsOf(before)}>
        <h2 id="turn" className="text-2xl font-bold">
          {t(hardest ? 'hardestTitle' : 'shownTitle')}
        </h2>
      </WallLadder>
      {hardest ? <Hardest turn={turn} hardest={hardest} /> : <Answers turn={turn} />}
    </section>
  );
}

/** What the other end answered at the same time is another matter. */
function withGhostsAt(role: Role, moments: readonly Moment[]): readonly Moment[] {
  return moments.map((moment) => ({ ...moment, acts: moment.acts.map((act) => (act.at === role ? act : { ...act, ghost: null })) }));
}

/** In the place of a turn that cannot be shown. */
export function TurnNote({ children }: { readonly children: ReactNode }) {
  return <p className="card grid min-h-0 flex-1 place-items-center p-8 text-center text-2xl text-muted">{children}</p>;
}

function Hardest({ turn, hardest }: { readonly turn: TurnView; readonly hardest: HardestTurn }) {
  const t = useTranslations('projector');
  const { asked, right, wrong, side } = hardest;
  const verdict = turn.closed?.verdicts[side];
  return (
    <div className="flex shrink-0 flex-col gap-1.5 text-2xl leading-snug">
      <p>{t.rich('rightOf', { asked, right, count: wrong.count, ...STRONG_TAG })}</p>
      <Wrong proposal={wrong.proposal} />
      {verdict?.kind === 'move' ? <Right answer={verdict.answers[verdict.took]} /> : null}
    </div>
  );
}

function Answers({ turn }: { readonly turn: TurnView }) {
  const verdicts = turn.asks
    .toSorted((one, other) => ROLES.indexOf(one.at) - ROLES.indexOf(other.at))
    .map(({ at }) => turn.closed?.verdicts[sideOf(at, turn.leg)])
    .filter((one) => one?.kind === 'move');
  return (
    <div className={`grid shrink-0 gap-3 leading-snug ${verdicts.length > 1 ? 'grid-cols-2 text-xl' : 'text-2xl'}`}>
      {verdicts.map((verdict) => (
        <Answer key={verdict.at} verdict={verdict} isAlone={verdicts.length === 1} />
      ))}
    </div>
  );
}

/** A right answer needs to be told once. */
function Answer({ verdict, isAlone }: { readonly verdict: Verdict; readonly isAlone: boolean }) {
  const t = useTranslations('duel.players.roles');
  const { at, chosen, segmentRight, stateRight } = verdict;
  return (
    <div className="flex flex-col gap-1.5">
      {isAlone ? null : <p className={`font-bold ${ROLE_STYLE[at].text}`}>{t(at)}</p>}
      {segmentRight && stateRight ? null : <Wrong proposal={chosen} />}
      <Right answer={verdict.answers[verdict.took]} />
    </div>
  );
}

function Wrong({ proposal }: { readonly proposal: Proposal | null }) {
  const t = useTranslations('projector');
  return (
    <p className="rounded-xl bg-bad-soft px-4 py-1.5 text-bad">
      <span aria-hidden="true">✕ </span>
      {proposal ? <ChosenText answer={proposal} /> : <strong>{t('noAnswer')}</strong>}
    </p>
  );
}

function Right({ answer }: { readonly answer: RightAnswer | undefined }) {
  const t = useTranslations('projector');
  if (!answer) return null;
  return (
    <p className="rounded-xl bg-good-soft px-4 py-1.5 text-good">
      <span aria-hidden="true">✓ </span>
      {t('rightIs')} <RightAnswerText answer={answer} />
    </p>
  );
}
