// The calculator without its buttons: exact fractions of whole numbers, and the rules of a pocket calculator.
// docs/decisions/0020 has the rules. Nothing here knows a page; the tests run it as it is.
(() => {
  "use strict";
  const DIGITS = 12;
  const TOO_LARGE = 10n ** BigInt(DIGITS);
  // A fraction that grows beyond this is brought to so many places: far behind the last one shown.
  const WIDE = 10n ** 80n;
  const PLACES = 50n;

  const size = (number) => (number < 0n ? -number : number);
  const gcd = (one, other) => {
    while (other) [one, other] = [other, one % other];
    return one;
  };
  // Half goes away from zero, as on paper.
  const rounded = ({ n, d }, places) => {
    const scaled = size(n) * 10n ** places;
    const whole = (2n * scaled + d) / (2n * d);
    return n < 0n ? -whole : whole;
  };
  const fraction = (n, d) => {
    if (d < 0n) [n, d] = [-n, -d];
    const common = gcd(size(n), d) || 1n;
    const lowest = { n: n / common, d: d / common };
    if (lowest.d < WIDE) return lowest;
    return fraction(rounded(lowest, PLACES), 10n ** PLACES);
  };
  const ZERO = fraction(0n, 1n);
  const HUNDREDTH = fraction(1n, 100n);

  const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
  const negated = (a) => fraction(-a.n, a.d);
  const times = (a, b) => fraction(a.n * b.n, a.d * b.d);
  const OPERATIONS = {
    "+": add,
    "-": (a, b) => add(a, negated(b)),
    "*": times,
    "/": (a, b) => fraction(a.n * b.d, a.d * b.n),
  };

  // "-12.50" as it was typed.
  const parsed = (text) => {
    const [whole, places = ""] = text.split(".");
    return fraction(BigInt(whole.replace("-", "") + places) * (text[0] === "-" ? -1n : 1n), 10n ** BigInt(places.length));
  };

  // Twelve digits, and no more than twelve places; "" for what has more before the point.
  const written = (value) => {
    const whole = (size(value.n) / value.d).toString();
    const room = DIGITS - (whole === "0" ? 0 : whole.length);
    if (room < 0) return "";
    const shown = rounded(value, BigInt(room));
    const text = size(shown).toString().padStart(room + 1, "0");
    const before = text.slice(0, text.length - room);
    if (before.length > DIGITS) return "";
    const places = text.slice(text.length - room).replace(/0+$/, "");
    return `${shown < 0n ? "-" : ""}${before}${places && `.${places}`}`;
  };

  const fault = (kind) => Object.assign(new Error(kind), { kind });
  const fitting = (value) => {
    if (!written(value)) throw fault("large");
    return value;
  };
  const worked = (a, sign, b) => {
    if (sign === "/" && !b.n) throw fault("impossible");
    return fitting(OPERATIONS[sign](a, b));
  };

  // One calculator; `press` takes a key and returns what to show:
  // { text, fault, sum, kept, typed }: `typed` are the digits entered afresh, when nothing else was pressed.
  const calculator = () => {
    let memory = ZERO;
    let value, entry, before, sign, given, again, sum, broken, typed;

    const clear = () => {
      value = ZERO;
      entry = before = sign = again = broken = undefined;
      given = false;
      sum = [];
      typed = "";
    };
    clear();

    const current = () => (entry === undefined ? value : parsed(entry));
    const settle = (result) => {
      value = result;
      entry = undefined;
    };
    const text = () => entry ?? written(value);

    const digit = (key) => {
      if (entry === undefined) {
        entry = "0";
        if (!sign) sum = [];
        typed = "";
      }
      given = true;
      if (typed !== undefined) typed += key;
      if (key === ".") entry += entry.includes(".") ? "" : ".";
      else if (entry.replace(/\D/g, "").length < DIGITS || entry === "0") {
        entry = entry.replace(/^(-?)0$/, "$1") + key;
      }
    };

    const erase = () => {
      typed = typed?.slice(0, -1);
      if (entry === undefined) {
        settle(ZERO);
        if (!sign) sum = [];
        given = Boolean(sign);
        return;
      }
      entry = entry.slice(0, -1);
      if (entry === "" || entry === "-") entry = "0";
    };

    const finish = (operand) => {
      sum = [written(before), sign, written(operand), "="];
      const result = worked(before, sign, operand);
      again = { sign, operand };
      sign = before = undefined;
      given = false;
      settle(result);
    };

    const operate = (key) => {
      if (sign && given) finish(current());
      before = current();
      settle(before);
      sign = key;
      given = false;
      again = undefined;
      sum = [written(before), sign];
    };

    const equals = () => {
      if (sign) return finish(given ? current() : before);
      const shown = current();
      if (again) {
        sum = [written(shown), again.sign, written(again.operand), "="];
        return settle(worked(shown, again.sign, again.operand));
      }
      settle(shown);
    };

    // With a sum begun it is finished: of that number for + and −, of one for × and ÷.
    const percent = () => {
      const part = times(current(), HUNDREDTH);
      if (!sign) sum = [];
      if (!sign) return settle(fitting(part));
      const said = [written(before), sign, text(), "%", "="];
      finish("+-".includes(sign) ? times(before, part) : part);
      sum = said;
      again = undefined;
    };

    const turn = () => {
      given = true;
      if (!sign) sum = []; // what shows is no longer what the sum came to
      if (entry === undefined) return settle(negated(value));
      if (/[1-9]/.test(entry)) entry = entry[0] === "-" ? entry.slice(1) : `-${entry}`;
    };

    const remember = (key) => {
      if (sign && given) finish(current());
      settle(current());
      memory = fitting(key === "m+" ? add(memory, value) : add(memory, negated(value)));
    };

    const recall = () => {
      given = true;
      if (!sign) sum = [];
      settle(memory);
    };

    const act = (key) => {
      if (key === "c") return clear();
      if (broken && key !== "mc") return key === "b" && clear();
      if (/^[0-9.]$/.test(key)) return digit(key);
      if (key === "b") return erase();
      typed = undefined; // until digits are entered afresh
      if (key === "mc") return (memory = ZERO);
      if (key in OPERATIONS) return operate(key);
      ({ "=": equals, "%": percent, n: turn, mr: recall, "m+": () => remember(key), "m-": () => remember(key) })[key]?.();
    };

    const press = (key) => {
      try {
        act(key);
      } catch (error) {
        if (!error.kind) throw error;
        broken = error.kind;
      }
      const kept = Boolean(memory.n);
      return { text: broken ? "" : text(), fault: broken ?? "", sum, kept, typed: (!sign && !broken && typed) || "" };
    };
    return { press };
  };

  globalThis.reckon = { calculator };
})();
