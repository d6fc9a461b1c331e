"""The elementwise functions: formulas, conventions and points."""

import math
from math import inf, nan, nextafter, pi
from random import Random

import sympy
from mpmath import mp, mpf

from exact import settle

# ---------------------------------------------------------------------------
# Smooth formulas. A text is differentiated by sympy; where sympy has no good
# form, a Python function returns (value, gradient, hessian) itself.

TEXTS = {
    "add": "x + z",
    "subtract": "x - z",
    "negate": "-x",
    "multiply": "x * z",
    "divide": "x / z",
    "reciprocal": "1 / x",
    "exp": "exp(x)",
    "exp2": "exp(x * log(2))",
    "expm1": "exp(x) - 1",
    "log": "log(x)",
    "log2": "log(x) / log(2)",
    "log10": "log(x) / log(10)",
    "log1p": "log(1 + x)",
    "sqrt": "sqrt(x)",
    "reciprocalSqrt": "1 / sqrt(x)",
    "pow": "x**z",
    "sigmoid": "1 / (1 + exp(-x))",
    "logSigmoid": "-log(1 + exp(-x))",
    "softplus": "log(1 + exp(x))",
    "silu": "x / (1 + exp(-x))",
    "sin": "sin(x)",
    "cos": "cos(x)",
    "tan": "tan(x)",
    "asin": "asin(x)",
    "acos": "acos(x)",
    "atan": "atan(x)",
    "sinh": "sinh(x)",
    "cosh": "cosh(x)",
    "tanh": "tanh(x)",
    "asinh": "asinh(x)",
    "acosh": "acosh(x)",
    "atanh": "atanh(x)",
    "erf": "erf(x)",
    "erfc": "erfc(x)",
    "normalPdf": "exp(-x**2 / 2) / sqrt(2 * pi)",
}


def differentiated(text):
    """The triple of a formula in x, or in x and z."""
    x, z = sympy.symbols("x z", real=True)
    formula = sympy.sympify(text, locals={"x": x, "z": z})
    variables = [x, z] if "z" in text else [x]

    def compiled(expression):
        return sympy.lambdify(variables, expression, modules="mpmath")
    value = compiled(formula)
    slopes = [compiled(formula.diff(a)) for a in variables]
    seconds = [compiled(formula.diff(a, b))
               for a in variables for b in variables]
    return lambda *p: ([value(*p)], [f(*p) for f in slopes],
                       [f(*p) for f in seconds])


def cbrt(x):
    c = mp.sign(x) * mp.cbrt(abs(x))
    return [c], [1 / (3 * c ** 2)], [-2 / (9 * c ** 5)]


def sinc(x):
    if x == 0:
        return [mpf(1)], [mpf(0)], [mpf(-1) / 3]
    s, c = mp.sin(x), mp.cos(x)
    return ([s / x], [c / x - s / x ** 2],
            [-s / x - 2 * c / x ** 2 + 2 * s / x ** 3])


def hypot(x, z):
    r = mp.sqrt(x * x + z * z)
    mixed = -x * z / r ** 3
    return [r], [x / r, z / r], [z * z / r ** 3, mixed, mixed, x * x / r ** 3]


def atan2(y, x):
    s = x * x + y * y
    bend = 2 * x * y / s ** 2
    mixed = (y * y - x * x) / s ** 2
    return [mp.atan2(y, x)], [x / s, -y / s], [-bend, mixed, mixed, bend]


def xlogy(x, y):
    return [x * mp.log(y)], [mp.log(y), x / y], [0, 1 / y, 1 / y, -x / y ** 2]


def log_add_exp(x, z):
    p, q = 1 / (1 + mp.exp(z - x)), 1 / (1 + mp.exp(x - z))
    value = max(x, z) + mp.log(1 + mp.exp(-abs(x - z)))
    return [value], [p, q], [p * q, -p * q, -p * q, p * q]


def log_gamma(x):
    if x > 0:
        value = mp.loggamma(x)
    else:
        value = mp.log(mp.pi / abs(mp.sinpi(x))) - mp.loggamma(1 - x)
    return [value], [mp.psi(0, x)], [mp.psi(1, x)]


def digamma(x):
    return [mp.psi(0, x)], [mp.psi(1, x)], [mp.psi(2, x)]


def trigamma(x):
    return [mp.psi(1, x)], [mp.psi(2, x)], [mp.psi(3, x)]


def log_beta(x, z):
    s = x + z
    value = mp.loggamma(x) + mp.loggamma(z) - mp.loggamma(s)
    mixed = -mp.psi(1, s)
    return ([value], [mp.psi(0, a) - mp.psi(0, s) for a in (x, z)],
            [mp.psi(1, x) + mixed, mixed, mixed, mp.psi(1, z) + mixed])


def beta(x, z):
    [logarithm], [a, c], [aa, ac, _, cc] = log_beta(x, z)
    b = mp.exp(logarithm)
    mixed = b * (a * c + ac)
    return [b], [b * a, b * c], [b * (a * a + aa), mixed, mixed,
                                 b * (c * c + cc)]


def normal_cdf(x):
    # not by a text: sympy turns erfc(-x) into 2 - erfc(x), which cancels
    pdf = mp.npdf(x)
    return [mp.erfc(-x / mp.sqrt(2)) / 2], [pdf], [-x * pdf]


def normal_log_cdf(x):
    [cdf], [pdf], _ = normal_cdf(x)
    ratio = pdf / cdf
    return [mp.log(cdf)], [ratio], [-ratio * (x + ratio)]


def gelu(x):
    [cdf], [pdf], _ = normal_cdf(x)
    return [x * cdf], [cdf + x * pdf], [pdf * (2 - x * x)]


def normal_quantile(p):
    """Newton's method for log Φ(x) = log p in the lower half."""
    tail = min(p, 1 - p)
    target = mp.log(tail)
    if p == mpf(1) / 2:
        x = mpf(0)
    else:
        x = -mp.sqrt(-2 * target) if tail < 0.1 else mpf(-0.5)
        while True:
            cdf = mp.erfc(-x / mp.sqrt(2)) / 2
            step = (mp.log(cdf) - target) * cdf / mp.npdf(x)
            x -= step
            if abs(step) < mpf(10) ** (10 - mp.dps) * abs(x):
                break
    if p > tail:
        x = -x
    slope = 1 / mp.npdf(x)
    return [x], [slope], [x * slope ** 2]


def lambert_w(x):
    w = mp.lambertw(x).real
    slope = mp.exp(-w) / (1 + w)
    return [w], [slope], [-slope ** 2 * (2 + w) / (1 + w)]


SMOOTH = {name: differentiated(text) for name, text in TEXTS.items()}
SMOOTH.update({
    "cbrt": cbrt, "sinc": sinc, "hypot": hypot, "atan2": atan2,
    "xlogy": xlogy, "logAddExp": log_add_exp, "logGamma": log_gamma,
    "digamma": digamma, "trigamma": trigamma, "logBeta": log_beta,
    "beta": beta, "normalCdf": normal_cdf, "normalLogCdf": normal_log_cdf,
    "gelu": gelu, "normalQuantile": normal_quantile, "lambertW": lambert_w,
})


def pow_integer(n):
    """x to the whole power n, also for x <= 0. 0 to the power 0 is 1."""
    def derivative(x, order):
        factor = math.prod(n - i for i in range(order))
        if n == order:
            return mpf(factor)  # also where x is infinite
        return factor * x ** (n - order) if factor else mpf(0)
    return lambda x: ([derivative(x, 0)], [derivative(x, 1)],
                      [derivative(x, 2)])


# ---------------------------------------------------------------------------
# Functions in pieces. K1: at a kink the centre of the one-sided slopes.
# Higher orders: the chosen slope counts as constant, second derivative 0.

def sign_of(x):
    return (x > 0) - (x < 0)


def share(x, z):
    """K4: a tie shares its slope equally."""
    return 1.0 if x > z else 0.5 if x == z else 0.0


def modulo(x, z):
    # K1: floor has the slope 0 everywhere, so the jumps do not show
    quotient = mp.floor(mpf(x) / mpf(z))
    return [x - z * quotient], [1, -quotient], [0] * 4


def clip(x, low, high):
    # K1, K4: at a bound x and the bound share the slope equally
    above, below = share(x, low), share(high, x)
    return ([min(max(x, low), high)],
            [above * below, 1 - above, 1 - below], [0] * 9)


PIECES = {
    "abs": lambda x: ([abs(x)], [sign_of(x)], [0]),  # K1: 0 at 0
    "sign": lambda x: ([sign_of(x)], [0], [0]),
    "floor": lambda x: ([mp.floor(x)], [0], [0]),
    "ceiling": lambda x: ([mp.ceil(x)], [0], [0]),
    "round": lambda x: ([mp.nint(x)], [0], [0]),  # half to even
    "max": lambda x, z: ([max(x, z)], [share(x, z), share(z, x)], [0] * 4),
    "min": lambda x, z: ([min(x, z)], [share(z, x), share(x, z)], [0] * 4),
    "modulo": modulo,
    "clip": clip,
    # K1's declared exception: 0 at 0
    "relu": lambda x: ([max(x, 0.0)], [float(x > 0)], [0]),
}


# ---------------------------------------------------------------------------
# K2, ends of a domain: one-sided infinite slopes are infinite. No convention
# says what the second derivative is there: None. The keys hold for both
# zeros: -0.0 counts as the end 0.

def half_pi():
    return mp.pi / 2


def minus_half_pi():
    return -mp.pi / 2


LAMBERT_END = -0.36787944117144233  # -1/e, rounded: taken for it

ENDS = {
    "sqrt": {0.0: (0, inf, None)},
    "cbrt": {0.0: (0, inf, None)},
    "reciprocalSqrt": {0.0: (inf, -inf, None)},
    "log": {0.0: (-inf, inf, None)},
    "log2": {0.0: (-inf, inf, None)},
    "log10": {0.0: (-inf, inf, None)},
    "log1p": {-1.0: (-inf, inf, None)},
    "asin": {1.0: (half_pi, inf, None), -1.0: (minus_half_pi, inf, None)},
    "acos": {1.0: (0, -inf, None), -1.0: (lambda: +mp.pi, -inf, None)},
    "acosh": {1.0: (0, inf, None)},
    "atanh": {1.0: (inf, inf, None), -1.0: (-inf, inf, None)},
    "normalQuantile": {0.0: (-inf, inf, None), 1.0: (inf, inf, None)},
    "lambertW": {LAMBERT_END: (-1, inf, None)},
}

# At infinity: the limits of value, slope and second derivative.
LIMITS = {
    "negate": {inf: (-inf, -1, 0), -inf: (inf, -1, 0)},
    "reciprocal": {inf: (0, 0, 0), -inf: (0, 0, 0)},
    "abs": {inf: (inf, 1, 0), -inf: (inf, -1, 0)},
    "sign": {inf: (1, 0, 0), -inf: (-1, 0, 0)},
    "floor": {inf: (inf, 0, 0), -inf: (-inf, 0, 0)},
    "ceiling": {inf: (inf, 0, 0), -inf: (-inf, 0, 0)},
    "round": {inf: (inf, 0, 0), -inf: (-inf, 0, 0)},
    "relu": {inf: (inf, 1, 0), -inf: (0, 0, 0)},
    "exp": {inf: (inf, inf, inf), -inf: (0, 0, 0)},
    "exp2": {inf: (inf, inf, inf), -inf: (0, 0, 0)},
    "expm1": {inf: (inf, inf, inf), -inf: (-1, 0, 0)},
    "log": {inf: (inf, 0, 0)},
    "log2": {inf: (inf, 0, 0)},
    "log10": {inf: (inf, 0, 0)},
    "log1p": {inf: (inf, 0, 0)},
    "sqrt": {inf: (inf, 0, 0)},
    "cbrt": {inf: (inf, 0, 0), -inf: (-inf, 0, 0)},
    "reciprocalSqrt": {inf: (0, 0, 0)},
    "sigmoid": {inf: (1, 0, 0), -inf: (0, 0, 0)},
    "logSigmoid": {inf: (0, 0, 0), -inf: (-inf, 1, 0)},
    "softplus": {inf: (inf, 1, 0), -inf: (0, 0, 0)},
    "gelu": {inf: (inf, 1, 0), -inf: (0, 0, 0)},
    "silu": {inf: (inf, 1, 0), -inf: (0, 0, 0)},
    "sinc": {inf: (0, 0, 0), -inf: (0, 0, 0)},
    "sin": {inf: (nan, nan, nan), -inf: (nan, nan, nan)},
    "cos": {inf: (nan, nan, nan), -inf: (nan, nan, nan)},
    "tan": {inf: (nan, nan, nan), -inf: (nan, nan, nan)},
    "atan": {inf: (half_pi, 0, 0), -inf: (minus_half_pi, 0, 0)},
    "sinh": {inf: (inf, inf, inf), -inf: (-inf, inf, -inf)},
    "cosh": {inf: (inf, inf, inf), -inf: (inf, -inf, inf)},
    "tanh": {inf: (1, 0, 0), -inf: (-1, 0, 0)},
    "asinh": {inf: (inf, 0, 0), -inf: (-inf, 0, 0)},
    "acosh": {inf: (inf, 0, 0)},
    "erf": {inf: (1, 0, 0), -inf: (-1, 0, 0)},
    "erfc": {inf: (0, 0, 0), -inf: (2, 0, 0)},
    "logGamma": {inf: (inf, inf, 0)},
    "digamma": {inf: (inf, 0, 0)},
    "trigamma": {inf: (0, 0, 0)},
    "normalPdf": {inf: (0, 0, 0), -inf: (0, 0, 0)},
    "normalCdf": {inf: (1, 0, 0), -inf: (0, 0, 0)},
    "normalLogCdf": {inf: (0, 0, 0), -inf: (-inf, inf, -1)},
    "lambertW": {inf: (inf, 0, 0)},
}

# K5, outside the domain: value and all derivatives are NaN.
OUTSIDE = {
    "sqrt": lambda x: x < 0,
    "reciprocalSqrt": lambda x: x < 0,
    "log": lambda x: x < 0,
    "log2": lambda x: x < 0,
    "log10": lambda x: x < 0,
    "log1p": lambda x: x < -1,
    "asin": lambda x: abs(x) > 1,
    "acos": lambda x: abs(x) > 1,
    "acosh": lambda x: x < 1,
    "atanh": lambda x: abs(x) > 1,
    "normalQuantile": lambda p: p < 0 or p > 1,
    "lambertW": lambda x: x < LAMBERT_END,
    "xlogy": lambda x, y: y < 0 and x != 0,
    "pow": lambda x, z: x < 0 and z != math.floor(z),
    "modulo": lambda x, z: z == 0 or math.isinf(x),
    # the poles, where the two sides differ
    "digamma": lambda x: x <= 0 and x == math.floor(x),
}

# Slopes that do not depend on the operands, or are another operand: K5 and
# the rule "NaN in, slope as ever" contradict each other at NaN. None.
UNDECIDED_AT_NAN = {
    "add", "subtract", "negate", "multiply", "divide", "sign", "floor",
    "ceiling", "round", "modulo", "clip", "relu"}


def of_two_operands(name, x, z):
    """The convention at a special point of two operands, or None."""
    if name == "hypot" and x == z == 0:
        return [0], [0, 0], [0] * 4  # K1, and higher orders
    if name == "atan2" and x == z == 0:
        # K1; the value is that of the signed zeros (IEEE 754)
        below = math.copysign(1, x) < 0
        left = math.copysign(1, z) < 0
        value = (-mp.pi if below else mp.pi) if left else 0
        return [value], [0, 0], [0] * 4
    if name == "atan2" and x == 0 and math.copysign(1, x) < 0 and z < 0:
        # the lower side of the cut
        _, gradient, hessian = atan2(mpf(0), mpf(z))
        return [-mp.pi], gradient, hessian
    if name == "xlogy" and x == 0 and z == 0:
        # by definition 0; slopes: the limits for z to 0 along x = 0
        return [0], [-inf, 0], None
    if name == "xlogy" and z == 0:
        side = sign_of(x)
        return [-inf * side], [-inf, inf * side], None  # K2
    if name == "divide" and z == 0:
        if x == 0:
            return [nan], [nan, nan], [nan] * 4  # K5
        side = math.copysign(1, z)
        return [x * side * inf], [side * inf, -x * inf], None  # K2
    if name == "pow" and x == 0:
        # the limits for x to 0 from above with z fixed; K2 where infinite
        value = 0 if z > 0 else 1 if z == 0 else inf
        slope = (0 if z > 1 or z == 0 else 1 if z == 1 else
                 inf if z > 0 else -inf)
        return [value], [slope, 0 if z > 0 else -inf], None
    if name == "pow" and x < 0 and z == math.floor(z):
        # a value and a slope along x only: NaN along z, where K5 holds
        [value], [slope], _ = pow_integer(int(z))(mpf(x))
        return [value], [slope, nan], None
    if math.isinf(x) or math.isinf(z):
        return at_infinity(name, x, z)
    return None


def at_infinity(name, x, z):
    """Two operands, one of them or both infinite."""
    if name in ("max", "min"):
        return PIECES[name](x, z)
    if name == "logAddExp":
        if x == z:
            return [x], [0.5, 0.5], None  # K4
        return [max(x, z)], [float(x > z), float(z > x)], [0] * 4
    if name in ("add", "subtract", "multiply"):
        value, gradient, hessian = {
            "add": (x + z, [1, 1], [0] * 4),
            "subtract": (x - z, [1, -1], [0] * 4),
            "multiply": (x * z, [z, x], [0, 1, 1, 0])}[name]
        if math.isnan(value):
            return [nan], None, None  # as at NaN
        return [value], gradient, hessian
    # the limits of the slopes are not decided by any convention
    value = {"divide": lambda: x / z, "hypot": lambda: math.hypot(x, z),
             "atan2": lambda: math.atan2(x, z), "xlogy": lambda: x * z,
             "pow": lambda: math.pow(x, z)}[name]()
    return [value], None, None


def by_convention(name, parameter, point):
    """The triple a convention decides, or None at an ordinary point."""
    if any(math.isnan(x) for x in point):
        n = len(point)
        if name == "powInteger" and parameter == 0:
            return [1], [0], [0]  # x to the power 0 is 1 with slope 0
        if name in UNDECIDED_AT_NAN or parameter == 1:
            return [nan], None, None
        return [nan], [nan] * n, [nan] * n * n  # K5
    if name in OUTSIDE and OUTSIDE[name](*point):
        n = len(point)
        return [nan], [nan] * n, [nan] * n * n  # K5
    if len(point) == 1:
        x = point[0]
        for table in (ENDS, LIMITS):
            if x in table.get(name, ()):
                value, slope, second = table[name][x]
                if callable(value):
                    value = value()
                return ([value], [slope],
                        None if second is None else [second])
        if name == "reciprocal" and x == 0:
            # K2 at a pole: the side is that of the signed zero
            return [math.copysign(inf, x)], [-inf], None
        if name == "logGamma" and x <= 0 and x == math.floor(x):
            # the poles; its slope is digamma, which is NaN there
            return [inf], [nan], None
    if len(point) == 2:
        return of_two_operands(name, *point)
    return None


def ordinary(name, parameter, point):
    """The triple away from special points."""
    if name == "powInteger":
        rule = pow_integer(parameter)
    else:
        rule = PIECES.get(name) or SMOOTH[name]
    return rule(*map(mpf, point))


def evaluate(name, parameter, point):
    """The triple of a function at a point."""
    if by_convention(name, parameter, point) is not None:
        return settle(lambda: by_convention(name, parameter, point))
    return settle(lambda: ordinary(name, parameter, point), digits=1000)


# ---------------------------------------------------------------------------
# Points: the ordinary ones are drawn, the others listed.

def ulp_above(x):
    return nextafter(x, inf)


def ulp_below(x):
    return nextafter(x, -inf)


BOTH_ZEROS = [0.0, -0.0]
INFINITIES = [inf, -inf]
TINY = [1e-300, -1e-300, 1e-17, -1e-17]
FAR = [40.0, -40.0, 700.0, -700.0]
SUBNORMAL = 5e-324
LARGE = 1.7976931348623157e308

# name: (interval of the ordinary points, {kind: points})
UNARY = {
    "negate": ((-5, 5), {"tail": [1e300, -1e-300], "zero": BOTH_ZEROS,
                         "infinite": INFINITIES, "nan": [nan]}),
    "reciprocal": ((-5, 5), {
        "tail": [1e200, -1e200, 1e-200, -1e-200, 1e-100, 1e100, SUBNORMAL,
                 LARGE],
        "end": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "abs": ((-5, 5), {"tail": [1e300, -1e-300, -SUBNORMAL],
                      "tie": BOTH_ZEROS, "infinite": INFINITIES,
                      "nan": [nan]}),
    "sign": ((-5, 5), {"tail": [1e300, -1e-300, -SUBNORMAL],
                       "tie": BOTH_ZEROS, "infinite": INFINITIES,
                       "nan": [nan]}),
    "floor": ((-5, 5), {
        "tie": [1.0, -1.0, 3.0, ulp_below(1.0), ulp_above(-2.0)],
        "tail": [1e300, -1e-300, 2.0**52 + 1, 2.0**51 + 0.5],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "ceiling": ((-5, 5), {
        "tie": [1.0, -1.0, 3.0, ulp_above(1.0), ulp_below(-2.0)],
        "tail": [1e300, 1e-300, 2.0**52 + 1, 2.0**51 + 0.5],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "round": ((-5, 5), {
        "tie": [0.5, -0.5, 1.5, 2.5, -1.5, -2.5, ulp_below(0.5),
                ulp_above(0.5)],
        "tail": [1e300, 1e-300, 2.0**52 + 1, 2.0**51 + 0.5],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "relu": ((-5, 5), {"tail": [1e300, -1e300, 1e-300, -1e-300],
                       "tie": BOTH_ZEROS, "infinite": INFINITIES,
                       "nan": [nan]}),
    "exp": ((-5, 5), {
        "tail": FAR + TINY + [709.0, 710.0, -708.5, -740.0, -745.0, -746.0],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "exp2": ((-5, 5), {
        "tail": FAR + [1023.0, 1024.0, -1022.5, -1074.0, -1076.0, 1e-17],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "expm1": ((-5, 5), {
        "tail": FAR + TINY + [1e-8, -1e-8, 710.0, SUBNORMAL, 1e-5],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "log": ((0.1, 9), {
        "end": BOTH_ZEROS + [SUBNORMAL],
        "tail": [1e-300, 1e300, LARGE, 1e-160, 1e160],
        "inner": [1.0, ulp_above(1.0), ulp_below(1.0), math.e],
        "infinite": [inf], "outside": [-1.0, -SUBNORMAL, -inf],
        "nan": [nan]}),
    "log2": ((0.1, 9), {
        "end": BOTH_ZEROS + [SUBNORMAL], "tail": [1e-300, 1e300, LARGE],
        "inner": [1.0, 8.0, 0.125, ulp_above(1.0), ulp_below(1.0)],
        "infinite": [inf], "outside": [-1.0, -SUBNORMAL], "nan": [nan]}),
    "log10": ((0.1, 9), {
        "end": BOTH_ZEROS + [SUBNORMAL], "tail": [1e-300, 1e300, LARGE],
        "inner": [1.0, 1000.0, 0.001, ulp_above(1.0), ulp_below(1.0)],
        "infinite": [inf], "outside": [-1.0, -SUBNORMAL], "nan": [nan]}),
    "log1p": ((-0.9, 9), {
        "end": [-1.0, -1 + 2.0**-53, -1 + 2.0**-52],
        "tail": TINY + [1e300, 1e-8, -1e-8, SUBNORMAL], "zero": BOTH_ZEROS,
        "infinite": [inf], "outside": [-2.0, ulp_below(-1.0)],
        "nan": [nan]}),
    "sqrt": ((0.1, 9), {
        "end": BOTH_ZEROS + [SUBNORMAL], "inner": [4.0],
        "tail": [1e-300, 1e300, 1e-200, 1e200, LARGE],
        "infinite": [inf], "outside": [-1.0, -SUBNORMAL], "nan": [nan]}),
    "cbrt": ((-5, 5), {
        "end": BOTH_ZEROS + [SUBNORMAL, -SUBNORMAL], "inner": [8.0, -27.0],
        "tail": [1e-300, -1e300, 1e-200, 1e200],
        "infinite": INFINITIES, "nan": [nan]}),
    "reciprocalSqrt": ((0.1, 9), {
        "end": BOTH_ZEROS + [SUBNORMAL], "inner": [4.0],
        "tail": [1e-300, 1e300, 1e-200, 1e200, LARGE],
        "infinite": [inf], "outside": [-1.0, -SUBNORMAL], "nan": [nan]}),
    "sigmoid": ((-5, 5), {
        "tail": FAR + [1e-17, -1e-17, 20.0, -20.0, 745.0, -745.0, -800.0],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "logSigmoid": ((-5, 5), {
        "tail": FAR + [1e-17, -1e-17, 20.0, -20.0, 745.0, 800.0, -1e5],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "softplus": ((-5, 5), {
        "tail": FAR + [1e-17, -1e-17, 20.0, -20.0, -745.0, -800.0, 1e300],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "gelu": ((-5, 5), {
        "tail": FAR + [1e-300, -1e-17, 8.0, -8.0, -20.0, -37.0, -38.5],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "silu": ((-5, 5), {
        "tail": FAR + [1e-300, -1e-17, 20.0, -20.0, -745.0, -800.0],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "sinc": ((-5, 5), {
        "tie": [pi, -pi, 2 * pi, 3 * pi, 10 * pi],
        "tail": [1e-300, 1e-17, 1e-8, -1e-8, 1e-5, 1e-3, 0.1, 1e10, 1e300],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "sin": ((-5, 5), {
        "tie": [pi, -pi, pi / 2, 2 * pi],
        "tail": [1e-300, -1e-17, 1e-8, 1e5, 1e22, 1e300],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "cos": ((-5, 5), {
        "tie": [pi, pi / 2, -pi / 2, 3 * pi / 2],
        "tail": [1e-300, -1e-17, 1e-8, 1e5, 1e22, 1e300],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "tan": ((-1.5, 1.5), {
        "tie": [pi / 2, -pi / 2, pi, 3 * pi / 2, pi / 4],
        "tail": [1e-300, -1e-17, 1e-8, 1.5707963, 1e22],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "asin": ((-0.95, 0.95), {
        "end": [1.0, -1.0, ulp_below(1.0), ulp_above(-1.0)],
        "tail": [1e-300, -1e-17, 1e-8, 0.9999999], "zero": BOTH_ZEROS,
        "outside": [ulp_above(1.0), -2.0, inf], "nan": [nan]}),
    "acos": ((-0.95, 0.95), {
        "end": [1.0, -1.0, ulp_below(1.0), ulp_above(-1.0)],
        "tail": [1e-300, -1e-17, 1e-8, 0.9999999], "zero": BOTH_ZEROS,
        "outside": [ulp_above(1.0), -2.0, inf], "nan": [nan]}),
    "atan": ((-5, 5), {
        "tail": [1e-300, -1e-17, 1e-8, 1e10, -1e160, 1e200, 1e300],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "sinh": ((-5, 5), {
        "tail": TINY + FAR + [1e-8, 710.0, -710.0, 711.0],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "cosh": ((-5, 5), {
        "tail": TINY + FAR + [1e-8, 710.0, -710.0, 711.0],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "tanh": ((-5, 5), {
        "tail": FAR + [1e-300, 1e-17, 1e-8, 20.0, -20.0, 350.0, 372.0],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "asinh": ((-5, 5), {
        "tail": TINY + [1e-8, -1e-8, 1e10, -1e10, 1e160, 1e200, -1e300],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "acosh": ((1.1, 9), {
        "end": [1.0, ulp_above(1.0), 1.0000001],
        "tail": [1e10, 1e160, 1e200, 1e300], "infinite": [inf],
        "outside": [ulp_below(1.0), 0.0, -2.0], "nan": [nan]}),
    "atanh": ((-0.95, 0.95), {
        "end": [1.0, -1.0, ulp_below(1.0), ulp_above(-1.0)],
        "tail": [1e-300, -1e-17, 1e-8, 0.9999999], "zero": BOTH_ZEROS,
        "outside": [ulp_above(1.0), -2.0, inf], "nan": [nan]}),
    "erf": ((-3, 3), {
        "tail": TINY + [1e-8, 6.0, -6.0, 10.0, 26.0, 27.5, 1e200],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "erfc": ((-3, 3), {
        "tail": [1e-300, -1e-17, 6.0, -6.0, 10.0, 26.0, 26.5, 27.0, 27.5,
                 -27.0, 1e200],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    # the tails: beside roots, where few digits are left, and far out
    "logGamma": ((0.1, 9), {
        "inner": [0.5, 1.0, 2.0, 10.0, -0.5, -1.5, -10.3, -40.3],
        "tail": [ulp_above(1.0), ulp_below(1.0), ulp_above(2.0),
                 ulp_below(2.0), 1.4616321449683622, 1.4616321449683624,
                 -2.4570247382208006, -2.7476826467274127,
                 -3.143580888349981, -3.955294284858598, -4.03936183974321,
                 -5.99305821046786, 1e-300, -1e-300,
                 1e-8, -1e-8, 1e10, 1e300, 170.5],
        "end": BOTH_ZEROS + [-1.0, -2.0], "infinite": [inf], "nan": [nan]}),
    "digamma": ((0.1, 9), {
        "inner": [0.5, 1.0, 2.0, 10.0, -0.5, -1.5, -10.3, -40.3],
        "tail": [1.4616321449683622, 1.4616321449683624, -0.5040830082644554,
                 -1.573498473162391, -2.610720868444145, -9.702672541034,
                 -99.79, 1e-300, -1e-300, 1e-8, -1e-8, 1e10, 1e300, 170.5],
        "end": BOTH_ZEROS + [-1.0, -2.0], "infinite": [inf], "nan": [nan]}),
    "trigamma": ((0.1, 9), {
        "inner": [0.5, 1.0, 2.0, 10.0, 1.4616321449683622, -0.5, -1.5,
                  -10.3, -40.3],
        "tail": [1e-300, -1e-300, 1e-100, 1e-8, -1e-8, 1e10, 1e300, 170.5],
        "infinite": [inf], "nan": [nan]}),
    "normalPdf": ((-4, 4), {
        "tail": [1e-300, -1e-17, 8.0, -8.0, 30.0, -38.0, 39.0, 1e200],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "normalCdf": ((-4, 4), {
        "tail": [1e-300, -1e-17, 8.0, -8.0, -30.0, 30.0, -38.0, -38.5, -39.0,
                 1e200],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "normalLogCdf": ((-4, 4), {
        "tail": [1e-300, -1e-17, 8.0, -8.0, -30.0, 30.0, -38.0, 38.5, -100.0,
                 -1e5],
        "zero": BOTH_ZEROS, "infinite": INFINITIES, "nan": [nan]}),
    "normalQuantile": ((0.02, 0.98), {
        "end": BOTH_ZEROS + [1.0],
        "inner": [0.5, ulp_above(0.5), ulp_below(0.5), 0.02425, 0.97575],
        "tail": [1e-300, 1e-20, 1e-8, 0.999, 1 - 2.0**-53, SUBNORMAL],
        "outside": [-SUBNORMAL, ulp_above(1.0), 2.0], "nan": [nan]}),
}

# Functions that came later: each draws from a generator of its own, and the
# rows of others stay.
MORE_UNARY = {
    "lambertW": ((-0.3, 9), {
        "end": [LAMBERT_END],
        "inner": [-0.25, ulp_below(-0.25), 1.0, math.e, 30.0],
        "tail": [ulp_above(LAMBERT_END), -0.3678794411714, -0.3678, -0.36,
                 1e-300, -1e-300, 1e-8, -1e-8, 1e10, 1e300, SUBNORMAL, LARGE],
        "zero": BOTH_ZEROS, "infinite": [inf],
        "outside": [ulp_below(LAMBERT_END), -1.0, -inf], "nan": [nan]}),
}

QUADRANTS = [(1, 1), (1, -1), (-1, 1), (-1, -1)]


def quadrants(x, z):
    return [(a * x, b * z) for a, b in QUADRANTS]


AXES = [(0.0, 2.0), (0.0, -2.0), (-0.0, 2.0), (-0.0, -2.0), (3.0, 0.0),
        (3.0, -0.0), (-3.0, 0.0)]
ORIGIN = [(0.0, 0.0), (0.0, -0.0), (-0.0, 0.0), (-0.0, -0.0)]
EXTREME = (quadrants(1e200, 1e200) + quadrants(1e-200, 1e-200)
           + quadrants(1e200, 1e-200) + quadrants(1e-200, 1e200)
           + [(1e300, 1e-300), (3e307, 4e307), (1e-310, 2e-310)])
HALVES = ((-3, 3), (-3, 3))
POSITIVE = ((0.1, 6), (0.1, 6))
NANS = [(nan, 1.0), (1.0, nan)]

BINARY = {
    "add": (HALVES, {
        "tail": [(1e300, -1e300), (1.0, 1e-17), (LARGE, LARGE),
                 (1e308, 1e308)],
        "zero": [(0.0, -0.0), (0.0, 0.0)],
        "infinite": [(inf, 1.0), (inf, -inf)], "nan": NANS}),
    "subtract": (HALVES, {
        "tail": [(1e300, 1e300), (1.0, 1e-17), (LARGE, -LARGE)],
        "tie": [(1.5, 1.5)], "zero": [(0.0, 0.0), (0.0, -0.0)],
        "infinite": [(inf, 1.0), (inf, inf)], "nan": NANS}),
    "multiply": (HALVES, {
        "tail": [(1e200, 1e200), (1e-200, 1e-200), (1e200, -1e-200),
                 (1e-160, 1e-160)],
        "zero": [(0.0, 0.0), (0.0, -2.0), (3.0, -0.0)],
        "infinite": [(inf, 2.0), (-inf, 2.0), (inf, 0.0)], "nan": NANS}),
    "divide": (((-3, 3), (0.2, 3)), {
        "tail": [(1e200, 1e-200), (1e-200, 1e200), (1.0, 1e200),
                 (1e200, 1e200), (1e-200, -1e-200), (1.0, 1e-100)],
        "zero": [(0.0, 1.0), (-0.0, -3.0)],
        "end": [(1.0, 0.0), (1.0, -0.0), (-1.0, 0.0)],
        "outside": [(0.0, 0.0)],
        "infinite": [(1.0, inf), (inf, 2.0)], "nan": NANS}),
    "max": (HALVES, {
        "tie": [(1.0, 1.0), (-2.5, -2.5), (1e300, 1e300)],
        "tail": [(1e300, -1e300), (1.0, ulp_above(1.0)), (1e-300, 0.0)],
        "zero": ORIGIN,
        "infinite": [(2.0, -inf), (inf, 2.0), (inf, inf), (-inf, -inf)],
        "nan": NANS}),
    "min": (HALVES, {
        "tie": [(1.0, 1.0), (-2.5, -2.5), (1e300, 1e300)],
        "tail": [(1e300, -1e300), (1.0, ulp_above(1.0)), (1e-300, 0.0)],
        "zero": ORIGIN,
        "infinite": [(2.0, inf), (-inf, 2.0), (inf, inf), (-inf, -inf)],
        "nan": NANS}),
    "modulo": (((-9, 9), (-3, 3)), {
        "inner": [(7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-7.5, -2.0)],
        "tie": [(6.0, 3.0), (-6.0, 3.0), (1.0, 0.5), (1.0, 0.1),
                (1.0, -0.25)],
        "tail": [(-1e-20, 1.0), (1e-20, 1.0), (1e15, 3.0), (1e-300, 2.0)],
        "zero": [(0.0, 2.0), (-0.0, -2.0)],
        "outside": [(1.0, 0.0), (inf, 1.0)], "nan": NANS}),
    "pow": (((0.1, 4), (-3, 3)), {
        "tail": [(1e-300, 0.5), (1e-300, 1.0), (1e-300, 2.0), (1e-300, -0.5),
                 (1e-300, -1.0), (1e-100, 2.5), (1e-30, -3.0), (1e30, 3.0),
                 (1e100, -2.5), (1e300, 0.5), (1e300, 1.0), (1e300, -1.0),
                 (1e300, 1.5), (1e300, -1.5), (ulp_above(1.0), 1e15),
                 (ulp_below(1.0), -1e15), (2.0, 1023.5), (2.0, -1074.0)],
        "inner": [(1.0, 0.0), (1.0, 2.5), (2.0, 0.0), (2.0, 3.0),
                  (2.0, 1.0)],
        "end": [(0.0, 2.5), (0.0, 2.0), (0.0, 1.0), (0.0, 0.5), (0.0, 0.0),
                (0.0, -1.0)],
        "outside": [(-2.0, 0.5), (-2.0, 2.0), (-2.0, -3.0), (-1e-300, 1.5)],
        "infinite": [(inf, 2.0), (2.0, inf), (2.0, -inf), (0.5, inf)],
        "nan": [(nan, 1.5), (2.0, nan)]}),
    "hypot": (HALVES, {
        "inner": [(3.0, -4.0)],
        "tail": EXTREME + [(1.0, 1e-5), (1e-5, -1.0), (1e-9, 2.0),
                           (1e-150, 1e-160)],
        "tie": ORIGIN, "zero": AXES,
        "infinite": [(inf, 1.0), (1.0, -inf), (inf, inf)], "nan": NANS}),
    "atan2": (HALVES, {
        "inner": [(1.0, 1.0), (1.0, -1.0)],
        "tail": EXTREME + [(1.0, 1.00000001), (-1.0, 0.99999999),
                           (1.0, 1e-5), (1e-9, 2.0), (1e-90, 2e-90),
                           (1e90, -3e90)],
        "tie": ORIGIN, "zero": AXES,
        "infinite": [(1.0, inf), (1.0, -inf), (inf, 1.0), (-inf, 1.0),
                     (inf, inf)],
        "nan": NANS}),
    "xlogy": (((-3, 3), (0.1, 6)), {
        "zero": [(0.0, 2.0), (-0.0, 2.0), (0.0, 1e-300), (0.0, 1e300),
                 (0.0, 1.0)],
        "end": [(0.0, 0.0), (2.0, 0.0), (-2.0, 0.0)],
        "tail": [(1e-300, 1e-300), (1e300, 2.0), (1e-300, 1e300),
                 (3.0, 1e-300), (2.0, 1.0), (2.0, ulp_above(1.0)),
                 (2.0, ulp_below(1.0))],
        "infinite": [(2.0, inf)], "outside": [(2.0, -1.0)], "nan": NANS}),
    "logAddExp": (HALVES, {
        "tie": [(1.5, 1.5), (1e5, 1e5), (-1e5, -1e5), (0.0, 0.0),
                (0.0, -0.0), (-inf, -inf), (inf, inf)],
        "tail": [(1e5, -1e5), (-1e5, 1e5), (1e5, 1e5 - 1), (0.0, -40.0),
                 (0.0, -700.0), (-700.0, 0.0), (0.0, 40.0), (0.0, 1e-17),
                 (1e300, 0.0), (-800.0, -740.0)],
        "infinite": [(-inf, 0.0), (0.0, -inf), (inf, 0.0), (inf, -inf)],
        "nan": NANS}),
    "beta": (POSITIVE, {
        "inner": [(1.0, 1.0), (0.5, 0.5), (2.0, 3.0)],
        "tail": [(1e-300, 1.0), (1.0, 1e-300), (1e-300, 1e-300),
                 (1e-8, 1e-8), (1e-8, 1e10), (1e10, 0.5), (1e300, 1.0),
                 (1e300, 0.5), (1e-300, 1e300), (500.0, 600.0),
                 (1e10, 1e10), (300.0, 400.0), (1e-9, 5.0), (0.04, 0.21),
                 (0.049, 0.19), (1e-5, 0.1), (0.03, 700.0), (1e-12, 1e-3)],
        "nan": NANS}),
    "logBeta": (POSITIVE, {
        "inner": [(1.0, 1.0), (0.5, 0.5), (2.0, 3.0), (1.0, ulp_above(1.0)),
                  (1.0, ulp_below(1.0))],
        "tail": [(1e-300, 1.0), (1.0, 1e-300), (1e-300, 1e-300),
                 (1e-8, 1e-8), (1e-8, 1e10), (1e10, 0.5), (1e300, 1.0),
                 (1e300, 0.5), (1e-300, 1e300), (500.0, 600.0),
                 (1e10, 1e10), (1e150, 1e300), (1e300, 1e300),
                 (0.5, 2.3307604309411087), (0.8, 1.2732905148960226),
                 (300.0, 400.0), (1e-9, 5.0), (1e-12, 1e-3),
                 (0.43301496739330153, 5.5011419951202525),
                 (0.09517336323136062, 32713986978.565155)],
        "nan": NANS}),
}

CLIP = {
    "inner": [(0.5, -1.0, 1.0), (-3.0, -1.0, 1.0), (2.5, -1.0, 1.0),
              (0.25, 0.0, 2.0), (7.0, -4.0, 6.5), (-7.0, -4.0, 6.5),
              (1.0, -4.0, 6.5), (-0.75, -2.0, -0.5)],
    "tie": [(-1.0, -1.0, 1.0), (1.0, -1.0, 1.0), (0.0, -0.0, 1.0),
            (-0.0, 0.0, 1.0)],
    "zero": [(0.0, -1.0, 1.0), (-0.0, -1.0, 1.0)],
    "tail": [(1e300, -1.0, 1.0), (ulp_above(1.0), -1.0, 1.0),
             (ulp_below(1.0), -1.0, 1.0), (-1e300, -1e299, 1e299)],
    "infinite": [(inf, -1.0, 1.0), (-inf, -1.0, 1.0), (0.5, -inf, inf)],
    "nan": [(nan, -1.0, 1.0)],
}

POWERS = {
    0: [2.5, -2.5, 0.0, -0.0, 1e300, inf],
    1: [2.5, -2.5, 0.0, -0.0, 1e-300, inf],
    2: [2.5, -2.5, 0.0, -0.0, 1e160, -1e-160, inf, -inf],
    3: [2.5, -2.5, 0.0, -0.0, -1e100, 1e-103, -inf],
    9: [1.1, -1.1, 0.0, -1e34],
    -1: [2.5, -2.5, 1e300, -1e-200, inf],
    -2: [2.5, -2.5, 1e-160, 1e160],
    -3: [-0.75, 1e100, -1e-100],
    101: [-1.01, 1e3],
}


def kind_of_power(x):
    if math.isinf(x):
        return "infinite"
    return "zero" if x == 0 else "inner" if 0.1 < abs(x) < 10 else "tail"


def drawn(random, intervals, count):
    return [tuple(random.uniform(*i) for i in intervals)
            for _ in range(count)]


def unary_points(random, name, interval, kinds):
    for point in drawn(random, [interval], 8):
        yield name, None, "inner", point
    for kind, special in kinds.items():
        for x in special:
            yield name, None, kind, (x,)


def points():
    """All rows to make: (name, parameter, kind, point)."""
    random = Random(20240229)
    for name in UNARY:
        yield from unary_points(random, name, *UNARY[name])
    for name, (intervals, kinds) in BINARY.items():
        for point in drawn(random, intervals, 8):
            yield name, None, "inner", point
        for kind, special in kinds.items():
            for point in special:
                yield name, None, kind, point
    for kind, special in CLIP.items():
        for point in special:
            yield "clip", None, kind, point
    for n, special in POWERS.items():
        for x in special:
            yield "powInteger", n, kind_of_power(x), (x,)
        yield "powInteger", n, "nan", (nan,)
    for name in MORE_UNARY:
        yield from unary_points(Random(name), name, *MORE_UNARY[name])
