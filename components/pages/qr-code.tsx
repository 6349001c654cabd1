import { useEffect, useState } from 'react';

/** Quiet zone of four modules, as ISO/IEC 18004 asks. */
const MARGIN = 4;

/** Drawn when it is on the page; the encoder is fetched with it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [drawn, setDrawn] = useState<{ readonly size: number; readonly path: string } | null>(null);
  useEffect(() => {
    let isGone = false;
    void draw(text).then((next) => isGone || setDrawn(next));
    return () => {
      isGone = true;
    };
  }, [text]);
  const side = (drawn?.size ?? 29) + 2 * MARGIN;
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="aspect-square w-full max-w-60 rounded-xl bg-white"
    >
      <path d={drawn?.path ?? ''} fill="black" />
    </svg>
  );
}

async function draw(text: string) {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells = Array.from({ length: modules.size ** 2 }, (_, at) => ({ x: at % modules.size, y: Math.floor(at / modules.size) }));
  const dark = cells.filter(({ x, y }) => modules.get(y, x));
  return { size: modules.size, path: dark.map(({ x, y }) => `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`).join('') };
}
