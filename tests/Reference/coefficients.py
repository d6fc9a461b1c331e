"""Print the coefficients of the polynomials in src/AutoDiff.Kernels/Elementwise.

    pip install mpmath
    python3 coefficients.py

The polynomials are minimax: Remez's exchange with 60 digits, for the error relative to the
function that the polynomial is a part of. Coefficients are rounded once; the largest error of
the rounded polynomial stands beside its name.
"""

from mpmath import (atan, bernpoly, cbrt, cos, cosh, digamma, erf, erfc, erfi, euler, exp, findroot, lambertw, log, loggamma, lu_solve,
                    matrix, mp, mpf, pi, psi, rgamma, sin, sinh, sqrt, taylor)

mp.dps = 60


def nodes(a, b, count):
    return [(a + b) / 2 - (b - a) / 2 * cos(pi * (2 * k + 1) / (2 * count)) for k in range(count)]


def value(coefficients, x):
    return sum(c * x ** k for k, c in enumerate(coefficients))


def minimax(f, weight, a, b, degree):
    """The coefficients whose largest |weight (polynomial - f)| in [a, b] is least."""
    grid = nodes(a, b, 400)
    wanted = [f(x) for x in grid]
    weights = [weight(x) for x in grid]
    chosen = [round(k * (len(grid) - 1) / (degree + 1)) for k in range(degree + 2)]
    for _ in range(12):
        rows = matrix([[grid[i] ** k for k in range(degree + 1)] + [(-1) ** j / weights[i]] for j, i in enumerate(chosen)])
        coefficients = list(lu_solve(rows, matrix([wanted[i] for i in chosen])))[:-1]
        errors = [w * (value(coefficients, x) - y) for x, y, w in zip(grid, wanted, weights)]
        runs = []
        for i, error in enumerate(errors):
            if runs and (errors[runs[-1]] > 0) == (error > 0):
                if abs(error) > abs(errors[runs[-1]]):
                    runs[-1] = i
            else:
                runs.append(i)
        while len(runs) > degree + 2:
            runs.pop(0 if abs(errors[runs[0]]) < abs(errors[runs[-1]]) else -1)
        if runs == chosen or len(runs) < degree + 2:
            break
        chosen = runs
    return coefficients


def show(name, f, a, b, degree, weight):
    """weight(x): how an error of the polynomial at x counts for the whole function, relatively."""
    coefficients = [float(c) for c in minimax(f, weight, a, b, degree)]
    worst = max(abs(weight(x) * (value([mpf(c) for c in coefficients], x) - f(x))) for x in nodes(a, b, 997))
    print("%s: within 2^%.1f" % (name, log(worst, 2)))
    for c in coefficients:
        print("    " + repr(c))


def scaled_complement(t):
    """(1 + 2a) exp(a^2) erfc a where t = (a - 3) / (a + 3)."""
    if t >= 1:
        return 2 / sqrt(pi)
    a = 3 * (1 + t) / (1 - t)
    if a > 1000:
        return 2 / sqrt(pi) * (1 + 1 / (2 * a)) * (1 - 1 / (2 * a ** 2) + 3 / (4 * a ** 4) - 15 / (8 * a ** 6))
    return (1 + 2 * a) * exp(a * a) * erfc(a)


def third_tail(s):
    """t a3 where t = 4 (1 + s) / (1 - s), and the inverse of Mills' ratio at t is t + 1 / (t + 2 / (t + a3))."""
    if s >= 1:
        return mpf(3)
    t = 4 * (1 + s) / (1 - s)
    if t > 300:
        a = mpf(0)
        for k in range(63, 2, -1):
            a = k / (t + a)
    else:
        a = sqrt(2 / pi) * exp(-t * t / 2) / erfc(t / sqrt(mpf(2))) - t
        for k in (1, 2):
            a = k / a - t
    return t * a


def normal_quantile(p):
    """By Newton's method, below the median."""
    x = -sqrt(-2 * log(p))
    while True:
        tail, density = erfc(-x / sqrt(mpf(2))) / 2, exp(-x * x / 2) / sqrt(2 * pi)
        step = (log(tail) - log(p)) * tail / density
        x -= step
        if abs(step) < mpf(10) ** -45:
            return x


def middle(z):
    """(quantile / y - sqrt(2 pi)) / z for the probability 1/2 + y, z = y^2."""
    y = sqrt(z)
    return (-normal_quantile(mpf(1) / 2 - y) / y - sqrt(2 * pi)) / z


def correction(s):
    r = 4 * (1 + s) / (1 - s)
    return r + normal_quantile(exp(-r * r / 2))


def reciprocal_gamma_tail(z):
    """What the first four terms of 1 / gamma(2 + z) lack, over z^4."""
    c = taylor(lambda z: rgamma(2 + z), 0, 12)
    if abs(z) < mpf(10) ** -6:
        return sum(c[4 + k] * z ** k for k in range(9))
    return (rgamma(2 + z) - sum(c[k] * z ** k for k in range(4))) / z ** 4


def quotients_of_gammas():
    """For k = 1, 2, ..., 7: 2 B[2k + 1]((1 + z) / 2) / (2k (2k + 1) z) in z^2."""
    print("the logarithm of a quotient of gamma functions")
    for k in range(1, 8):
        scale = 2 / mpf(2 * k * (2 * k + 1))
        series = taylor(lambda z: bernpoly(2 * k + 1, (1 + z) / 2), 0, 2 * k + 1)
        print("    " + ", ".join(repr(float(scale * c)) for c in series[1::2]))


def at_two(z):
    return ((loggamma(2 + z) / z - 1 + euler) / z).real if abs(z) > mpf(10) ** -12 else (pi ** 2 / 6 - 1) / 2


def stirling(z):
    x = 1 / sqrt(z)
    return (loggamma(x).real - ((x - mpf(1) / 2) * log(x) - x + log(2 * pi) / 2)) * x


def digamma_series(z):
    x = 1 / sqrt(z)
    return (log(x) - 1 / (2 * x) - digamma(x)) * x * x


def distributions():
    start = scaled_complement(mpf(0))
    show("(v(t) - v(0)) / t for all a", lambda t: (scaled_complement(t) - start) / t if t else mpf(0), mpf(-1), mpf(1), 25,
         lambda t: t / scaled_complement(t))
    show("the third tail of Mills' ratio, times t", third_tail, mpf(-1) / 3, mpf(1), 25, lambda s: mpf(1) / 5)
    show("the middle of the normal quantile", middle, mpf(10) ** -12, mpf(1) / 16 * mpf("1.0001"), 14,
         lambda z: z / (z * middle(z) + sqrt(2 * pi)))
    low, high = mpf("1.665"), mpf("38.62")
    show("sqrt(-2 log p) less the distance of the quantile, absolutely", correction, (low - 4) / (low + 4), (high - 4) / (high + 4), 10,
         lambda s: mpf(1))


def mills_weights(step, points):
    """The density whose Stieltjes transform is the inverse of Mills' ratio less t, times the step, for points of either sign together."""
    print("weights of the derivatives of the inverse of Mills' ratio")
    for k in range(points):
        y = k * step
        weight = sqrt(2 / pi ** 3) * exp(y * y / 2) / (1 + erfi(y / sqrt(mpf(2))) ** 2)
        print("    " + repr(float(weight * step * (2 if k else 1))))


def gammas():
    half = mpf("0.50005")
    for k, c in enumerate(taylor(lambda z: rgamma(2 + z), 0, 3)):
        split("the coefficient of z^%d in 1 / gamma(2 + z)" % k, c, 2)
    show("and what the four terms lack, over z^4", reciprocal_gamma_tail, -mpf("0.5"), mpf("0.5"), 12, lambda z: z ** 4)
    quotients_of_gammas()
    show("(log gamma(2 + z) / z - 1 + euler) / z", at_two, -half, half, 17, lambda z: abs(z) + mpf("0.05"))
    show("Stirling's series in 1 / x^2", stirling, mpf(10) ** -14, mpf("0.0100001"), 5, lambda z: sqrt(z) / 12)
    show("(log x - 1 / (2x) - digamma x) x^2 in 1 / x^2", digamma_series, mpf(10) ** -12, mpf("0.0100001"), 6, lambda z: z / 2)
    zero = findroot(digamma, mpf("1.4616321449683622"))
    split("the zero of digamma", zero, 2)
    beside = lambda h: digamma(zero + h) / h if abs(h) > mpf(10) ** -15 else psi(1, zero)
    show("digamma(zero + h) / h", beside, -mpf("0.5018"), mpf("0.5002"), 21, lambda h: 1 / beside(h))


def lambert():
    """1 + w, where w exp w = x is Lambert's W, in p = sqrt(2 (1 + e x)), for x from -1/e to -1/4."""
    def gap(p):
        with mp.workdps(100):
            return 1 + lambertw((p * p / 2 - 1) * exp(mpf(-1))).real

    split("e", exp(mpf(1)), 2)
    show("(1 + w - p) / p^2 in p", lambda p: (gap(p) - p) / p ** 2 if p else -mpf(1) / 3, 0, sqrt(2 - exp(mpf(1)) / 2) * mpf("1.0001"), 15,
         lambda p: p * p / gap(p) if p else mpf(10) ** -12)


def split(name, x, parts):
    print(name)
    for _ in range(parts):
        print("    " + repr(float(x)))
        x -= mpf(float(x))


def main():
    split("log 2", log(2), 2)
    high = mp.floor(log(2) * 2 ** 32) / 2 ** 32
    split("log 2 in 32 bits", high, 1)
    split("and the rest", log(2) - high, 1)
    split("1 / log 2", 1 / log(2), 2)
    split("1 / log 10", 1 / log(10), 2)
    split("log10 2", log(2) / log(10), 2)
    split("pi / 2", pi / 2, 3)
    split("2 / pi", 2 / pi, 1)
    split("1 / sqrt(2 pi)", 1 / sqrt(2 * pi), 2)
    split("1 / sqrt 2", 1 / sqrt(mpf(2)), 2)
    split("2 / sqrt(pi)", 2 / sqrt(pi), 2)
    split("2 / 3", mpf(2) / 3, 2)
    split("v(0)", scaled_complement(mpf(0)), 2)

    half = log(2) / 2 * mpf("1.0001")
    show("(exp x - 1 - x) / x^2", lambda x: (exp(x) - 1 - x) / x ** 2, -half, half, 10, lambda x: x ** 2 / exp(x))
    show("(sinh x - x) / x^3 in x^2", lambda z: (sinh(sqrt(z)) / sqrt(z) - 1) / z, 0, half ** 2, 5, lambda z: z)
    show("(cosh x - 1) / x^2 in x^2", lambda z: (cosh(sqrt(z)) - 1) / z, 0, half ** 2, 5, lambda z: z)
    s2 = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * mpf("1.0001")
    show("(2 artanh s - 2 s) / s^3 in s^2", lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) / sqrt(z) - 2) / z, 0, s2, 6,
         lambda z: z / 2)
    show("(2 artanh s - 2 s - 2/3 s^3) / s^5 in s^2",
         lambda z: ((log((1 + sqrt(z)) / (1 - sqrt(z))) / sqrt(z) - 2) / z - mpf(2) / 3) / z, 0, s2, 6, lambda z: z ** 2 / 2)
    r2 = (pi / 4) ** 2 * mpf("1.0001")
    show("(sin x - x) / x^3 in x^2", lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, 0, r2, 5, lambda z: z)
    show("(cos x - 1 + x^2 / 2) / x^4 in x^2", lambda z: (cos(sqrt(z)) - 1 + z / 2) / z ** 2, 0, r2, 5,
         lambda z: z ** 2 / cos(sqrt(z)))
    show("the cube root on [1, 2]", cbrt, 1, 2, 3, lambda m: 1 / cbrt(m))
    t2 = (sqrt(2) - 1) ** 2 * mpf("1.0001")
    show("(atan x - x) / x^3 in x^2", lambda z: (atan(sqrt(z)) / sqrt(z) - 1) / z, 0, t2, 10, lambda z: z)
    show("(erf a - 2 / sqrt(pi) a) / a^3 in a^2", lambda z: (erf(sqrt(z)) / sqrt(z) - 2 / sqrt(pi)) / z, 0, mpf("1.0001"), 11,
         lambda z: z * sqrt(z) / erf(sqrt(z)))
    first, last = (mpf("0.5") - 3) / (mpf("0.5") + 3) * mpf("1.0001"), mpf(28 - 3) / (28 + 3)
    show("(v(t) - v(0)) / t", lambda t: (scaled_complement(t) - scaled_complement(mpf(0))) / t if t else mpf(0), first, last, 21,
         lambda t: t / scaled_complement(t))
    distributions()
    mills_weights(mpf("0.21875"), 42)
    gammas()
    lambert()


if __name__ == "__main__":
    main()
