'use client';

import { useRouter } from 'next/navigation';
import { CodeForm } from '#components/session/code-form.tsx';

export function EnterCode() {
  const router = useRouter();
  return <CodeForm onCode={(code) => router.push(`/join/${code}`)} />;
}
