/** Whether single letters act as keys; whoever dictates or leans on the keyboard can turn them off (WCAG 2.1.4). Kept in the browser. */
import { useSyncExternalStore } from 'react';

const NAME = 'last-ack-letter-keys';
const CHANGED = 'last-ack-letter-keys-changed';

export function useLetterKeys(): readonly [boolean, (isOn: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => true), write];
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

/** For a browser that keeps nothing: it lasts as long as the page. */
let unkept: 'on' | 'off' | null = null;

function read(): boolean {
  try {
    return (unkept ?? localStorage.getItem(NAME)) !== 'off';
  } catch {
    return unkept !== 'off';
  }
}

function write(isOn: boolean): void {
  const value = isOn ? 'on' : 'off';
  unkept = null;
  try {
    localStorage.setItem(NAME, value);
  } catch {
    unkept = value;
  }
  window.dispatchEvent(new Event(CHANGED));
}
