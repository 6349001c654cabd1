/**
 * Abuse in Chinese. Whole phrases, and what they must not be taken for: single signs such as 操, 日 or 逼 are in 操作系统, 日本 and 逼真.
 */
const PHRASES = [
  // Somebody's mother, in the usual spellings.
  /[操草艹肏曹艸糙][你尼泥拟倪您他她它][妈马玛吗麻嘛娘爹爸爷逼比奶]/u,
  /[日干][你他她][妈娘]/u,
  /尼玛[逼比币]|[他你]妈的|特么的|妈卖批/u,
  /你妈(死|逼|比|屄|批|炸)|死(全家|妈|爹)|全家死|去死/u,
  // What somebody is called.
  /傻([逼比笔币屄叉×]|[bx](?![a-z]))|煞[笔逼比币]|沙[逼币]|沙比(?!利)|装逼|逼养|屄|肏|^[操艹屌逼贱]$/u,
  /王八(蛋|羔|犊)|龟(儿子|孙)|狗(日的|娘养|杂种)|[小野]杂种|^杂种$/u,
  /婊|妓女|嫖|卖淫|淫[荡穴水妇娃乱秽魔贼棍]|骚[货逼穴]|贱[人货逼婢种]|脑残|智障|弱智/u,
  /(?<!印度)支那|黑鬼|小日本|日本鬼子|基佬|死同性恋|希特勒|纳粹/u,
  // Sex and violence.
  /[强轮迷鸡]奸|奸[淫杀]|兽交|乱伦|肛交|口交(?!通)|(?<![次同异两男女])性交(?![易流友往给谈付纳通叉替])/u,
  /鸡巴(?![士黎])|阴[茎蒂唇]|(?<!光)阴道|(?<!乌)龟头|精液|射精|手淫|做爱(?!好)|约炮/u,
];

/** Only what the phrases need, sign by sign. */
const TRADITIONAL = '媽馬瑪嗎爺擬筆幣裝雞賣蕩婦亂穢賊騷貨賤種龜兒孫強輪姦殺倫陰莖頭愛約腦殘納獸養幹';
const SIMPLIFIED = '妈马玛吗爷拟笔币装鸡卖荡妇乱秽贼骚货贱种龟儿孙强轮奸杀伦阴茎头爱约脑残纳兽养干';
const SIMPLIFY = new Map([...TRADITIONAL].map((sign, n) => [sign, [...SIMPLIFIED][n]]));

/** What stands between the signs is passed over: "傻 逼", "傻*逼". `text` is NFKC and in small letters. */
export function isRudeInChinese(text: string): boolean {
  const signs = text.replace(/[^\p{L}×]/gu, '').replace(/\p{Script=Han}/gu, (sign) => SIMPLIFY.get(sign) ?? sign);
  return PHRASES.some((pattern) => pattern.test(signs));
}
