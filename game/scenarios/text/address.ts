/** A script in an address: its statements as they are printed, with `_` for a blank and `;` for a line end. */
import type { Script } from '../script.ts';
import { printItem } from './print.ts';
import { parseScenario } from './scenario.ts';

/** Of letters, digits and `_ ; , . + -` alone. */
export function toAddress(script: Script): string {
  return script.map((item) => printItem(item).replaceAll(' ', '_')).join(';');
}

/** Null where it does not read. No statement at all is the empty script. */
export function fromAddress(address: string): Script | null {
  if (address === '') return [];
  const statements = address.replaceAll(';', '\n').replaceAll('_', ' ');
  const parsed = parseScenario(`scenario own\nlevel 3\nleg\n${statements}`);
  return parsed.ok && parsed.scenario.legs.length === 1 ? (parsed.scenario.legs[0]?.script ?? null) : null;
}
