/** Every reason for which the host refuses a command or a request. The browser has the words (`messages/*.json`, "faults"). */
export const FAULTS = {
  /** The message itself. */
  'bad-message': 400,
  'unknown-command': 400,
  'too-many-messages': 429,
  /** Who asks. */
  'not-signed-in': 401,
  'bad-recovery-code': 403,
  'bad-origin': 403,
  /** Instructors. */
  'not-an-instructor': 401,
  'not-an-admin': 403,
  'wrong-password': 403,
  'too-many-tries': 429,
  'account-disabled': 403,
  'account-link-over': 410,
  'bad-email': 422,
  'bad-password': 422,
  'email-taken': 409,
  'no-such-account': 404,
  'account-in-use': 409,
  'last-admin': 409,
  /** The name. */
  'bad-name': 422,
  'rude-name': 422,
  /** The match. */
  'no-such-match': 404,
  'match-over': 409,
  'match-not-over': 409,
  'match-paused': 409,
  'no-rematch': 409,
  'not-your-seat': 403,
  'not-your-turn': 409,
  'turn-over': 409,
  'turn-not-open': 409,
  'already-answered': 409,
  'already-disputed': 409,
  'bad-proposal': 422,
  'opponent-not-idle': 409,
  /** Meeting. */
  'no-such-invitation': 404,
  'invitation-used': 409,
  'own-invitation': 409,
  'no-such-scenario': 404,
  'already-waiting': 409,
  'not-waiting': 409,
  /** The host. */
  'not-found': 404,
  'not-saved': 503,
  'shutting-down': 503,
} as const;
export type Fault = keyof typeof FAULTS;
