/** What is read off a capture is what happened: the states that two endpoints of `game/tcp` really passed through. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCapture } from '#game/capture/write.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { annotate, ENDS, textOf } from './ladder.ts';
import { DOINGS, simulate } from './simulation.ts';

const doing = fc.record({ at: fc.constantFrom(...ROLES), does: fc.constantFrom(...DOINGS, 'deliver', 'deliver', 'deliver') });

test('the states of both ends, for connections at random over a wire that loses and delays', () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 40 }), fc.boolean(), (doings, opensBoth) => {
      const { sent, passed } = simulate(doings, opensBoth);
      const { ends, segments } = annotate(writeCapture(sent, ENDS));
      expect({ client: ends[0]?.clientStates, server: ends[0]?.serverStates }, segments.map(textOf).join('\n')).toEqual(passed);
    }),
    { numRuns: 500 },
  );
});
