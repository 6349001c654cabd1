import { masteryOfStates, topicStandings, weakSpots } from '#game/quiz/progress.ts';
import { accuracyPoints, dayOf, dueByDay } from '#game/quiz/study-days.ts';
import type { Topic } from '#game/quiz/vocabulary.ts';
import type { ProgressAnswer } from '#protocol/study.ts';
import { AccuracyCard } from './accuracy-card.tsx';
import { DueCard } from './due-card.tsx';
import { MasteryCard } from './mastery-card.tsx';
import { NothingYet } from './nothing-yet.tsx';
import type { CardName, PractiseHref } from './progress-props.ts';
import { StreakCard } from './streak-card.tsx';
import { TopicsCard } from './topics-card.tsx';
import { WeakCard } from './weak-card.tsx';

type ProgressReportProps = {
  readonly answer: ProgressAnswer;
  /** Minutes that the reader's clock is ahead of UTC. */
  readonly offset: number;
  readonly cardName: CardName;
  readonly learnHref: string;
  readonly topicHref: (topic: Topic) => string;
  readonly practiseHref: PractiseHref;
};

/** Days ahead; days with answers, back; weak spots at most. */
const [AHEAD, BACK, MOST_WEAK] = [7, 30, 6];

/** What a learner knows, what is weak, and what comes when. */
export function ProgressReport({ answer, offset, cardName, learnHref, topicHref, practiseHref }: ProgressReportProps) {
  const { now, cards, days, streak, tallies } = answer;
  if (days.length === 0) return <NothingYet learnHref={learnHref} />;
  const met = new Map(cards.map((card) => [card.card, card]));
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2 lg:grid-cols-3">
        <StreakCard streak={streak} days={days} today={dayOf(now, offset)} />
        <DueCard days={dueByDay(cards, now, offset, AHEAD)} learnHref={learnHref} />
        <AccuracyCard points={accuracyPoints(days).slice(-BACK)} />
      </div>
      <MasteryCard states={masteryOfStates(met, now)} practiseHref={practiseHref} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <WeakCard spots={weakSpots(met, tallies, now, MOST_WEAK)} cardName={cardName} practiseHref={practiseHref} />
        <TopicsCard topics={topicStandings(met, now)} topicHref={topicHref} />
      </div>
    </>
  );
}
