/** The largest window that can be offered (RFC 7323 §2.3): what the real one was is told by what gets acknowledged. */
export const WIDEST_WINDOW = 65_535 * 2 ** 14;
