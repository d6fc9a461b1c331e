"""Numbers of arbitrary precision: rounding, trustworthy evaluation, jets.

A result is a triple (value, gradient, hessian) of flat lists. The gradient
or the Hessian is None where the conventions settle none.
"""

import math

from mpmath import mp, mpf

INF = math.inf
NAN = math.nan


def to_double(x):
    """The double nearest to x, ties to even; subnormal and infinite too.

    float(mpf) truncates and rounds twice below 2^-1022, so the integers
    behind x are divided instead: Python rounds that quotient correctly.
    Zeros lose their sign.
    """
    if isinstance(x, (int, float)):
        return float(x) + 0.0
    if mp.isnan(x):
        return NAN
    if mp.isinf(x):
        return INF if x > 0 else -INF
    sign, mantissa, exponent, bits = x._mpf_
    mantissa, exponent, bits = int(mantissa), int(exponent), int(bits)
    if mantissa == 0 or exponent + bits < -1080:
        return 0.0
    if exponent + bits > 1030:
        return -INF if sign else INF
    try:
        if exponent >= 0:
            y = float(mantissa << exponent)
        else:
            y = mantissa / (1 << -exponent)
    except OverflowError:
        y = INF
    return -y if sign and y != 0.0 else y


def is_special(x):
    """Whether x is infinite or not a number."""
    return mp.isnan(x) or mp.isinf(x)


def confirmed(low, high, digits, scale):
    """A number known with so many digits (low) and with twice as many
    (high), or None where they differ. What shrinks with the precision, seen
    on the scale of the numbers around it, is an exact zero."""
    if is_special(low) or is_special(high):
        return high if str(low) == str(high) else None
    if abs(low - high) <= mpf(10) ** -30 * abs(high):
        return high
    if (abs(low) < scale * mpf(10) ** (-digits // 2)
            and abs(high) < scale * mpf(10) ** -digits):
        return mpf(0)
    return None


def settle(compute, digits=200, limit=8000):
    """The triple of compute(), with so many digits that twice as many give
    the same 30 leading ones."""
    def run(count):
        mp.dps = count
        return [None if part is None else [mpf(x) for x in part]
                for part in compute()]

    low = run(digits)
    while digits <= limit:
        high = run(2 * digits)
        result = []
        for part, check in zip(low, high):
            if check is None:
                result.append(None)
                continue
            finite = [abs(x) for x in check if not is_special(x)]
            scale = max(finite, default=mpf(0)) or mpf(1)
            result.append([confirmed(a, b, digits, scale)
                           for a, b in zip(part, check)])
        if not any(part and None in part for part in result):
            return tuple(result)
        digits *= 2
        low = high
    raise ArithmeticError("no agreement below %d digits" % limit)


class Jet:
    """A number with its first and, if wanted, second derivatives.

    All derivatives are with respect to the same n variables. h is a list of
    n lists, or None where second derivatives are not wanted.
    """

    def __init__(self, v, g, h):
        self.v, self.g, self.h = v, g, h

    @staticmethod
    def variables(values, second):
        """The jets of independent variables."""
        n = len(values)

        def zeros():
            return [[mpf(0)] * n for _ in range(n)] if second else None
        return [Jet(mpf(x), [mpf(int(i == k)) for k in range(n)], zeros())
                for i, x in enumerate(values)]

    def chain(self, f0, f1, f2):
        """A function of this jet with the given value and derivatives."""
        g = [f1 * a for a in self.g]
        h = self.h and [
            [f1 * x + f2 * a * b for x, b in zip(row, self.g)]
            for row, a in zip(self.h, self.g)]
        return Jet(f0, g, h)

    def __add__(self, other):
        if not isinstance(other, Jet):
            return Jet(self.v + other, self.g, self.h)
        h = self.h and [[a + b for a, b in zip(r, s)]
                        for r, s in zip(self.h, other.h)]
        return Jet(self.v + other.v,
                   [a + b for a, b in zip(self.g, other.g)], h)

    def __mul__(self, other):
        if not isinstance(other, Jet):
            return self.chain(self.v * other, other, 0)
        x, z = self, other
        g = [x.v * b + z.v * a for a, b in zip(x.g, z.g)]
        h = x.h and [
            [x.v * z.h[k][m] + z.v * x.h[k][m]
             + x.g[k] * z.g[m] + x.g[m] * z.g[k]
             for m in range(len(g))] for k in range(len(g))]
        return Jet(x.v * z.v, g, h)

    def __neg__(self):
        return self * mpf(-1)

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * reciprocal(other)

    def __rtruediv__(self, other):
        return reciprocal(self) * other

    __radd__ = __add__
    __rmul__ = __mul__


def plain(x):
    """The value of a jet; a number is its own."""
    return x.v if isinstance(x, Jet) else x


def reciprocal(x):
    """1 / x of a jet or number."""
    if not isinstance(x, Jet):
        return 1 / mpf(x)
    y = 1 / x.v
    return x.chain(y, -y ** 2, 2 * y ** 3)


def power(x, p):
    """x > 0 to the constant power p, of a jet or number."""
    if not isinstance(x, Jet):
        return mpf(x) ** p
    return x.chain(x.v ** p, p * x.v ** (p - 1),
                   p * (p - 1) * x.v ** (p - 2))


def root(x):
    """The square root of a positive jet or number."""
    return power(x, mpf(1) / 2)


def logarithm(x):
    """log |x| of a jet or number."""
    if not isinstance(x, Jet):
        return mp.log(abs(x))
    return x.chain(mp.log(abs(x.v)), 1 / x.v, -1 / x.v ** 2)
