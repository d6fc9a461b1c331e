"""Make accuracy.csv and accuracy.bin.gz: elementary functions at many points, to a 250th of an ulp.

    pip install mpmath
    python3 make_accuracy.py

accuracy.csv names the functions and the ranges that their points are drawn from; accuracy.bin.gz
holds 2,000 values of each, in that order. README.md says how points and values are written.
"""

import gzip
import math
import struct
from pathlib import Path

import mpmath
from mpmath import mp, mpf

POINTS = 2000
LARGEST = 1.7976931348623157e308
SMALLEST = 5e-324
MASK = 2 ** 64 - 1


def splitmix(state):
    """The output of the generator SplitMix64 (Steele, Lea, Flood 2014) at a state."""
    z = (state * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def of_bits(n):
    return struct.unpack("<d", struct.pack("<q", n))[0]


def point(kind, a, b, random):
    if kind == "even":
        return a + (b - a) * ((random >> 11) * 2.0 ** -53)
    if kind == "whole":
        return float(int(a) + random % (int(b) - int(a) + 1))
    size = of_bits(bits(a) + (random * (bits(b) - bits(a) + 1) >> 64))
    return -size if kind == "signed" and random & 1 else size


def nearest(y):
    """The nearest double, and what y is beyond it in ulps of it."""
    if y == 0:
        return 0.0, 0.0
    exponent = max(int(mpmath.frexp(abs(y))[1]) - 53, -1074)
    scaled = mpmath.ldexp(abs(y), -exponent)
    whole = int(mpmath.nint(scaled))
    rest = float(scaled - whole)
    if whole == 2 ** 53:
        rest /= 2
    try:
        size = math.ldexp(whole, exponent)
    except OverflowError:
        size, rest = math.inf, 0.0
    return (size, rest) if y > 0 else (-size, -rest)


def digits(bits_needed, f):
    def at(x):
        with mp.workprec(bits_needed):
            return +f(x)
    return at


def softplus(x):
    return mpmath.log1p(mpmath.exp(x))


def density(x):
    return mpmath.exp(x) / (1 + mpmath.exp(x)) ** 2


def normal(x):
    return mpmath.erfc(-x / mpmath.sqrt(2)) / 2


def log_normal(x):
    return mpmath.log(normal(x)) if x < 0 else mpmath.log1p(-normal(-x))


def quantile(p):
    """By Newton's method for the logarithm of the lower tail."""
    if p > 0.5:
        return -quantile(1 - p)
    x = -mpmath.sqrt(-2 * mpmath.log(p))
    while True:
        step = (mpmath.log(normal(x)) - mpmath.log(p)) * normal(x) / mpmath.npdf(x)
        x -= step
        if abs(step) < mpmath.ldexp(abs(x), -100):
            return x


def lambert(x):
    """With more digits than cancel beside its end."""
    with mp.workprec(400):
        return +mpmath.lambertw(x).real


def mills_derivative(x):
    """The third derivative of the inverse of Mills' ratio: six times a Taylor coefficient, with more digits than cancel."""
    with mp.workprec(400):
        c = [mpmath.npdf(x) / normal(x)]
        for k in range(3):
            terms = sum(c[i] * c[k - i] for i in range(k + 1))
            c.append(-(x * c[k] + (c[k - 1] if k else 0) + terms) / (k + 1))
        return 6 * c[3]


SIZES = ("sizes", SMALLEST, LARGEST)
SIGNED = ("signed", SMALLEST, LARGEST)
ANGLES = [("even", -10, 10), ("signed", 1e-9, 1e9), ("even", -1e5, 1e5), ("signed", SMALLEST, LARGEST)]
LOGISTIC = [("even", -40, 40), ("even", -750, 750), ("even", -2, 2), ("signed", 1e-20, 750)]
NORMAL = [("even", -3, 3), ("even", -38, 38), ("even", -200, -38), ("signed", 1e-20, 38)]
POSITIVE = [SIZES, ("even", 0.5, 2), ("even", 0, 100)]

BRANCH_POINT = -0.36787944117144233
LAMBERT = [("even", BRANCH_POINT, -0.25), ("even", BRANCH_POINT, -0.3678), ("even", -0.26, 10), SIZES, ("signed", SMALLEST, 0.3)]

FUNCTIONS = {
    "exp": (mpmath.exp, [("even", -2, 2), ("even", -746, 710), ("signed", 1e-20, 700)]),
    "expm1": (mpmath.expm1, [("even", -2, 2), ("even", -45, 710), ("signed", SMALLEST, 700)]),
    "exp2": (lambda x: mpmath.power(2, x), [("even", -2, 2), ("even", -1080, 1026), ("signed", 1e-20, 1000), ("whole", -1080, 1026)]),
    "log": (mpmath.log, POSITIVE),
    "log1p": (mpmath.log1p, [("even", -1, 1), ("sizes", SMALLEST, LARGEST), ("signed", 1e-20, 1), ("even", -0.5, 3)]),
    "log2": (lambda x: mpmath.log(x, 2), POSITIVE),
    "log10": (mpmath.log10, POSITIVE),
    "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), LOGISTIC),
    "logisticDensity": (density, LOGISTIC),
    "softplus": (digits(1300, softplus), LOGISTIC),
    "sin": (digits(1300, mpmath.sin), ANGLES),
    "cos": (digits(1300, mpmath.cos), ANGLES),
    "tan": (digits(1300, mpmath.tan), ANGLES),
    "tanh": (mpmath.tanh, [("even", -2, 2), ("even", -22, 22), ("signed", SMALLEST, 22)]),
    "squaredSech": (lambda x: mpmath.sech(x) ** 2, [("even", -2, 2), ("even", -380, 380), ("signed", 1e-20, 350)]),
    "powInteger 3": (lambda x: x ** 3, [("signed", 1e-108, 1e103), ("even", -2, 2)]),
    "powInteger 4": (lambda x: x ** 4, [("signed", 1e-81, 1e77), ("even", -2, 2)]),
    "powInteger -2": (lambda x: x ** -2, [("signed", 1e-154, 1e162), ("even", -2, 2)]),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), [SIGNED, ("even", -8, 8)]),
    "sinh": (mpmath.sinh, [("even", -2, 2), ("even", -711, 711), ("signed", SMALLEST, 711), ("even", -40, 40)]),
    "cosh": (mpmath.cosh, [("even", -2, 2), ("even", -711, 711), ("even", -40, 40)]),
    "asin": (mpmath.asin, [("even", -1, 1), ("signed", SMALLEST, 1), ("even", 0.98, 1)]),
    "acos": (mpmath.acos, [("even", -1, 1), ("signed", SMALLEST, 1), ("even", 0.98, 1)]),
    "atan": (mpmath.atan, [("even", -4, 4), SIGNED, ("signed", 1e-3, 1e3)]),
    "gaussian": (lambda x: mpmath.exp(-x * x), [("even", -2, 2), ("even", -27.5, 27.5), ("signed", 1e-20, 27)]),
    "normalPdf": (mpmath.npdf, [("even", -2, 2), ("even", -39, 39), ("signed", 1e-20, 38)]),
    "erf": (mpmath.erf, [("even", -1, 1), ("even", -6, 6), ("signed", SMALLEST, 6)]),
    "erfc": (mpmath.erfc, [("even", -1, 1), ("even", -6, 27), ("even", 0, 5), ("signed", 1e-20, 26)]),
    "normalCdf": (normal, [("even", -1, 1), ("even", -38, 9), ("even", -5, 0), ("signed", 1e-20, 9)]),
    "reciprocalSqrt": (lambda x: 1 / mpmath.sqrt(x), [SIZES, ("even", 0.5, 8)]),
    "asinh": (mpmath.asinh, [("even", -3, 3), SIGNED, ("signed", 1e-9, 1e10)]),
    "acosh": (mpmath.acosh, [("even", 1, 3), ("even", 1, 1.01), ("sizes", 1, LARGEST)]),
    "atanh": (mpmath.atanh, [("even", -1, 1), ("signed", SMALLEST, 1), ("even", 0.98, 1)]),
    "sinPi": (mpmath.sinpi, [("even", -3, 3), ("signed", SMALLEST, 1e15)]),
    "cosPi": (mpmath.cospi, [("even", -3, 3), ("signed", SMALLEST, 1e15)]),
    "tanPi": (lambda x: mpmath.sinpi(x) / mpmath.cospi(x), [("even", -3, 3), ("signed", SMALLEST, 1e6)]),
    "silu": (lambda x: x / (1 + mpmath.exp(-x)), LOGISTIC),
    "reciprocalNormalPdf": (lambda x: 1 / mpmath.npdf(x), [("even", -2, 2), ("even", -37, 37)]),
    "inverseMills": (lambda x: mpmath.npdf(x) / normal(x), NORMAL),
    "normalLogCdf": (log_normal, NORMAL, 2),
    "normalQuantile": (quantile, [("even", 0, 1), ("sizes", SMALLEST, 0.5), ("even", 0.2, 0.3)], 2),
    "gelu": (lambda x: x * normal(x), [("even", -3, 3), ("even", -37, 9)], 2),
    "polygamma 1": (lambda x: mpmath.psi(1, x), [("even", 0, 12), ("sizes", SMALLEST, 1e300), ("even", -6, 0)], 3),
    "polygamma 5": (lambda x: mpmath.psi(5, x), [("even", 0, 12), ("sizes", 1e-60, 1e60)], 3),
    "lambertW": (lambert, LAMBERT, 2),
    "lambertWNext": (lambda x: 1 + lambert(x), LAMBERT),
    "lambertWSlope": (lambda x: mpmath.exp(-lambert(x)) / (1 + lambert(x)), LAMBERT, 3),
    "inverseMillsDerivative": (mills_derivative, [("even", -22, -2), ("even", -3, -2), ("even", -100, -2)], 10),
}


def main():
    mp.prec = 240
    here = Path(__file__).parent
    lines, values = ["function;ranges;ulps"], bytearray()
    for name, (function, ranges, *ulps) in FUNCTIONS.items():
        points = " ".join("%s %r %r" % (kind, float(a), float(b)) for kind, a, b in ranges)
        lines.append("%s;%s;%d" % (name, points, *(ulps or [1])))
        for i in range(POINTS):
            kind, a, b = ranges[i % len(ranges)]
            value, rest = nearest(function(mpf(point(kind, float(a), float(b), splitmix(i + 1)))))
            values += struct.pack("<db", value, round(250 * rest))
    here.joinpath("accuracy.csv").write_text("\n".join(lines) + "\n", newline="\n")
    here.joinpath("accuracy.bin.gz").write_bytes(gzip.compress(bytes(values), mtime=0))


if __name__ == "__main__":
    main()
