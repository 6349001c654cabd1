import { networkInterfaces } from 'node:os';
import createNextIntlPlugin from 'next-intl/plugin';

/** Messages are read when the pages are built: what reads them is 10 KB that no browser has to load. */
const withNextIntl = createNextIntlPlugin({
  requestConfig: './app/i18n.ts',
  experimental: { messages: { path: './messages', format: 'json', precompile: true } },
});

/** This machine's: in development Next answers pages of other addresses without what makes them live, a phone's in the room too. */
const ownAddresses = Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address));

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  allowedDevOrigins: ownAddresses,
  // A page that is only for working on the game is called page.dev.tsx.
  pageExtensions: process.env.NODE_ENV === 'production' ? ['tsx', 'ts'] : ['tsx', 'ts', 'dev.tsx'],
  // `npm test` runs the type checker over everything, tests included, and reports its counts.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
