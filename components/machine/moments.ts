/** What was done by hand, on the ladder. A segment that a hand drops is drawn as lost. */
import type { HandStep } from '#game/scenarios/by-hand.ts';
import type { Done } from '#game/scenarios/play.ts';
import { otherRole, type Role, type State } from '#game/tcp/vocabulary.ts';
import type { Act, Moment } from '#components/ladder/moments.ts';

/** Where a segment under way was sent: a moment and an act of it; null for one that nobody sent. */
type Origin = { readonly moment: number; readonly act: number } | null;

export function momentsOfSteps(steps: readonly HandStep[]): readonly Moment[] {
  const moments: Moment[] = [];
  const underWay: Record<Role, Origin[]> = { client: [], server: [] };
  steps.forEach((step, index) => {
    dealWith(step, underWay, moments);
    const acts = actsOf(step);
    if (acts.length === 0) return;
    const previous = steps[index - 1];
    const startsConnection = previous?.play.connection !== step.play.connection || moments.length === 0;
    moments.push({
      key: `${index}`,
      connection: step.play.connection,
      startsConnection,
      before: statesBefore(previous, startsConnection),
      acts,
    });
    acts.forEach(({ at, outcome }, act) => {
      if (outcome?.segment) underWay[otherRole(at)].push({ moment: moments.length - 1, act });
    });
  });
  return moments;
}

/** What the hand does to the segments under way. */
function dealWith({ item }: HandStep, underWay: Record<Role, Origin[]>, moments: Moment[]): void {
  if (item.do === 'new-connection') underWay.client = underWay.server = [];
  if (item.do === 'inject') underWay[item.at].push(null);
  if (item.do !== 'deliver' && item.do !== 'drop' && item.do !== 'copy') return;
  const origin = underWay[item.to][item.nth - 1] ?? null;
  if (item.do === 'copy') underWay[item.to].push(null);
  else underWay[item.to].splice(item.nth - 1, 1);
  if (item.do === 'drop' && origin) lose(moments, origin);
}

function lose(moments: Moment[], { moment: index, act: number }: NonNullable<Origin>): void {
  const moment = moments[index];
  if (!moment) return;
  const acts = moment.acts.map((act, n) => (n === number && act.outcome ? { ...act, outcome: { ...act.outcome, lost: true } } : act));
  moments[index] = { ...moment, acts };
}

function actsOf({ happened, told }: HandStep): readonly Act[] {
  return [...told, ...happened].map(({ at, event, done }) => ({ at, event, outcome: outcomeOf(done), ghost: null }));
}

function outcomeOf({ at, answer: { segment, state } }: Done) {
  return { at, segment, state, lost: false };
}

function statesBefore(previous: HandStep | undefined, startsConnection: boolean): Readonly<Record<Role, State>> {
  if (!previous || startsConnection) return { client: 'CLOSED', server: 'CLOSED' };
  const { client, server } = previous.play.endpoints;
  return { client: client.state, server: server.state };
}
