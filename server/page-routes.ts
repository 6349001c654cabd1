/** Which page a path asks for, as a pattern without codes in it: for the log and for figures. Next's build writes the patterns down. */
import { existsSync, readFileSync } from 'node:fs';

type Route = { readonly page: string; readonly regex: string };
type Manifest = { readonly staticRoutes: readonly Route[]; readonly dynamicRoutes: readonly Route[] };

/** Where nothing is built, as in development, every page is "/*". */
export function readPageRoutes(file = '.next/routes-manifest.json'): (url: string) => string {
  const { staticRoutes, dynamicRoutes }: Manifest = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { staticRoutes: [], dynamicRoutes: [] };
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));
  return (url) => {
    const path = url.split('?')[0] ?? '';
    if (path.startsWith('/_next/')) return '/_next/*';
    return routes.find(({ pattern }) => pattern.test(path))?.page ?? '/*';
  };
}
