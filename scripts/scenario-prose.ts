/** What the catalogue's scenarios are called and what they tell, in both languages. */
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';

type Texts = Readonly<Record<string, { readonly title: string; readonly story: string }>>;

const ENGLISH: Texts = en.scenarios;
const CHINESE: Texts = zhCn.scenarios;

/** Titles, then stories; English, then Chinese. */
export function proseOf(id: string): readonly string[] {
  const [english, chinese] = [ENGLISH[id], CHINESE[id]];
  return english && chinese ? [english.title, chinese.title, english.story, chinese.story] : [];
}
