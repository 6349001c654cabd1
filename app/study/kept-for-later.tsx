'use client';

import { usePathname } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useEffect } from 'react';

/** Named by `scripts/build.mjs`: another build has a worker and a cache of its own. In development there is none. */
const BUILD = process.env.NEXT_PUBLIC_BUILD;

/**
 * Has the page kept by a service worker, so that it can be opened without a connection. That needs HTTPS or localhost: elsewhere browsers
 * have no service workers, and a page goes on only as long as it is not loaded again.
 */
export function KeptForLater() {
  const path = usePathname();
  const locale = useLocale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address is another page in another language.
  useEffect(() => {
    if (!BUILD || !('serviceWorker' in navigator)) return;
    let isGone = false;
    let observer: PerformanceObserver | undefined;
    void registerWorker(BUILD).then((worker) => {
      if (!worker || isGone) return;
      worker.postMessage({ page: window.location.href });
      observer = new PerformanceObserver((seen) => worker.postMessage({ files: seen.getEntries().map(({ name }) => name) }));
      // What was fetched before the worker was there did not go through it.
      observer.observe({ type: 'resource', buffered: true });
    });
    return () => {
      isGone = true;
      observer?.disconnect();
    };
  }, [path, locale]);
  return null;
}

async function registerWorker(build: string): Promise<ServiceWorker | null> {
  try {
    const { installing, waiting, active } = await navigator.serviceWorker.register(`/study-worker.js?build=${build}`, { scope: '/study' });
    return installing ?? waiting ?? active;
  } catch {
    return null;
  }
}
