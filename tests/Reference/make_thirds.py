"""Make thirds.csv: third derivatives of the elementwise functions, and of
functions of a whole vector.

Needs what make_reference.py needs and uses its formulas and points:

    /usr/bin/python3 make_thirds.py

A third derivative is the central difference, with a step of a relative 1e-60
in 300 digits, of the second derivative's formula. Each is computed again with
another step and 100 digits more, with thousands where 30 of them do not
agree; the script fails where they still do not.

Rows are three ordinary points of each and those in the tails (and at zeros) where the
function is smooth and no convention decides, all third derivatives are
doubles and the formulas are not too slow; functions in pieces have none.
Functions of a vector have the points of WHOLE, and stand for the scalar of
make_reference.py, Σ weight * result.
"""

import math
from pathlib import Path

from mpmath import mp, mpf

import elementwise
import whole
from exact import to_double

HEADER = "function;parameters;operands;kind;third"
KINDS = ("inner", "tail", "zero")
# the values alone are slow to compute to so many digits
SLOW = {"normalQuantile": ("inner",)}
SLOW_FAR = ("beta", "logBeta", "logGamma", "digamma", "trigamma")

SHARES = [(0.5, -1.5, 1.0), (30.0, 30.0, -20.0), (1.0, 1.0, 1.0),
          (0.0, -40.0), (-300.0, 0.0, 300.0), (1e5, 1e5 - 1, 0.0)]
SPREADS = [(0.5, -1.5, 1.0), (1e-9, 1.0, 2e-5), (1e8, 1e8 + 1, 1e8 + 2),
           (-0.25, 3.0)]
PRODUCTS = [(0.5, -1.5, 2.0), (2.0, 0.0, 3.0), (0.0, 0.0, 3.0),
            (1e-100, 1e100, 3.0)]
LENGTHS = [(0.5, -1.5, 2.0), (3.0, 4.0), (1.0, 1e-5), (1e90, -2e90)]
WHOLE = {
    ("logSumExp", None): SHARES, ("softmax", None): SHARES,
    ("logSoftmax", None): SHARES, ("variance", None): SPREADS,
    ("standardDeviation", None): SPREADS, ("product", None): PRODUCTS,
    ("cumulativeProduct", None): PRODUCTS, ("norm", None): LENGTHS,
    ("normP", 3): LENGTHS, ("normP", 1.5): LENGTHS}


def second(name, parameter, numbers):
    """The Hessian by the formulas of the reference table."""
    if (name, parameter) in WHOLE:
        shapes = [(len(numbers), 1)]
        return whole.ordinary(name, parameter, shapes, numbers)[2]
    return elementwise.ordinary(name, parameter, numbers)[2]


def third(name, parameter, point, digits, step):
    """The third derivatives, the one that is taken last running fastest."""
    mp.dps = digits
    numbers = [mpf(x) for x in point]
    columns = []
    for i, x in enumerate(numbers):
        move = step * (min(1, abs(x)) or 1) / max(1, abs(x))
        sides = []
        for at in (x + move, x - move):
            moved = numbers[:i] + [at] + numbers[i + 1:]
            sides.append(second(name, parameter, moved))
        columns.append([(a - b) / (2 * move) for a, b in zip(*sides)])
    return [column[k] for k in range(len(columns[0])) for column in columns]


def settled(low, high, digits):
    """The number with more digits. What is left of thousands of them, or
    shrinks with the step, is 0."""
    if digits > 2000 and (max(abs(low), abs(high)) < mpf(10) ** -1000
                          or abs(high) < abs(low) / 1000):
        return mpf(0)
    if abs(low - high) > mpf(10) ** -30 * abs(high):
        raise ArithmeticError((mp.nstr(low, 40), mp.nstr(high, 40)))
    return high


def agreed(name, parameter, point, digits):
    """The third derivatives, computed twice."""
    low = third(name, parameter, point, digits, mpf(10) ** -60)
    high = third(name, parameter, point, digits + 100, mpf(10) ** -65)
    return [settled(a, b, digits) for a, b in zip(low, high)]


def tries(point):
    """How many digits are tried."""
    far = any(x and not 1e-100 < abs(x) < 1e100 for x in point)
    return (1200, 4000) if far else (300, 1200, 4000)


def row(name, parameter, kind, point):
    """A line of the table, or None where a number is too large for it."""
    for digits in tries(point):
        try:
            numbers = agreed(name, parameter, point, digits)
            break
        except ArithmeticError:
            pass
    else:
        raise ArithmeticError((name, point))
    if any(math.isinf(to_double(x)) for x in numbers):
        return None
    return ";".join([
        name, "" if parameter is None else repr(parameter),
        " ".join(repr(float(x)) for x in point), kind,
        " ".join(repr(to_double(x)) for x in numbers)])


def elementwise_rows():
    smooth = {**elementwise.SMOOTH, "powInteger": None}
    drawn = {}
    for name, parameter, kind, point in elementwise.points():
        if name not in smooth or kind not in SLOW.get(name, KINDS):
            continue
        if not all(map(math.isfinite, point)):
            continue
        if elementwise.by_convention(name, parameter, point) is not None:
            continue
        if name in SLOW_FAR and not all(1e-100 < abs(x) < 1e100 for x in point):
            continue
        drawn[name] = drawn.get(name, 0) + (kind == "inner")
        if kind == "inner" and drawn[name] > 3:
            continue
        yield row(name, parameter, kind, point)


def whole_rows():
    for (name, parameter), points in WHOLE.items():
        for i, point in enumerate(points):
            yield row(name, parameter, "tail" if i else "inner", point)


def main():
    lines = [HEADER, *filter(None, [*elementwise_rows(), *whole_rows()])]
    target = Path(__file__).with_name("thirds.csv")
    target.write_text("\n".join(lines) + "\n", newline="\n")
    print("%d rows" % (len(lines) - 1))


if __name__ == "__main__":
    main()
