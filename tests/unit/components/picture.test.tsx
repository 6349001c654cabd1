/** The ladder as an image of its own: what it says, and that nobody's name says more than a name. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import { momentsOf } from '#components/ladder/moments.ts';
import { Picture } from '#components/ladder/picture.tsx';
import { playedRight } from './played.ts';

const MESSAGES = { en, 'zh-CN': zhCn } as const;
const HOSTILE = { client: '</text><script>x</script>', server: '&amp;" onload="x' };

function draw(scenario: string, locale: keyof typeof MESSAGES = 'en', names = { client: 'Ada', server: '王梅' }): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="UTC">
      <Picture moments={momentsOf(playedRight(scenario)[0] ?? [])} names={names} hideStates={false} title="Abort & again" />
    </NextIntlClientProvider>,
  );
}

describe('a picture of a ladder', () => {
  test('has a size, a title, and a description that tells what happened', () => {
    const svg = draw('three-way-handshake');
    expect(svg).toMatch(/^<svg width="760" height="(\d+)" viewBox="0 0 760 \1" role="img" lang="en" xml:lang="en"/);
    expect(svg).toContain('<title>Abort &amp; again</title>');
    expect(svg).toMatch(/<desc>[^<]*Sends SYN ACK seq=\d+ ack=\d+ len=0\. Goes to SYN_RCVD\./);
  });

  test('names both ends and their roles, in the language of the page', () => {
    const texts = draw('three-way-handshake', 'zh-CN').replaceAll(/<(title|desc)>.*?<\/\1>/gs, '');
    for (const part of ['Ada', '王梅', '>客户端<', '>服务器<']) expect(texts).toContain(part);
  });

  test('says what the wire lost, and where another connection begins', () => {
    expect(draw('lost-last-ack')).toContain('>lost<');
    expect(draw('three-way-handshake')).not.toContain('>lost<');
    expect(draw('connection-refused')).toContain('>Connection 2<');
  });

  test('a name is text and nothing else', () => {
    const svg = draw('three-way-handshake', 'en', HOSTILE);
    expect(svg).toContain('>&lt;/text&gt;&lt;script&gt;x&lt;/script&gt;<');
    expect(svg).not.toMatch(/<script|onload="/);
  });
});
