/** Abuse in names, English and Chinese. docs/decisions/rude-names.md says where the words come from and what they are tried on. */
import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { isRudeInChinese } from './rude-chinese.ts';

/** Family names, places and animals that obscenity takes for what is in them. */
const HARMLESS =
  `analia, asslan, assmann, blue tit, coal tit, great tit, titmouse, tit mouse, booby bird, footed booby, cumali, cumhur, cummings, dickens,
  dickinson, dildora, fagan, fagin, fukuda, fukui, fukuoka, fukushima, fukuyama, matsushita, mishit, penistone, pissarro, pussycat, rapeseed,
  retardant, shiitake, slutsky, van dyke, wankel`.split(/,\s+/);

/** What obscenity lacks, as whole words. It folds doubled letters, which hides "jizz" and "kkk" from it. The last line is pinyin. */
const MORE = [
  /(?<![a-z])(jizz|kkk|kys|phuck\w*|kill (yo)?urself|(heil ?)?hitler|nazis?|pa?edo(phile)?s?)(?![a-z])/u,
  /(?<![a-z])((wo)?cao ?ni ?ma|cnm|nmsl|nmb|rnm|sha ?bi|ni ?ma ?bi|ji ?ba)(?![a-z])/u,
];

const known = new DataSet<{ originalWord: string }>().addAll(englishDataset).build();
const obscenity = new RegExpMatcher({
  ...known,
  whitelistedTerms: [...(known.whitelistedTerms ?? []), ...HARMLESS],
  ...englishRecommendedTransformers,
});

/** A number by itself: "Student 455" means nothing by it, though digits among letters may be read as letters. */
const NUMBER = /(?<![\p{L}\p{N}])\p{N}+(?![\p{L}\p{N}])/gu;

export function isRude(name: string): boolean {
  const plain = name.normalize('NFKC').toLowerCase().replace(NUMBER, '·');
  return isRudeInLatin(plain) || isRudeInLatin(joinSingleLetters(plain)) || isRudeInChinese(plain);
}

function isRudeInLatin(text: string): boolean {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  return obscenity.hasMatch(text) || MORE.some((pattern) => pattern.test(bare));
}

/** "f u c k", "f.u.c.k". */
function joinSingleLetters(text: string): string {
  return text.replace(/(?<!\p{L})(\p{L})\P{L}+(?=\p{L}(?!\p{L}))/gu, '$1');
}
