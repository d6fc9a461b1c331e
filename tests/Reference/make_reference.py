"""Make reference.csv, values and derivatives computed with many digits.

Needs Debian's packages python3-mpmath and python3-sympy (python3-gmpy2 makes
it faster):

    apt-get install python3-mpmath python3-sympy python3-gmpy2
    /usr/bin/python3 make_reference.py

It takes two minutes of processor time and writes reference.csv beside itself,
the same file every time. README.md says what the columns mean. The formulas,
the conventions and the points are in elementwise.py and whole.py.

Every number is computed twice, the second time with twice as many digits
(at least 400), until 30 digits agree. Where a convention decides a slope,
code writes it out beside a comment that names the rule; nothing is
differentiated numerically across a kink. Derivatives at ordinary points are
checked here against central differences, values against the standard
library and mpmath's linear algebra; the script fails where they differ.

The Hessian is left empty
- where there are more than 6 numbers in the operands;
- at the ends of a domain and at poles (K2 settles the slope alone);
- at NaN, for functions whose slopes do not depend on the operands or are
  another operand (the gradient too: K5 contradicts the rule there);
- at infinity for functions of two operands, where limits depend on the path
  (mostly the gradient too);
- at ties of eigenvalues and of singular values, at singular values 0, and
  for the norm with p < 2 where an entry is 0;
- where log-sum-exp and log-add-exp have several infinite maxima;
- for the power of a negative x to a variable whole exponent.
"""

import math
import statistics
from pathlib import Path

from mpmath import mp, mpf

import elementwise
import whole
from exact import to_double

HEADER = "function;parameters;shapes;operands;kind;value;gradient;hessian"
STEP = mpf(10) ** -60


def fail(what, row, expected, found):
    raise AssertionError("%s of %s: %s, but %s" % (
        what, row, mp.nstr(expected, 25), mp.nstr(found, 25)))


# ---------------------------------------------------------------------------
# Checks

def differences(function, numbers):
    """Central differences of a function that returns a list: for each
    operand the list of slopes."""
    slopes = []
    for i, x in enumerate(numbers):
        step = STEP * (min(1, abs(x)) or 1)
        ahead, behind = list(numbers), list(numbers)
        ahead[i], behind[i] = x + step, x - step
        slopes.append([(a - b) / (2 * step) for a, b in
                       zip(function(ahead), function(behind))])
    return slopes


def check_close(what, row, expected, found, floor):
    """Both lists, to 20 digits; an expected zero to 100 places."""
    for a, b in zip(expected, found, strict=True):
        most = floor if a else max(floor, mpf(10) ** -100)
        if abs(a - b) > mpf(10) ** -20 * abs(a) + most:
            fail(what, row, a, b)


def check_derivatives(row, ordinary, numbers, triple, floor):
    """The derivatives of an ordinary point against central differences."""
    _, gradient, hessian = triple
    mp.dps = 600
    numbers = [mpf(x) for x in numbers]

    def scalar(x):
        return [whole.weighted(ordinary(x)[0])]
    found = [slope for [slope] in differences(scalar, numbers)]
    check_close("gradient", row, gradient, found, floor)
    if hessian is not None:
        found = differences(lambda x: ordinary(x)[1], numbers)
        check_close("hessian", row, hessian, sum(found, []), floor)


STANDARD = {
    "exp": math.exp, "expm1": math.expm1, "log": math.log,
    "log2": math.log2, "log10": math.log10, "log1p": math.log1p,
    "sqrt": math.sqrt, "pow": math.pow, "hypot": math.hypot,
    "sin": math.sin, "cos": math.cos, "tan": math.tan, "asin": math.asin,
    "acos": math.acos, "atan": math.atan, "sinh": math.sinh,
    "cosh": math.cosh, "tanh": math.tanh, "asinh": math.asinh,
    "acosh": math.acosh, "atanh": math.atanh, "atan2": math.atan2,
    "erf": math.erf, "erfc": math.erfc, "logGamma": math.lgamma,
    "modulo": lambda x, z: x % z, "round": round,
    "normalCdf": statistics.NormalDist().cdf,
    "normalPdf": statistics.NormalDist().pdf,
    "normalQuantile": statistics.NormalDist().inv_cdf,
}


def check_standard(name, point, value):
    """A value against the standard library's, where there is one."""
    if name in STANDARD:
        expected = STANDARD[name](*point)
        if not math.isclose(value, expected, rel_tol=1e-11, abs_tol=1e-15):
            fail("value", (name, point), mpf(expected), mpf(value))


def lower(a):
    return mp.cholesky((a + a.T) / 2)


LINEAR_ALGEBRA = {
    "inverse": mp.inverse,
    "determinant": lambda a: mp.matrix([mp.det(a)]),
    "matrixExponential": mp.expm,
    "cholesky": lower,
    "symmetricEigenvalues": lambda a: mp.eigsy((a + a.T) / 2, True),
    "singularValues": lambda a: mp.svd_r(a, compute_uv=False),
    "symmetricSqrt": lambda a: mp.sqrtm((a + a.T) / 2),
    "qrR": lambda a: mp.matrix(positive_rows(mp.qr(a, mode="skinny")[1])),
}


def positive_rows(r):
    return [[r[i, j] * mp.sign(r[i, i]) for j in range(r.cols)]
            for i in range(r.rows)]


def check_linear_algebra(name, shapes, numbers, value):
    """A value against mpmath's own linear algebra."""
    one_column = shapes[0][1] == 1  # mpmath's qr does not take it
    if name in LINEAR_ALGEBRA and not one_column:
        mp.dps = 60
        [a] = whole.unpacked(shapes, [mpf(x) for x in numbers])
        found = LINEAR_ALGEBRA[name](mp.matrix(a))
        check_close("value", (name, shapes, numbers), value,
                    whole.flat(found.tolist()), mpf(10) ** -20)


def in_range(point):
    return all(x == 0 or 1e-20 < abs(x) < 1e20 for x in point)


# ---------------------------------------------------------------------------
# Rows

def text(numbers):
    if numbers is None:
        return ""
    return " ".join(repr(to_double(x)) for x in numbers)


def line(name, parameter, shapes, numbers, kind, triple):
    return ";".join([
        name, "" if parameter is None else repr(parameter),
        ",".join("%dx%d" % shape for shape in shapes),
        " ".join(repr(float(x)) for x in numbers), kind, *map(text, triple)])


def elementwise_rows():
    for name, parameter, kind, point in elementwise.points():
        triple = elementwise.evaluate(name, parameter, point)
        n = len(point)
        assert len(triple[0]) == 1, name
        assert triple[1] is None or len(triple[1]) == n, name
        assert triple[2] is None or len(triple[2]) == n * n, name
        smooth = name not in elementwise.PIECES
        if kind == "inner" or kind == "tail" and smooth and in_range(point):
            check_derivatives(
                (name, parameter, point),
                lambda x: elementwise.ordinary(name, parameter, x),
                point, triple, mpf(10) ** -320)
        if kind == "inner":
            check_standard(name, point, to_double(triple[0][0]))
        yield line(name, parameter, [(1, 1)] * n, point, kind, triple)


def whole_rows():
    for name, parameter, kind, shapes, numbers in whole.points():
        triple = whole.evaluate(name, parameter, shapes, numbers)
        n = len(numbers)
        assert triple[1] is None or len(triple[1]) == n, name
        assert triple[2] is None or len(triple[2]) == n * n, name
        if kind == "inner":
            check_derivatives(
                (name, parameter, shapes, numbers),
                lambda x: whole.ordinary(name, parameter, shapes, x),
                numbers, triple, mpf(10) ** -40)
            check_linear_algebra(name, shapes, numbers, triple[0])
        yield line(name, parameter, shapes, numbers, kind, triple)


def main():
    lines = [HEADER, *elementwise_rows(), *whole_rows()]
    target = Path(__file__).with_name("reference.csv")
    target.write_text("\n".join(lines) + "\n", newline="\n")
    print("%d rows" % (len(lines) - 1))


if __name__ == "__main__":
    main()
