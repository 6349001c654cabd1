/** A scenario as text: what reading it gives again. */
import type { CallItem, Count, Item, Script } from '../script.ts';
import type { Timer } from '../../tcp/vocabulary.ts';

const CALLS: Readonly<Record<CallItem['call'], string>> = {
  'open-passive': 'listens',
  'open-active': 'opens',
  close: 'closes',
  abort: 'aborts',
};
const TIMEOUTS: Readonly<Record<Timer, string>> = { retransmission: 'retransmits', '2msl': 'waits 2msl', user: 'gives up' };

export function printScript(script: Script): string {
  return script.map((item) => `${printItem(item)}\n`).join('');
}

export function printItem(item: Item): string {
  const text = wordsFor(item);
  return 'early' in item && item.early ? `${text} early` : text;
}

function wordsFor(item: Item): string {
  switch (item.do) {
    case 'call':
      return `${item.at} ${CALLS[item.call]}`;
    case 'send':
      return item.len === undefined ? `${item.at} sends` : `${item.at} sends ${item.len}`;
    case 'both':
      return item.call === 'close' ? 'both close' : 'both open';
    case 'timeout':
      return `${item.at} ${TIMEOUTS[item.timer]}`;
    case 'lose':
    case 'delay':
    case 'duplicate':
    case 'reorder':
      return `${item.do} next from ${item.from}`;
    case 'release':
      return `release all from ${item.from}`;
    case 'inject':
      return injected(item);
    case 'by-hand':
      return 'wire by hand';
    case 'deliver':
    case 'drop':
    case 'copy':
      return item.nth === 1 ? `${item.do} to ${item.to}` : `${item.do} ${item.nth} to ${item.to}`;
    case 'crash':
      return `${item.at} crashes`;
    case 'close-at-fin':
      return `${item.at} closes at FIN`;
    case 'settle':
    case 'wait':
    case 'tell':
    case 'ask':
      return item.do;
    case 'new-connection':
      return 'new connection';
    default:
      return item satisfies never;
  }
}

function injected({ flags, at, seq, ack, len, wnd }: Extract<Item, { do: 'inject' }>): string {
  const fields = [
    `inject ${flags.join(',')} to ${at} seq ${count(seq)}`,
    ...(ack ? [`ack ${count(ack)}`] : []),
    ...(len > 0 ? [`len ${len}`] : []),
    ...(wnd === undefined ? [] : [`window ${wnd}`]),
  ];
  return fields.join(' ');
}

function count({ of, plus }: Count): string {
  if (of === '0') return String(plus);
  return plus === 0 ? of : `${of}${plus > 0 ? '+' : ''}${plus}`;
}
