import { cookies } from 'next/headers';
import { LEVELS, type Level } from '#game/match/vocabulary.ts';
import { Lobby } from './lobby.tsx';
import { StartNotices } from './notices.tsx';
import { PageHeader } from './page-header.tsx';
import { LEVEL_COOKIE, TUTORIAL_COOKIE } from './remember.ts';
import { scenarioNames, scenarioStories } from './scenario-names.ts';
import { Words } from './words.tsx';

export default async function StartPage() {
  const jar = await cookies();
  return (
    <Words names={['home', 'levels', 'bots', 'account', 'time']}>
      <PageHeader />
      <Lobby
        isNew={!jar.has(TUTORIAL_COOKIE)}
        firstLevel={levelIn(jar.get(LEVEL_COOKIE)?.value)}
        scenarioNames={await scenarioNames()}
        scenarioStories={await scenarioStories()}
      />
      <StartNotices />
    </Words>
  );
}

function levelIn(value: string | undefined): Level {
  return LEVELS.find((level) => String(level) === value) ?? 1;
}
