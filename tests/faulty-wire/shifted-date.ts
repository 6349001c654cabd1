/** A date that can be set: what `Date` is where somebody, or NTP, sets the clock. */
export type ShiftedDate = { readonly Date: DateConstructor; shift(ms: number): void };

const RealDate = Date;

export function createShiftedDate(): ShiftedDate {
  let ahead = 0;
  const now = () => RealDate.now() + ahead;
  class Shifted extends RealDate {
    constructor(...given: [] | ConstructorParameters<DateConstructor>) {
      if (given.length === 0) super(now());
      else super(...(given as ConstructorParameters<DateConstructor>));
    }
    static override now = now;
  }
  return {
    Date: Shifted as DateConstructor,
    shift: (ms) => {
      ahead = Math.round(ms);
    },
  };
}
