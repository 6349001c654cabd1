import { INSTRUCTOR_COOKIE } from '#protocol/instructors.ts';

/** Whether a request comes with an instructor's cookie, which may be worth nothing. */
export function hasInstructorCookie(cookieHeader: string | undefined): cookieHeader is string {
  return cookieHeader?.includes(`${INSTRUCTOR_COOKIE}=`) ?? false;
}
