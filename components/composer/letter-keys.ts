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

function read(): boolean {
  return localStorage.getItem(NAME) !== 'off';
}

function write(isOn: boolean): void {
  localStorage.setItem(NAME, isOn ? 'on' : 'off');
  window.dispatchEvent(new Event(CHANGED));
}
