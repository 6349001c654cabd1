/** What the game is about, at a glance: a three-way handshake as the ladder draws it. */
const STEPS = [
  { from: 'client', y: 50, text: 'SYN' },
  { from: 'server', y: 110, text: 'SYN ACK' },
  { from: 'client', y: 170, text: 'ACK' },
] as const;
const BOXES = [
  { end: 'client', y: 28, text: 'CLOSED' },
  { end: 'server', y: 28, text: 'LISTEN' },
  { end: 'client', y: 68, text: 'SYN_SENT' },
  { end: 'server', y: 92, text: 'SYN_RCVD' },
  { end: 'client', y: 152, text: 'ESTABLISHED' },
  { end: 'server', y: 212, text: 'ESTABLISHED' },
] as const;
const X = { client: 70, server: 290 } as const;
const STROKE = { client: 'stroke-client', server: 'stroke-server' } as const;
const FILL = { client: 'fill-client', server: 'fill-server' } as const;
const SOFT = { client: 'fill-client-soft', server: 'fill-server-soft' } as const;
const FAINT = { client: 'stroke-client-faint', server: 'stroke-server-faint' } as const;

export function HandshakePicture({ label, className = '' }: { readonly label: string; readonly className?: string }) {
  return (
    <svg viewBox="0 0 360 240" role="img" aria-label={label} className={className}>
      {(['client', 'server'] as const).map((end) => (
        <line key={end} x1={X[end]} x2={X[end]} y1={30} y2={234} strokeWidth={3} className={FAINT[end]} />
      ))}
      {STEPS.map((step) => (
        <Arrow key={step.y} {...step} />
      ))}
      {BOXES.map((box) => (
        <Box key={`${box.end} ${box.y}`} {...box} />
      ))}
    </svg>
  );
}

function Arrow({ from, y, text }: (typeof STEPS)[number]) {
  const to = from === 'client' ? 'server' : 'client';
  const [x1, x2] = [X[from], X[to]];
  const back = Math.sign(x1 - x2);
  return (
    <g>
      <line x1={x1} y1={y} x2={x2 + back * 8} y2={y + 26} strokeWidth={2} className={STROKE[from]} />
      <path d={`M${x2} ${y + 27} l${back * 12} -7 l${back * 1.5} 11 z`} className={FILL[from]} />
      <text x={180} y={y + 7} textAnchor="middle" className={`font-mono text-[11px] font-semibold ${FILL[from]}`}>
        {text}
      </text>
    </g>
  );
}

function Box({ end, y, text }: (typeof BOXES)[number]) {
  const width = text.length * 7 + 18;
  return (
    <g>
      <rect x={X[end] - width / 2} y={y - 11} width={width} height={20} rx={6} className={SOFT[end]} />
      <text x={X[end]} y={y + 3} textAnchor="middle" className={`font-mono text-[10.5px] font-semibold ${FILL[end]}`}>
        {text}
      </text>
    </g>
  );
}
