// Loaded before a server: with every SIGUSR2 its clock is set back by an hour, as an operator or a time server might.
const TrueDate = Date;
let shiftMs = 0;

class ShiftedDate extends TrueDate {
  constructor(...given) {
    super(...(given.length === 0 ? [ShiftedDate.now()] : given));
  }

  static now() {
    return TrueDate.now() + shiftMs;
  }
}

globalThis.Date = ShiftedDate;
process.on('SIGUSR2', () => {
  shiftMs -= 3_600_000;
});
