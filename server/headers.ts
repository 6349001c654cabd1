/** What every answer says to the browser about how it may be used (docs/decisions/content-security-policy.md). */
import { randomBytes } from 'node:crypto';

type Headers = Readonly<Record<string, string>>;

/** Of whatever is no page: should a browser ever show it as one, it can do nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ALWAYS: Headers = {
  'content-security-policy': NOTHING,
  'x-content-type-options': 'nosniff',
  // Some addresses are secrets: projector, homework, links that are good once.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** A year; not of subdomains, which may be other people's (RFC 6797 §6.1). */
const BY_HTTPS: Headers = { ...ALWAYS, 'strict-transport-security': 'max-age=31536000' };

export function headersOf(isByHttps: boolean): Headers {
  return isByHttps ? BY_HTTPS : ALWAYS;
}

/** Of one page: the scripts within it run by a word that nobody can know beforehand. Development evaluates what it reloads. */
export function pagePolicy(isDevelopment: boolean): string {
  const nonce = randomBytes(16).toString('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    // How wide a bar is stands in its style attribute; no script runs from there.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self'",
    // The link's WebSocket too (CSP 3 §6.7.2.8).
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
