"""The calculator, run as it is by the very runtime that builds the pages."""

import decimal
import json
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeplan_app.frontend.places import ROOT

PRESSES = f"""
await import("{ROOT}/assets/reckon.js");
for await (const line of console) {{
  const machine = reckon.calculator();
  let shown = machine.press("c");
  for (const key of JSON.parse(line)) shown = machine.press(key);
  console.log(JSON.stringify(shown));
}}
"""
DIGITS = 12
OPERATIONS = {
    "+": Fraction.__add__,
    "-": Fraction.__sub__,
    "*": Fraction.__mul__,
    "/": Fraction.__truediv__,
}
WORDS = ("mc", "mr", "m+", "m-")


class Machine:
    """The calculator in a process of its own; each line of keys is a new one."""

    def __init__(self):
        self._process = subprocess.Popen(
            [Path(sys.executable).with_name("bun"), "--no-install", "-e", PRESSES],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def press(self, keys):
        """Press *keys*: single characters, and the memory's keys between spaces."""
        pressed = [key for part in keys.split(" ") for key in ([part] if part in WORDS else part)]
        self._process.stdin.write(json.dumps(pressed) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def shows(self, keys):
        shown = self.press(keys)
        return shown["fault"] or shown["text"]

    def end(self):
        self._process.communicate()


@pytest.fixture(scope="module")
def machine():
    running = Machine()
    yield running
    running.end()


@pytest.mark.check("D3")
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (".1+.2=", "0.3"),
        ("2+3*4=", "20"),  # one after the other, as a pocket calculator does
        ("1/3*3=", "1"),  # nothing is lost on the way
        ("1/3=", "0.333333333333"),
        ("2/3=", "0.666666666667"),
        ("1000000/3=", "333333.333333"),
        ("0-1/8=", "-0.125"),
        ("2+3===", "11"),
        ("2*===", "16"),
        ("5-3=7=", "4"),  # what is done again is done to what is typed anew
        ("7+-2=", "5"),
        ("8+2*", "10"),
        ("5+=", "10"),
        ("200+10%", "220"),
        ("200+10%=", "220"),
        ("200-10%", "180"),
        ("200*10%", "20"),
        ("200*10%=", "20"),
        ("50/20%", "250"),
        ("50%", "0.5"),
        ("5n", "-5"),
        ("5n+8=", "3"),
        ("5+3n=", "2"),
        ("5+3=n", "-8"),
        ("0n7", "7"),
        ("0.50", "0.50"),
        ("1..2", "1.2"),
        ("007", "7"),
        (".", "0."),
        ("1234567890123", "123456789012"),
        ("12bb", "0"),
        ("12b5", "15"),
        ("5nb", "0"),
        ("2+34bb=", "2"),
        ("2+3=b", "0"),
        ("2+3=b+1=", "1"),
        ("2+3c7=", "7"),
        ("999999999999+1=", "large"),
        ("999999999999+.4=", "999999999999"),
        ("999999999999+.5=", "large"),
        ("999999*999999=", "999998000001"),
        ("1/1000000/1000000/3=", "0"),
        ("1/1000000/1000000=", "0.000000000001"),
        ("1/0=", "impossible"),
        ("1/0=5+", "impossible"),
        ("1/0=c5+1=", "6"),
        ("1/0=b7", "7"),
        ("0/5=", "0"),
        ("3 m+ 4 m+ mr ", "7"),
        ("3 m+ 5 m- mr ", "-2"),
        ("3 m+ c5+ mr =", "8"),
        ("2*3 m+ 1 mr ", "6"),
        ("3 m+ mc mr ", "0"),
        ("9 m+ 1/0=c mr ", "9"),
    ],
)
def test_it_follows_the_rules_of_a_pocket_calculator(machine, keys, shown):
    assert machine.shows(keys) == shown


def test_it_says_whether_something_is_in_its_memory(machine):
    assert machine.press("3 m+ c")["kept"]
    assert not machine.press("3 m+ m- ")["kept"]
    assert not machine.press("3 m+ mc ")["kept"]


def test_it_shows_what_was_reckoned(machine):
    assert machine.press("48.50*3")["sum"] == ["48.5", "*"]
    assert machine.press("48.50*3=")["sum"] == ["48.5", "*", "3", "="]
    assert machine.press("200+10%")["sum"] == ["200", "+", "10", "%", "="]
    for changed in ("2+3=7", "2+3=n", "2+3=%"):
        assert machine.press(changed)["sum"] == []


@pytest.mark.check("D3")
@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        ("2580", "2580"),
        ("0042", "0042"),
        ("2581b0", "2580"),
        ("1+1=2580", "2580"),
        ("c2580", "2580"),
        ("12580", "12580"),
        ("5n2580", ""),
        ("25 mc 80", ""),
        ("1+2580", ""),
        ("2580=", ""),
        ("2580n", ""),
        ("1/0=2580", ""),
    ],
)
def test_only_digits_entered_afresh_may_be_the_way_in(machine, keys, typed):
    assert machine.press(keys)["typed"] == typed


def test_a_thousand_repetitions_cost_no_more_than_a_few(machine):
    assert machine.shows("1/7*3.000000001" + "=" * 40) == "large"
    assert machine.shows("1/7.123456789" + "=" * 2000) == "0"


numbers = st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False) | st.integers(
    0, 10**DIGITS - 1
).map(Decimal)


def typed(number):
    return f"{abs(number):f}" + ("n" if number < 0 else "")


def expected(value):
    """Return what twelve digits show of *value*: rounded by Python's own decimal numbers, half up."""
    with decimal.localcontext(prec=120):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        whole = len(str(abs(int(exact)))) if abs(exact) >= 1 else 0
        if whole > DIGITS:
            return "large"
        shown = exact.quantize(Decimal(1).scaleb(whole - DIGITS), rounding=decimal.ROUND_HALF_UP)
        if abs(shown) >= 10**DIGITS:
            return "large"
        text = f"{shown:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


@pytest.mark.check("D3")
@settings(deadline=None)  # a busy machine fails no test
@given(first=numbers, rest=st.lists(st.tuples(st.sampled_from("+-*/"), numbers), min_size=1, max_size=4))
def test_it_is_right_to_the_last_digit(machine, first, rest):
    keys, value = typed(first), Fraction(first)
    for sign, number in rest:
        keys += sign + typed(number)
        if isinstance(value, Fraction):
            value = reckoned(value, sign, Fraction(number))
    assert machine.shows(keys + "=") == (expected(value) if isinstance(value, Fraction) else value)


def reckoned(value, sign, number):
    if sign == "/" and not number:
        return "impossible"
    result = OPERATIONS[sign](value, number)
    return "large" if expected(result) == "large" else result
