import type { ReactNode } from 'react';
import type { ProjectorView } from '#protocol/contest.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { Edge } from '#components/duel-props.ts';
import { Board } from './board.tsx';
import { Footer } from './footer.tsx';
import { Hard } from './hard.tsx';
import { JoinCard } from './join-card.tsx';
import { Lobby } from './lobby.tsx';
import { Podium } from './podium.tsx';
import { RoundHeader } from './round-header.tsx';
import styles from './wall.module.css';

export type WallProps = {
  readonly view: ProjectorView;
  /** Of the page at which one joins, without the code: "https://lastack.school/join". */
  readonly joinUrl: string;
  /** Milliseconds since 1970 by the host's clock. */
  readonly hostNow: () => number;
  readonly edges: readonly Edge[];
  readonly ruleName: (id: RuleId) => string;
  readonly scenarioName: string | null;
  /** A turn that is talked about; it takes the place of the board. */
  readonly turn?: ReactNode;
  /** A line about the link to the host. */
  readonly notice?: ReactNode;
};

/** What a class sees of its session from the last row: no controls, no sound, nothing that scrolls. */
export function Wall(props: WallProps) {
  const { view, notice } = props;
  return (
    <main className={`relative overflow-hidden p-7 ${styles.wall}`}>
      {view.phase === 'lobby' ? <Lobby view={view} joinUrl={props.joinUrl} /> : <Columns {...props} />}
      {notice ? <div className="absolute inset-x-0 bottom-2 flex justify-center">{notice}</div> : null}
    </main>
  );
}

function Columns(props: WallProps) {
  const { view, joinUrl, hostNow, scenarioName } = props;
  return (
    <div className="grid h-full grid-cols-[minmax(0,11fr)_minmax(0,9fr)] gap-6">
      <div className="flex min-h-0 min-w-0 flex-col gap-4">
        <RoundHeader view={view} scenarioName={scenarioName} hostNow={hostNow} />
        <InFront {...props} />
      </div>
      <div className="flex min-h-0 min-w-0 flex-col gap-4">
        <JoinCard view={view} joinUrl={joinUrl} />
        <Beside {...props} />
        <Footer view={view} />
      </div>
    </div>
  );
}

/** Before the first round is over nobody has points. */
function isFirstRound({ phase, round }: ProjectorView): boolean {
  return phase === 'round' && round === 1;
}

function InFront({ view, turn, edges, ruleName }: WallProps) {
  if (turn !== undefined) return turn;
  if (view.phase === 'over') return <Podium rows={view.board} />;
  return isFirstRound(view) ? <Hard view={view} edges={edges} ruleName={ruleName} /> : <Board view={view} />;
}

/** While a round runs, what is hard; afterwards the standings, where something else has their place. */
function Beside({ view, turn, edges, ruleName }: WallProps) {
  const isBoardTaken = turn !== undefined || view.phase === 'over';
  const hasBoard = view.phase === 'round' ? isFirstRound(view) && turn === undefined : isBoardTaken;
  return hasBoard ? <Board view={view} isSmall /> : <Hard view={view} edges={edges} ruleName={ruleName} />;
}
