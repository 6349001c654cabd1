import { useCallback, useEffect, useState } from 'react';
import { effectiveItems, type Tried, tryItem } from '#game/scenarios/by-hand.ts';
import type { Item, Script } from '#game/scenarios/script.ts';
import { fromAddress, toAddress } from '#game/scenarios/text/address.ts';

type State = { readonly script: Script; readonly at: number; readonly refused: Extract<Tried, { ok: false }> | null };
const EMPTY: State = { script: [], at: 0, refused: null };

/** What has been done in the machine, and how much of it is shown. It stands behind the `#` of the address: a reload and a shared address bring it back. */
export function useMachine() {
  const [state, setState] = useState<State | 'unread' | null>(null);

  useEffect(() => {
    const read = () => setState(stateIn(window.location.hash.slice(1)));
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);

  const go = useCallback((next: State) => {
    setState(next);
    const shown = next.script.slice(0, next.at);
    window.history.replaceState(window.history.state, '', `#${toAddress(shown)}`);
  }, []);

  const { script, at, refused } = state === null || state === 'unread' ? EMPTY : state;
  return {
    isUnread: state === 'unread',
    script,
    at,
    refused,
    /** Of what is shown. */
    address: toAddress(script.slice(0, at)),
    /** What had been stepped back from is forgotten. */
    act: (item: Item) => {
      const tried = tryItem(script.slice(0, at), item);
      if (tried.ok) go({ script: tried.script, at: tried.script.length, refused: null });
      else go({ script, at, refused: tried });
    },
    step: (to: number) => go({ script, at: to, refused: null }),
    load: (address: string) => {
      const loaded = stateIn(address);
      if (loaded !== 'unread') go(loaded);
    },
  };
}

/** As far as it can be played: somebody may have written it by hand. */
function stateIn(address: string): State | 'unread' {
  const script = scriptIn(address);
  if (script === null) return 'unread';
  const played = effectiveItems(script);
  return { script: played, at: played.length, refused: null };
}

/** A `%` that begins no octet is a URIError (ECMA-262 §19.2.6). */
function scriptIn(address: string): Script | null {
  try {
    return fromAddress(decodeURIComponent(address));
  } catch {
    return null;
  }
}
