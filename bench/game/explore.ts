/** Joint states of two endpoints and a wire, one loss among them. */
import { explore } from '#game/scenarios/explore.ts';
import { measure, type Rate } from './measure.ts';

export function exploreRate(): Rate {
  return measure('joint state explored', () => explore('loss').layers.flat().length);
}
