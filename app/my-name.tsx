'use client';

import { useLocale } from 'next-intl';
import { NameForm } from '#components/pages/name-form.tsx';
import type { NameIdea } from '#protocol/api.ts';
import { ask } from './api.ts';
import { rename, useMe } from './session.ts';

export function MyName() {
  const me = useMe();
  const locale = useLocale();
  const save = async (name: string) => {
    const reply = await rename(name);
    return reply.ok ? null : reply.trouble;
  };
  const idea = async () => {
    const reply = await ask<NameIdea>('GET', `name-idea?locale=${locale}`);
    return reply.ok ? reply.data.name : null;
  };
  return <NameForm name={me?.ok ? me.data.name : null} onSave={save} onIdea={idea} />;
}
