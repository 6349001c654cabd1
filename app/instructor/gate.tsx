import { cookies } from 'next/headers';
import { INSTRUCTOR_COOKIE } from '#protocol/instructors.ts';
import { InstructorPage, type InstructorPageProps, SignedOut } from './instructor-page.tsx';

/** Around what a page of instructors has. A browser without the cookie gets the form at once: there is nothing to ask the host. */
export async function Gate(page: InstructorPageProps) {
  const jar = await cookies();
  return jar.has(INSTRUCTOR_COOKIE) ? <InstructorPage {...page} /> : <SignedOut />;
}
