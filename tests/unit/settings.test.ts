import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, SETTING_NAMES } from '#server/settings.ts';

describe('settings', () => {
  test('have defaults for everything', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      settings: {
        port: 3000,
        host: '0.0.0.0',
        dataDir: resolve('data'),
        allowedOrigins: [],
        trustProxy: 0,
        logLevel: 'info',
        turnSeconds: 30,
        verdictMs: 8_000,
        graceMs: 60_000,
        leaveGraceMs: 10_000,
        idleMs: 300_000,
        botThinkMs: 2_500,
        retentionDays: 0,
      },
    });
  });

  test('set to nothing count as not set', () => {
    expect(readSettings({ PORT: '', HOST: ' ' })).toEqual(readSettings({}));
  });

  test('may be fractions of a second, for tests', () => {
    const read = readSettings({ GRACE_SECONDS: '0.25', IDLE_MINUTES: '0.01' });
    expect(read.ok && [read.settings.graceMs, read.settings.idleMs]).toEqual([250, 600]);
  });

  test('take a list of origins', () => {
    const read = readSettings({ ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080' });
    expect(read.ok && read.settings.allowedOrigins).toEqual(['https://a.example', 'http://b.example:8080']);
  });

  test.each([
    ['2', 2],
    ['127.0.0.1, 10.0.0.0/8,fd00::/8', ['127.0.0.1', '10.0.0.0/8', 'fd00::/8']],
  ])('take proxies: TRUST_PROXY=%s', (given, trust) => {
    const read = readSettings({ TRUST_PROXY: given });
    expect(read.ok && read.settings.trustProxy).toEqual(trust);
  });

  test.each(['10', 'true', '10.0.0.0/33', 'fd00::/129', '10.0.0', '10.0.0.0/8/8', 'proxy.example'])(
    'TRUST_PROXY=%s names no proxy',
    (given) => {
      expect(readSettings({ TRUST_PROXY: given })).toEqual({
        ok: false,
        sentence: `TRUST_PROXY must be a number of proxies from 0 to 9, or a list of their addresses such as 127.0.0.1, 10.0.0.0/8; it is "${given}".`,
      });
    },
  );

  test.each([
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535; it is "65536".'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535; it is "-1".'],
    ['PORT', '80a', 'PORT must be a whole number from 0 to 65535; it is "80a".'],
    ['TURN_SECONDS', '9', 'TURN_SECONDS must be a whole number from 10 to 300; it is "9".'],
    ['GRACE_SECONDS', 'soon', 'GRACE_SECONDS must be a number of seconds from 0 to 3600; it is "soon".'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of silent, error, warn, info, debug; it is "loud".'],
    [
      'ALLOWED_ORIGINS',
      'https://a.example/path',
      'ALLOWED_ORIGINS must be a list of origins such as https://example.org, with commas between; it is "https://a.example/path".',
    ],
  ])('%s=%s is refused with a sentence that names it', (name, value, sentence) => {
    expect(readSettings({ [name]: value })).toEqual({ ok: false, sentence });
  });

  test('all stand in the table of the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(SETTING_NAMES.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
