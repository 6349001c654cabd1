/** Octets of a text file as text. Excel saves CSV in UTF-8 with a BOM, in the code page of the country without one, and "Unicode text" as UTF-16. */

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: 'unreadable' | 'workbook' };

const MARKS = [
  { octets: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { octets: [0xff, 0xfe], encoding: 'utf-16le' },
  { octets: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;
/** A zip file (.xlsx, .ods) and a compound file (.xls): the workbook itself instead of its CSV. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** By the byte order mark; without one UTF-8, and where that fails GB18030 or Windows-1252: text in those is hardly ever well-formed UTF-8. */
export function decodeText(octets: Uint8Array): Decoded {
  const begins = (mark: readonly number[]) => mark.every((octet, n) => octets[n] === octet);
  if (WORKBOOKS.some(begins)) return { ok: false, reason: 'workbook' };
  const marked = MARKS.find((mark) => begins(mark.octets));
  const text = marked ? decodeAs(marked.encoding, octets) : (decodeAs('utf-8', octets) ?? decodeAs(codePageOf(octets), octets));
  return text === null || text.includes('\0') ? { ok: false, reason: 'unreadable' } : { ok: true, text };
}

/** Most Chinese characters are two octets above 127, and words have several; a European letter stands among those of ASCII. */
function codePageOf(octets: Uint8Array): string {
  const hasPair = octets.some((octet, n) => octet > 0x7f && (octets[n + 1] ?? 0) > 0x7f);
  return hasPair ? 'gb18030' : 'windows-1252';
}

function decodeAs(encoding: string, octets: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(octets);
  } catch {
    return null;
  }
}
