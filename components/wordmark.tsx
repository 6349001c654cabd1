/** The name is the same in every language. */
export function Wordmark() {
  return (
    <span className="text-lg font-bold tracking-tight" aria-hidden="true">
      Last <span className="text-client">A</span>
      <span className="text-server">C</span>
      <span className="text-client">K</span>
    </span>
  );
}
