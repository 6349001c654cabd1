import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/i18n.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` runs the type checker over everything, tests included, and reports its counts.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
