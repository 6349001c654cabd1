/** Names that would pass for a bot, for the game or for somebody in charge. People who teach play as guests too: 王老师 is a name, 老师 is not. */
import { DataSet, englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from 'obscenity';

/** Anywhere in a name, as whole words. */
const WORDS = ['bot', 'bots', 'last ack', 'lastack', 'admin', 'admins', 'administrator', 'moderator', 'sysadmin', 'official'];
/** As the whole name. */
const NAMES =
  /^(host|system|server|client|teacher|the teacher|instructor|professor|guest|anonymous|nobody|老师|老師|教师|教師|助教|教授|系统|系統|主机|主機|游客|匿名)$/u;
const CHINESE = /^(机器人|機器人)|(机器人|機器人)$|管理员|管理員|官方|客服|版主/u;

const words = new RegExpMatcher({
  ...new DataSet<string>().addPhrase((phrase) => WORDS.reduce((all, word) => all.addPattern(parseRawPattern(`|${word}|`)), phrase)).build(),
  blacklistMatcherTransformers: englishRecommendedTransformers.blacklistMatcherTransformers,
});

export function isReserved(name: string): boolean {
  const plain = name.normalize('NFKC').toLowerCase();
  return words.hasMatch(plain) || NAMES.test(plain) || CHINESE.test(plain.replace(/[^\p{L}]/gu, ''));
}
