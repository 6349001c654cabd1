/** Which known weaknesses stand against a run. */
import { describe, expect, test } from 'vitest';
import { findings, readAllowed } from '../../scripts/audit.mjs';

const advisory = { name: 'hono', severity: 'critical', title: 'It falls over', url: 'https://advisories.example/1' };
const report = { vulnerabilities: { hono: { via: [advisory] }, next: { via: ['hono', advisory] } } };
const pardon = { advisory: advisory.url, reason: 'what falls over is not used', until: '2026-12-31' };

describe('a severe weakness', () => {
  test('is told once, however many packages it reaches', () => {
    expect(findings(report, [], '2026-11-26')).toEqual(['hono: critical: It falls over (https://advisories.example/1)']);
  });

  test('is let pass with a reason, until its day', () => {
    expect(findings(report, [pardon], '2026-12-31')).toEqual([]);
    expect(findings(report, [pardon], '2027-01-01')).toEqual([
      'hono: critical: It falls over (https://advisories.example/1); allowed until 2026-12-31 only: what falls over is not used',
    ]);
  });
});

test('what is let pass has an address, a reason and a day', () => {
  for (const one of readAllowed())
    expect(one).toEqual({
      advisory: expect.stringMatching(/^https:/),
      reason: expect.stringMatching(/\w{3}/),
      until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
});
