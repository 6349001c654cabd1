/**
 * Where the fuzzer's links and requests come from. All of 127.0.0.0/8 is this machine on Linux: so the allowances for each address can stay
 * what they are, and still most messages are looked at.
 */
export function addressOf(n: number): { readonly localAddress?: string } {
  return process.platform === 'linux' ? { localAddress: `127.0.${1 + (Math.floor(n / 250) % 250)}.${1 + (n % 250)}` } : {};
}
