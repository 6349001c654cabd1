import type { CSSProperties } from 'react';

/** The page's own faces come over the web; the others are on the machines where a picture is looked at, one of each with Chinese letters. */
export const FACES = {
  fontFamily: 'Inter, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  '--font-mono':
    '"JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, "PingFang SC", "Microsoft YaHei", "Noto Sans Mono CJK SC", monospace',
} as CSSProperties;
