/** Which names people may have. */
import type { Fault } from '#protocol/faults.ts';
import { isReserved } from './names/reserved.ts';
import { isRude } from './names/rude.ts';

export type CheckedName =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly fault: Extract<Fault, 'bad-name' | 'rude-name'> };

/**
 * Characters as they are seen (UAX #29): a family of emoji is one, and so is a letter with its marks. Code points are bounded
 * as well, for what is stored and drawn.
 */
const MIN_CHARACTERS = 2;
/** One character is a whole name where it is a word or a syllable, as in 梅 or 별. */
const NAME_ALONE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const MAX_CHARACTERS = 20;
const MAX_CODE_POINTS = 80;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Emoji of Unicode's list, with their joiners and selectors. As a text: the compiler does not know flag `v` at our language level. */
const ONE_EMOJI = '\\p{RGI_Emoji}';
const EMOJI = new RegExp(ONE_EMOJI, 'gv');
/** Joiners where the script needs them (RFC 5892 appendix A.1 and A.2): after a virama, and between Arabic letters. */
const JOINERS =
  /(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])[\u200C\u200D]|(?<=\p{Script=Arabic}\p{M}*)\u200C(?=\p{Script=Arabic})/gu;
/** Controls, overrides of direction, surrogates, private use and what is not assigned; what is drawn as nothing; a blank Braille cell. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
/** More marks on one letter than any script has. */
const STACKED = /\p{M}{5}/u;
const SOMETHING_TO_SAY = /[\p{L}\p{N}\p{S}]/u;

/** `name` in the answer is what is kept: NFC, trimmed, with single spaces. */
export function checkName(given: string): CheckedName {
  const name = given
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  if (!hasGoodLength(name) || !isVisible(name) || isReserved(name)) return { ok: false, fault: 'bad-name' };
  return isRude(name) ? { ok: false, fault: 'rude-name' } : { ok: true, name };
}

function hasGoodLength(name: string): boolean {
  if ([...name].length > MAX_CODE_POINTS) return false;
  const { length } = [...characters.segment(name)];
  return length <= MAX_CHARACTERS && (length >= MIN_CHARACTERS || NAME_ALONE.test(name));
}

function isVisible(name: string): boolean {
  const rest = name.replace(EMOJI, '').replace(JOINERS, '');
  return !UNSEEN.test(rest) && !STACKED.test(rest) && SOMETHING_TO_SAY.test(name);
}
