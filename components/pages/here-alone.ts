/** Whether an address works on this machine alone: nobody else can come by it. */
export function isHereAlone(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
