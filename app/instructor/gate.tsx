import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { INSTRUCTOR_COOKIE } from '#protocol/instructors.ts';
import { InstructorPage, SignedOut } from './instructor-page.tsx';

/** Around what a page of instructors has. A browser without the cookie gets the form at once: there is nothing to ask the host. */
export async function Gate({ forAdmins = false, children }: { readonly forAdmins?: boolean; readonly children: ReactNode }) {
  const jar = await cookies();
  return jar.has(INSTRUCTOR_COOKIE) ? <InstructorPage forAdmins={forAdmins}>{children}</InstructorPage> : <SignedOut />;
}
