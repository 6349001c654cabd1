/** Small choices that the next visit begins with. They are cookies, so that the host renders the page as it will stay. */
export const TUTORIAL_COOKIE = 'last_ack_tutorial';
export const LEVEL_COOKIE = 'last_ack_level';

const YEAR_SECONDS = 31_536_000;

export function remember(cookie: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that is served here.
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
