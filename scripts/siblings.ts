/** `npm run -s siblings`: for 1,000 matches played by bots, how many second legs are siblings of the first. */
import { BOT_STRENGTHS, LEVELS } from '#game/match/vocabulary.ts';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { compareLegs, matchOfBots } from '../tests/unit/match/bot-matches.ts';

const COUNT = 1_000;
const compared = Array.from({ length: COUNT }, (_, n) => compareLegs(matchOfBots(n)));
const siblings = compared.filter(({ differences }) => differences.length === 0).length;
const decisions = compared.map((one) => one.decisions);
process.stdout.write(
  `${COUNT} matches played by bots (${SCENARIOS.length} scenarios, ${LEVELS.length} levels, ${BOT_STRENGTHS.length} strengths): ` +
    `in ${siblings} leg two is a sibling of leg one; ${Math.min(...decisions)} to ${Math.max(...decisions)} decisions a match.\n`,
);
process.exitCode = siblings === COUNT ? 0 : 1;
