"""The functions of whole vectors and matrices: formulas, conventions, points.

A matrix is a list of rows. A smooth function is written once, over numbers
or jets, and returns a matrix; its derivatives come from the jets. Where a
convention decides, a function returns (value, gradient, hessian) itself.
"""

import itertools
import math
from math import inf, nan, nextafter
from random import Random

from mpmath import mp, mpf

from exact import Jet, logarithm, plain, power, reciprocal, root, settle

MOST_WITH_HESSIAN = 6


def weight(k):
    """The double nearest to 1 / (k + 1)."""
    return mpf(1 / (k + 1))


def weighted(results):
    """The scalar g of a list of results."""
    return sum((weight(k) * y for k, y in enumerate(results)), mpf(0))


# ---------------------------------------------------------------------------
# Layout

def unpacked(shapes, numbers):
    """The operands as matrices, from numbers column by column."""
    operands, start = [], 0
    for rows, columns in shapes:
        operands.append([[numbers[start + rows * j + i]
                          for j in range(columns)] for i in range(rows)])
        start += rows * columns
    return operands


def flat(a):
    """The numbers of a matrix, column by column."""
    return [x for column in zip(*a) for x in column]


def turned(a):
    return [list(column) for column in zip(*a)]


def column(numbers):
    return [[x] for x in numbers]


def identity(n):
    return [[mpf(int(i == j)) for j in range(n)] for i in range(n)]


def times(a, b):
    return [[sum((x * z for x, z in zip(row, col)), mpf(0))
             for col in zip(*b)] for row in a]


def scaled(c, a):
    return [[c * x for x in row] for row in a]


def plus(a, b):
    return [[x + z for x, z in zip(r, s)] for r, s in zip(a, b)]


def symmetric_part(a):
    return scaled(mpf(1) / 2, plus(a, turned(a)))


# ---------------------------------------------------------------------------
# Smooth functions of jets

def total(numbers):
    return sum(numbers, mpf(0))


def mean(numbers):
    return total(numbers) / mpf(len(numbers))


def variance(numbers):
    """The unbiased variance, with n - 1."""
    middle = mean(numbers)
    squares = [(x - middle) * (x - middle) for x in numbers]
    return total(squares) / mpf(len(numbers) - 1)


def running(operation, numbers):
    return list(itertools.accumulate(numbers, operation))


def product(numbers):
    return running(lambda x, z: x * z, numbers)[-1]


def norm(numbers):
    return root(total([x * x for x in numbers]))


def norm_p(p, numbers):
    """(Σ |x|^p)^(1/p). An entry 0 adds nothing, nor slopes, where p > 1."""
    terms = [power(x if plain(x) > 0 else -x, mpf(p))
             for x in numbers if plain(x) != 0]
    return power(total(terms), 1 / mpf(p))


def determinant(a):
    """By permutations: also right where it is 0."""
    n = len(a)
    terms = []
    for p in itertools.permutations(range(n)):
        swaps = sum(p[i] > p[j] for i in range(n) for j in range(i + 1, n))
        terms.append((-1) ** swaps * product([a[i][p[i]] for i in range(n)]))
    return total(terms)


def solve(a, b):
    """Gauss-Jordan with row exchanges."""
    n = len(a)
    rows = [list(r) + list(s) for r, s in zip(a, b)]
    for k in range(n):
        best = max(range(k, n), key=lambda i: abs(plain(rows[i][k])))
        rows[k], rows[best] = rows[best], rows[k]
        pivot = reciprocal(rows[k][k])
        rows[k] = [pivot * x for x in rows[k]]
        for i in range(n):
            if i != k:
                factor = rows[i][k]
                rows[i] = [x - factor * z for x, z in zip(rows[i], rows[k])]
    return [row[n:] for row in rows]


def inverse(a):
    return solve(a, identity(len(a)))


def cholesky(a):
    """The lower factor of the symmetric part."""
    a = symmetric_part(a)
    n = len(a)
    low = [[mpf(0)] * n for _ in range(n)]
    for j in range(n):
        rest = a[j][j] - total([low[j][k] * low[j][k] for k in range(j)])
        low[j][j] = root(rest)
        for i in range(j + 1, n):
            rest = a[i][j] - total([low[i][k] * low[j][k] for k in range(j)])
            low[i][j] = rest / low[j][j]
    return low


def qr_r(a):
    """R of the thin QR decomposition, with a positive diagonal."""
    columns = turned(a)
    n = len(columns)
    r = [[mpf(0)] * n for _ in range(n)]
    basis = []
    for j, rest in enumerate(columns):
        for i, q in enumerate(basis):
            r[i][j] = total([x * z for x, z in zip(q, rest)])
            rest = [x - r[i][j] * z for x, z in zip(rest, q)]
        r[j][j] = norm(rest)
        basis.append([x / r[j][j] for x in rest])
    return r


def matrix_power(p, a):
    if p < 0:
        return matrix_power(-p, inverse(a))
    result = identity(len(a))
    for _ in range(p):
        result = times(result, a)
    return result


def matrix_exponential(a):
    """The power series of a scaled matrix, squared."""
    size = sum(abs(plain(x)) for row in a for x in row)
    halvings = max(0, int(mp.ceil(mp.log(size, 2)))) + 8 if size else 0
    a = scaled(mpf(2) ** -halvings, a)
    term = result = identity(len(a))
    for k in itertools.count(1):
        term = scaled(mpf(1) / k, times(term, a))
        result = plus(result, term)
        if mpf(2) ** (-8 * k) / math.factorial(k) < mpf(10) ** -mp.dps:
            break
    for _ in range(halvings):
        result = times(result, result)
    return result


def eigen(a):
    """Eigenvalues, ascending, and eigenvectors (columns as a list) of the
    values of a symmetric matrix of jets."""
    values = mp.matrix([[plain(x) for x in row] for row in a])
    eigenvalues, vectors = mp.eigsy(values)
    n = len(a)
    order = sorted(range(n), key=lambda k: eigenvalues[k])
    return ([eigenvalues[k] for k in order],
            [[vectors[i, k] for i in range(n)] for k in order])


def between(u, a, v):
    return total([x * row[j] * v[j] for x, row in zip(u, a)
                  for j in range(len(v))])


def slopes_of(a):
    """The matrices of first derivatives and of second ones (or None)."""
    some = next((x for row in a for x in row if isinstance(x, Jet)), None)
    if some is None:
        return None, None
    n = range(len(some.g))

    def part(get):
        return [[get(x) if isinstance(x, Jet) else mpf(0) for x in row]
                for row in a]
    first = [part(lambda x, k=k: x.g[k]) for k in n]
    second = some.h and [[part(lambda x, k=k, m=m: x.h[k][m]) for m in n]
                         for k in n]
    return first, second


def simple_eigenvalues(a):
    """The eigenvalues of a symmetric matrix, all of them simple:
    dλ = v'(dA)v, d²λ = v'(d²A)v + 2 Σ (v'(dA)u)²/(λ - μ)."""
    values, vectors = eigen(a)
    first, second = slopes_of(a)
    if first is None:
        return values
    result = []
    for i, (value, v) in enumerate(zip(values, vectors)):
        g = [between(v, d, v) for d in first]
        h = None
        if second:
            h = [[between(v, second[k][m], v) for m in range(len(g))]
                 for k in range(len(g))]
            for other, u in zip(values, vectors):
                if u is not v:
                    mixed = [between(v, d, u) for d in first]
                    gap = 2 / (value - other)
                    h = [[x + gap * p * q for x, q in zip(row, mixed)]
                         for row, p in zip(h, mixed)]
        result.append(Jet(value, g, h))
    return result


def symmetric_eigenvalues(a):
    return column(simple_eigenvalues(symmetric_part(a)))


def singular_values(a):
    """The largest eigenvalues of [0 A; A' 0], which are ± them."""
    m, n = len(a), len(a[0])
    block = [[mpf(0)] * m + row for row in a]
    block += [col + [mpf(0)] * n for col in turned(a)]
    return column(simple_eigenvalues(block)[::-1][:min(m, n)])


def symmetric_sqrt(a):
    """S with S² = the symmetric part of A, also at multiple eigenvalues:
    in the eigenbasis dS is (dA)/(√λ + √μ), element by element, and d²S
    is (d²A - dS dS' - dS' dS)/(√λ + √μ)."""
    a = symmetric_part(a)
    values, vectors = eigen(a)
    roots = [mp.sqrt(x) for x in values]
    n = range(len(roots))

    def divided(d):
        inner = [[between(vectors[i], d, vectors[j]) / (roots[i] + roots[j])
                  for j in n] for i in n]
        return times(times(turned(vectors), inner), vectors)

    diagonal = [[roots[i] if i == j else mpf(0) for j in n] for i in n]
    value = times(times(turned(vectors), diagonal), vectors)
    first, second = slopes_of(a)
    if first is None:
        return value
    ds = [divided(d) for d in first]
    dds = second and [
        [divided(plus(second[k][m], scaled(-1, plus(
            times(ds[k], ds[m]), times(ds[m], ds[k])))))
         for m in range(len(ds))] for k in range(len(ds))]
    return [[Jet(value[i][j], [d[i][j] for d in ds],
                 dds and [[d[i][j] for d in row] for row in dds])
             for j in n] for i in n]


def nuclear_norm(a):
    """The trace of √(A'A) or √(AA'), at full rank."""
    if len(a) < len(a[0]):
        a = turned(a)
    s = symmetric_sqrt(times(turned(a), a))
    return total([s[i][i] for i in range(len(s))])


def kronecker(a, b):
    return [[x * z for x in r for z in s] for r in a for s in b]


def diagonal_of(a):
    return column([a[i][i] for i in range(min(len(a), len(a[0])))])


SMOOTH = {
    "sum": lambda p, a: [[total(flat(a))]],
    "mean": lambda p, a: [[mean(flat(a))]],
    "product": lambda p, a: [[product(flat(a))]],
    "variance": lambda p, a: [[variance(flat(a))]],
    "standardDeviation": lambda p, a: [[root(variance(flat(a)))]],
    "norm": lambda p, a: [[norm(flat(a))]],
    "normP": lambda p, a: [[norm_p(p, flat(a))]],
    "cumulativeSum":
        lambda p, a: column(running(lambda x, z: x + z, flat(a))),
    "cumulativeProduct":
        lambda p, a: column(running(lambda x, z: x * z, flat(a))),
    "rowSums": lambda p, a: column([total(row) for row in a]),
    "columnSums": lambda p, a: column([total(c) for c in turned(a)]),
    "transpose": lambda p, a: turned(a),
    "matrixProduct": lambda p, a, b: times(a, b),
    "outer": lambda p, a, b: times(a, turned(b)),
    "kronecker": lambda p, a, b: kronecker(a, b),
    "diagonal": lambda p, a: diagonal_of(a),
    "trace": lambda p, a: [[total(flat(diagonal_of(a)))]],
    "inverse": lambda p, a: inverse(a),
    "solve": lambda p, a, b: solve(a, b),
    "determinant": lambda p, a: [[determinant(a)]],
    "logDeterminant": lambda p, a: [[logarithm(determinant(a))]],
    "cholesky": lambda p, a: cholesky(a),
    "qrR": lambda p, a: qr_r(a),
    "symmetricEigenvalues": lambda p, a: symmetric_eigenvalues(a),
    "singularValues": lambda p, a: singular_values(a),
    "nuclearNorm": lambda p, a: [[nuclear_norm(a)]],
    "matrixExponential": lambda p, a: matrix_exponential(a),
    "symmetricSqrt": lambda p, a: symmetric_sqrt(a),
    "matrixPower": lambda p, a: matrix_power(p, a),
}


def by_jets(name, parameter, shapes, numbers):
    """The triple of a smooth function."""
    n = len(numbers)
    second = n <= MOST_WITH_HESSIAN
    jets = Jet.variables(numbers, second)
    results = flat(SMOOTH[name](parameter, *unpacked(shapes, jets)))
    g = weighted(results)
    if not isinstance(g, Jet):  # a constant
        g = Jet(g, [mpf(0)] * n, [[mpf(0)] * n] * n if second else None)
    hessian = [x for row in g.h for x in row] if second else None
    return [plain(y) for y in results], g.g, hessian


# ---------------------------------------------------------------------------
# Log-sum-exp and its kin, in terms that do not cancel

def shares(numbers):
    """exp x / Σ exp, the largest exponential taken out. K4: equal infinite
    ones share."""
    top = max(numbers)
    if math.isinf(top):
        return [mpf(x == top) / numbers.count(top) for x in numbers]
    terms = [mp.exp(x - top) for x in numbers]
    return [t / total(terms) for t in terms]


def gaps(p):
    """The matrix δ(k, m) - p(m), 1 - p(k) being the sum of the others."""
    n = range(len(p))
    return [[total([p[i] for i in n if i != k]) if k == m else -p[m]
             for m in n] for k in n]


def log_sum_exp(numbers):
    top = max(numbers)
    if math.isinf(top):
        # K4, shared equally; no second derivative is decided at a tie
        count = sum(x == top for x in numbers)
        gradient = [mpf(x == top) / count for x in numbers]
        zeros = [0] * len(numbers) ** 2
        return [top], gradient, zeros if count == 1 else None
    p, q = shares(numbers), gaps(shares(numbers))
    value = top + mp.log(total([mp.exp(x - top) for x in numbers]))
    return [value], p, [p[k] * q[k][m] for k, m in pairs(len(p))]


def pairs(n):
    return itertools.product(range(n), repeat=2)


def softmax(numbers):
    p, q = shares(numbers), gaps(shares(numbers))
    n = range(len(p))
    gradient = [total([weight(i) * p[i] * q[i][k] for i in n]) for k in n]
    hessian = [total([weight(i) * p[i] * (q[i][k] * q[i][m]
                                          - p[k] * q[k][m]) for i in n])
               for k, m in pairs(len(p))]
    return p, gradient, hessian


def log_softmax(numbers):
    p, q = shares(numbers), gaps(shares(numbers))
    n = range(len(p))
    top = max(numbers)
    spread = mp.log(total([mp.exp(x - top) for x in numbers]))
    gradient = [total([weight(i) * q[i][k] for i in n]) for k in n]
    all_weights = total([weight(i) for i in n])
    hessian = [-all_weights * p[k] * q[k][m] for k, m in pairs(len(p))]
    return [x - top - spread for x in numbers], gradient, hessian


# ---------------------------------------------------------------------------
# Functions in pieces: their second derivatives are 0, at kinks too.

def zero_hessian(n):
    return [0] * n * n


def extreme(choose, numbers):
    """K4: k equal extremes share the slope, 1/k each."""
    best = choose(numbers)
    count = sum(x == best for x in numbers)
    return ([best], [mpf(x == best) / count for x in numbers],
            zero_hessian(len(numbers)))


def norm_1(numbers):
    # K1: slope 0 at an entry 0
    return ([total([abs(mpf(x)) for x in numbers])],
            [(x > 0) - (x < 0) for x in numbers],
            zero_hessian(len(numbers)))


def norm_inf(numbers):
    # K4 among the largest; K1: slope 0 where all are 0
    best = max(abs(x) for x in numbers)
    count = sum(abs(x) == best for x in numbers)
    gradient = [mpf((x > 0) - (x < 0)) / count if abs(x) == best else 0
                for x in numbers]
    return [best], gradient, zero_hessian(len(numbers))


def sorted_slopes(numbers, weights):
    """The gradient of Σ weight * sorted. K4: equal numbers share the
    weights of their places equally."""
    gradient = []
    places = sorted(numbers)
    for x in numbers:
        own = [w for z, w in zip(places, weights) if z == x]
        gradient.append(total(own) / len(own))
    return gradient


def ordered(numbers, combinations):
    """Linear combinations of the sorted numbers."""
    places = sorted(numbers)
    value = [total([c * x for c, x in zip(row, places) if c])
             for row in combinations]
    weights = [weighted(col) for col in zip(*combinations)]
    return (value, sorted_slopes(numbers, weights),
            zero_hessian(len(numbers)))


def quantile(q, numbers):
    """Linear between order statistics, numpy's default (type 7)."""
    n = len(numbers)
    place = (n - 1) * mpf(q)
    low = min(int(mp.floor(place)), n - 1)
    part = place - low
    row = [mpf(0)] * n
    row[low] = 1 - part
    if part:
        row[low + 1] = part
    return ordered(numbers, [row])


PIECES = {
    "maximum": lambda p, x: extreme(max, x),
    "minimum": lambda p, x: extreme(min, x),
    "norm1": lambda p, x: norm_1(x),
    "normInf": lambda p, x: norm_inf(x),
    "sort": lambda p, x: ordered(x, identity(len(x))),
    "median": lambda p, x: quantile(0.5, x),
    "quantile": quantile,
    "logSumExp": lambda p, x: log_sum_exp(x),
    "softmax": lambda p, x: softmax(x),
    "logSoftmax": lambda p, x: log_softmax(x),
}


# ---------------------------------------------------------------------------
# Conventions at the special points of the smooth functions

def clusters(values, tolerance):
    """Runs of equal numbers in a sorted list, as lists of places."""
    runs = []
    for i, x in enumerate(values):
        if runs and abs(values[runs[-1][0]] - x) < tolerance:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def averaged(values, derivatives):
    """The gradient of the weighted sum, equal values sharing (K4): each has
    the average slope. None where all values differ: nothing to decide."""
    runs = clusters(values, mpf(10) ** (-mp.dps // 2))
    if len(runs) == len(values):
        return None
    gradient = [mpf(0)] * len(derivatives[0])
    for run in runs:
        w = total([weight(i) for i in run]) / len(run)
        for i in run:
            gradient = [g + w * d for g, d in zip(gradient, derivatives[i])]
    return gradient


def tied_eigenvalues(a):
    """The triple at multiple eigenvalues, else None."""
    values, vectors = eigen(symmetric_part(a))
    slopes = [[v[i] * v[j] for j in range(len(v)) for i in range(len(v))]
              for v in vectors]
    gradient = averaged(values, slopes)
    return gradient and (values, gradient, None)


def singular_triplets(a):
    """Singular values, descending, and the outer products u v'."""
    tall = a if len(a) >= len(a[0]) else turned(a)
    values, vectors = eigen(times(turned(tall), tall))
    result = []
    for value, v in zip(values[::-1], vectors[::-1]):
        s = mp.sqrt(abs(value))
        if s < mpf(10) ** (-mp.dps // 4):
            # K1: the kink of |s| at 0 has slope 0
            result.append((mpf(0), scaled(0, tall)))
            continue
        u = times(tall, column(v))
        result.append((s, scaled(1 / s, times(u, [v]))))
    if tall is not a:
        result = [(s, turned(d)) for s, d in result]
    return result


def special_singular_values(a):
    """The triple at multiple or zero singular values, else None."""
    triplets = singular_triplets(a)
    values = [s for s, _ in triplets]
    slopes = [flat(d) for _, d in triplets]
    gradient = averaged(values, slopes)
    if gradient is None and values[-1] == 0:
        gradient = [weighted(parts) for parts in zip(*slopes)]
    return gradient and (values, gradient, None)


def special_nuclear_norm(a):
    """K1 where a singular value is 0. The second derivative is left out,
    but for the matrix 0, where the slope 0 counts as constant."""
    triplets = singular_triplets(a)
    if triplets[-1][0] != 0:
        return None
    gradient = [total(parts) for parts in zip(*(flat(d)
                                                for _, d in triplets))]
    nothing = all(s == 0 for s, _ in triplets)
    few = len(gradient) <= MOST_WITH_HESSIAN
    return ([total([s for s, _ in triplets])], gradient,
            zero_hessian(len(gradient)) if nothing and few else None)


def by_convention(name, parameter, shapes, numbers):
    """The triple a convention decides, or None at an ordinary point."""
    n = len(numbers)
    if any(math.isnan(x) for x in numbers):
        # K5; with slopes that do not depend on the operand: undecided
        if name in ("sum", "mean", "cumulativeSum"):
            count = n if name == "cumulativeSum" else 1
            first = next(i for i, x in enumerate(numbers) if math.isnan(x))
            value = [total(numbers[:k + 1]) if k < first else nan
                     for k in range(count)] if count > 1 else [nan]
            return value, None, None
        count = n if name in ("softmax", "logSoftmax") else 1
        return [nan] * count, [nan] * n, [nan] * n * n
    constant = len(set(numbers)) == 1
    if name in ("norm", "normP") and not any(numbers):
        return [0], [0] * n, zero_hessian(n)  # K1, higher orders
    if name == "normP" and parameter < 2 and 0 in numbers:
        # the slope at an entry 0 is 0, the second derivative infinite
        value, gradient, _ = by_jets(name, parameter, shapes, numbers)
        return value, gradient, None
    if name == "standardDeviation" and constant:
        return [0], [0] * n, zero_hessian(n)  # K1, higher orders
    a = unpacked(shapes, numbers)[0]
    if name == "logDeterminant" and determinant(a) == 0:
        return [-inf], None, None  # its derivative throws
    if name == "symmetricEigenvalues":
        return tied_eigenvalues(a)
    if name == "singularValues":
        return special_singular_values(a)
    if name == "nuclearNorm":
        return special_nuclear_norm(a)
    return None


def ordinary(name, parameter, shapes, numbers):
    """The triple away from special points."""
    if name in PIECES:
        return PIECES[name](parameter, numbers)
    return by_jets(name, parameter, shapes, numbers)


def evaluate(name, parameter, shapes, numbers):
    """The triple of a function at a point."""
    def compute():
        exact = [mpf(x) for x in numbers]
        triple = by_convention(name, parameter, shapes, exact)
        if triple is None:
            triple = ordinary(name, parameter, shapes, exact)
        few = len(numbers) <= MOST_WITH_HESSIAN
        return triple if few else (*triple[:2], None)

    digits = {"norm": 1500, "normP": 1000, "product": 1000,
              "standardDeviation": 1000, "variance": 1000,
              "cumulativeProduct": 1000}.get(name, 200)
    return settle(compute, 1000 if name in PIECES else digits)


# ---------------------------------------------------------------------------
# Points

def vector(*numbers):
    return [(len(numbers), 1)], list(numbers)


def matrix(*rows):
    return [(len(rows), len(rows[0]))], flat(rows)


def both(first, second):
    return first[0] + second[0], first[1] + second[1]


UNIT = nextafter(1.0, 2.0)
VECTORS = {
    "sum": {"tail": [vector(1e300, -1e300, 1.0), vector(1.0, 1e-17)],
            "zero": [vector(0.0, -0.0)], "nan": [vector(1.0, nan)]},
    "mean": {"tail": [vector(1e308, 1e308, 1e308), vector(1.0, 1e-17)],
             "zero": [vector(0.0, -0.0)], "nan": [vector(1.0, nan)]},
    "product": {"zero": [vector(0.0, 2.0, 3.0), vector(0.0, 0.0, 3.0),
                         vector(0.0, 0.0, 0.0), vector(-0.0, 2.0)],
                "tail": [vector(1e200, 1e-200, 3.0),
                         vector(1e200, 1e200, 1e-300)]},
    "variance": {"tie": [vector(2.0, 2.0, 2.0)],
                 "zero": [vector(0.0, 0.0)],
                 "tail": [vector(1e8, 1e8 + 1, 1e8 + 2),
                          vector(1e15, 1e15 + 1, 1e15 + 3),
                          vector(1e150, -1e150, 1e149),
                          vector(1e-150, 2e-150),
                          vector(1e-9, 1.0, 2e-5)]},
    "standardDeviation": {"tie": [vector(2.0, 2.0, 2.0)],
                          "zero": [vector(0.0, 0.0)],
                          "tail": [vector(1e8, 1e8 + 1, 1e8 + 2),
                                   vector(1e15, 1e15 + 1, 1e15 + 3),
                                   vector(1e200, -1e200, 1e199),
                                   vector(1e-200, 2e-200),
                                   vector(1e-9, 1.0, 2e-5)]},
    "maximum": {"tie": [vector(2.0, 1.0, 2.0), vector(3.0, 3.0, 3.0),
                        vector(2.0, 2.0, 1.0, 2.0),
                        matrix((1.0, 4.0), (4.0, -2.0))],
                "zero": [vector(0.0, -0.0), vector(-1.0, 0.0, -0.0)],
                "tail": [vector(1.0, UNIT)],
                "infinite": [vector(1.0, inf), vector(-inf, 1.0),
                             vector(inf, inf, 1.0), vector(-inf, -inf, -inf)],
                "nan": [vector(1.0, nan)]},
    "minimum": {"tie": [vector(2.0, 1.0, 1.0), vector(3.0, 3.0, 3.0),
                        vector(1.0, 1.0, 2.0, 1.0),
                        matrix((1.0, -4.0), (-4.0, 2.0))],
                "zero": [vector(0.0, -0.0), vector(1.0, 0.0, -0.0)],
                "tail": [vector(1.0, UNIT)],
                "infinite": [vector(1.0, -inf), vector(inf, 1.0),
                             vector(-inf, -inf, 1.0), vector(inf, inf, inf)],
                "nan": [vector(1.0, nan)]},
    "logSumExp": {"tie": [vector(1.0, 1.0, 1.0), vector(1e5, 1e5),
                          vector(-1e5, -1e5, -1e5), vector(-inf, -inf)],
                  "tail": [vector(1e5, -1e5), vector(1e5, 1e5 - 1, 0.0),
                           vector(-700.0, 0.0, 700.0), vector(0.0, -40.0),
                           vector(-1e5), vector(30.0, 30.0, -20.0)],
                  "zero": [vector(0.0, -0.0)],
                  "infinite": [vector(-inf, 0.0, 1.0), vector(inf, 0.0),
                               vector(inf, inf, 0.0),
                               vector(-inf, -inf, -inf)],
                  "nan": [vector(1.0, nan)]},
    "softmax": {"tie": [vector(1.0, 1.0, 1.0), vector(1e5, 1e5)],
                "tail": [vector(1e5, -1e5), vector(1e5, 1e5 - 1, 0.0),
                         vector(-300.0, 0.0, 300.0), vector(0.0, -40.0),
                         vector(30.0, 30.0, -20.0)],
                "zero": [vector(0.0, -0.0)],
                "infinite": [vector(-inf, 0.0, 1.0), vector(inf, 0.0, 1.0),
                             vector(inf, inf, 0.0),
                             vector(-inf, -inf, -inf)],
                "nan": [vector(1.0, nan)]},
    "logSoftmax": {"tie": [vector(1.0, 1.0, 1.0), vector(1e5, 1e5)],
                   "tail": [vector(1e5, -1e5), vector(1e5, 1e5 - 1, 0.0),
                            vector(-300.0, 0.0, 300.0),
                            vector(0.0, -40.0), vector(0.0, 700.0),
                            vector(30.0, 30.0, -20.0)],
                   "zero": [vector(0.0, -0.0)],
                   "infinite": [vector(-inf, 0.0, 1.0)],
                   "nan": [vector(1.0, nan)]},
    "norm": {"inner": [vector(3.0, 4.0), matrix((1.0, 2.0), (2.0, 4.0))],
             "tail": [vector(1e200, 1e200), vector(1e-200, -1e-200),
                      vector(1e200, 1e-200), vector(1e200, 1.0, 1e-200),
                      vector(5e-324, 0.0), vector(1e-310, 1e-310)],
             "zero": [vector(0.0, 0.0), vector(-0.0, 0.0, 0.0),
                      vector(0.0), vector(0.0, 2.0), vector(-3.0),
                      vector(0.0, 1e-200, 1e200)]},
    "norm1": {"zero": [vector(0.0, 0.0), vector(0.0, -2.0),
                       vector(-0.0, 1.0, 3.0)],
              "tail": [vector(1e300, -1e-300)]},
    "normInf": {"tie": [vector(2.0, -2.0, 1.0), vector(-3.0, -3.0)],
                "zero": [vector(0.0, 0.0), vector(0.0, -2.0)],
                "tail": [vector(1e300, -1e-300)]},
    "cumulativeSum": {"zero": [vector(0.0, -0.0)],
                      "infinite": [vector(1.0, inf, 2.0)],
                      "tail": [vector(1e300, -1e300, 1.0)],
                      "nan": [vector(1.0, nan, 2.0)]},
    "cumulativeProduct": {"zero": [vector(2.0, 0.0, 3.0),
                                   vector(0.0, 0.0, 3.0),
                                   vector(0.0, 2.0, 0.0, 4.0),
                                   vector(2.0, 0.0, 0.0, 0.0)],
                          "tail": [vector(1e200, 1e-200, 3.0)]},
    "sort": {"tie": [vector(2.0, 1.0, 2.0), vector(1.0, 1.0, 1.0),
                     vector(3.0, 1.0, 3.0, 1.0), vector(2.0, 2.0, 1.0, 2.0)],
             "zero": [vector(0.0, 0.0)],
             "infinite": [vector(inf, 0.0, -inf), vector(inf, 1.0, inf),
                          vector(-inf, -inf, -inf, 0.0)]},
    "median": {"tie": [vector(2.0, 1.0, 2.0), vector(1.0, 1.0, 1.0),
                       vector(1.0, 2.0, 2.0, 3.0),
                       vector(1.0, 1.0, 2.0, 3.0)],
               "zero": [vector(0.0, 0.0)],
               "infinite": [vector(inf, 0.0, -inf)]},
    "trace": {}, "transpose": {}, "rowSums": {}, "columnSums": {},
    "diagonal": {},
}

MATRICES = {
    "matrixProduct": {"zero": [
        both(matrix((0.0, 0.0), (0.0, 0.0)), matrix((1.0, 2.0), (3.0, 4.0))),
        both(vector(0.0, 0.0), matrix((2.0, 0.0, -1.0)))]},
    "outer": {"zero": [both(vector(0.0, 1.0), vector(2.0, 0.0, -1.0)),
                       both(vector(0.0), vector(0.0))]},
    "kronecker": {"zero": [both(matrix((0.0, 1.0)), vector(2.0, 0.0))]},
    "inverse": {"inner": [matrix((1.0, 2.0), (3.0, 4.0)),
                          matrix((0.0, 1.0), (1.0, 0.0))],
                "tail": [matrix((1e-200,)),
                         matrix((1.0, 1.0), (1.0, 1.000001))]},
    "solve": {"zero": [both(matrix((2.0, 1.0), (1.0, 3.0)),
                            vector(0.0, 0.0))],
              "tail": [both(matrix((1.0, 1.0), (1.0, 1.000001)),
                            vector(1.0, 2.0))]},
    "determinant": {
        "tie": [matrix((1.0, 2.0), (2.0, 4.0)),
                matrix((1.0, 2.0, 3.0), (2.0, 4.0, 6.0), (1.0, 0.0, 1.0)),
                matrix((1.0, 2.0, 3.0), (2.0, 4.0, 6.0), (3.0, 6.0, 9.0))],
        "zero": [matrix((0.0, 0.0), (0.0, 0.0)), matrix((0.0,)),
                 matrix((0.0, 1.0), (1.0, 0.0)),
                 matrix((0.0,) * 3, (0.0,) * 3, (0.0,) * 3)]},
    "logDeterminant": {
        "inner": [matrix((0.0, 1.0), (1.0, 0.0)),
                  matrix((-1.0, 2.0), (3.0, 4.0))],
        "end": [matrix((1.0, 2.0), (2.0, 4.0)), matrix((0.0,))],
        "tail": [matrix((1e-200, 0.0), (0.0, 1e-200))]},
    "cholesky": {
        "inner": [matrix((4.0, 1.0), (3.0, 5.0)), matrix((4.0,)),
                  matrix((4.0, 0.0, 0.0), (0.0, 9.0, 0.0), (0.0, 0.0, 1.0))],
        "tail": [matrix((1.0, 1.0), (1.0, 1.000001))]},
    "qrR": {"inner": [matrix((3.0, 1.0), (-1.0, 7.0)), matrix((-2.0,)),
                      matrix((1.0, 0.0), (0.0, -1.0)), vector(3.0, -4.0)],
            "tail": [matrix((1.0, 1.0), (1.0, 1.000001))]},
    "symmetricEigenvalues": {
        "inner": [matrix((2.0, 1.0), (1.0, 2.0)),
                  matrix((1.0, 4.0), (0.0, -1.0)), matrix((-2.0,))],
        "tail": [matrix((1.0, 1e-6), (1e-6, 1.0))],
        "tie": [matrix((2.0, 0.0), (0.0, 2.0)),
                matrix((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 3.0)),
                matrix((2.0, 1.0, 1.0), (1.0, 2.0, 1.0), (1.0, 1.0, 2.0)),
                matrix((5.0, 0.0, 0.0), (0.0, 5.0, 0.0), (0.0, 0.0, 5.0))],
        "zero": [matrix((0.0, 0.0), (0.0, 0.0))]},
    "singularValues": {
        "inner": [matrix((3.0, 0.0), (4.0, 5.0)), matrix((-2.0,))],
        "tie": [matrix((2.0, 0.0), (0.0, 2.0)),
                matrix((0.0, 3.0), (-3.0, 0.0)),
                matrix((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 3.0))],
        "zero": [matrix((1.0, 2.0), (2.0, 4.0)),
                 matrix((0.0, 0.0), (0.0, 0.0)), matrix((0.0,))]},
    "nuclearNorm": {
        "inner": [matrix((3.0, 0.0), (4.0, 5.0)), matrix((-2.0,))],
        "tie": [matrix((2.0, 0.0), (0.0, 2.0)),
                matrix((0.0, 3.0), (-3.0, 0.0)),
                matrix((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 3.0))],
        "zero": [matrix((1.0, 2.0), (2.0, 4.0)),
                 matrix((0.0, 0.0), (0.0, 0.0)), matrix((0.0,)),
                 matrix((1.0, 1.0), (1.0, 1.0), (1.0, 1.0))]},
    "matrixExponential": {
        "inner": [matrix((0.0, 1.0), (-1.0, 0.0)), matrix((1.0,))],
        "tie": [matrix((0.0, 1.0), (0.0, 0.0)),
                matrix((2.0, 1.0), (0.0, 2.0))],
        "zero": [matrix((0.0, 0.0), (0.0, 0.0)), matrix((0.0,))],
        "tail": [matrix((-49.0, 24.0), (-64.0, 31.0)),
                 matrix((1e-10, 2e-10), (-1e-10, 0.0))]},
    "symmetricSqrt": {
        "inner": [matrix((5.0, 1.0), (3.0, 4.0)), matrix((4.0,))],
        "tie": [matrix((4.0, 0.0), (0.0, 4.0)),
                matrix((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 9.0)),
                matrix((2.0, 1.0, 1.0), (1.0, 2.0, 1.0), (1.0, 1.0, 2.0))],
        "tail": [matrix((1.0, 1.0), (1.0, 1.000001))]},
}


def positive_definite(random, n):
    """B B' + I, rounded: the rounding keeps it symmetric."""
    b = [[random.uniform(-1, 1) for _ in range(n)] for _ in range(n)]
    return matrix(*([math.fsum(x * z for x, z in zip(b[i], b[j])) + (i == j)
                     for j in range(n)] for i in range(n)))


def points():
    """All rows to make: (name, parameter, kind, shapes, numbers)."""
    random = Random(20240301)

    def drawn(*shapes):
        count = sum(r * c for r, c in shapes)
        return list(shapes), [random.uniform(-2, 2) for _ in range(count)]

    def listed(name, table):
        for kind, special in table[name].items():
            for shapes, numbers in special:
                yield name, None, kind, shapes, numbers

    vectors = [(2, 1), (3, 1), (4, 1)]
    any_shape = [(1, 1), (2, 1), (3, 1), (4, 1), (1, 3), (2, 2), (2, 3),
                 (3, 3)]
    squares = [(1, 1), (2, 2), (2, 2), (3, 3), (3, 3)]
    flexible = {
        "sum", "mean", "product", "maximum", "minimum", "norm", "transpose",
        "rowSums", "columnSums", "variance", "standardDeviation"}
    for name in VECTORS:
        if name in flexible:
            shapes = any_shape
        elif name == "trace":
            shapes = squares + [(2, 2), (3, 3), (1, 1)]
        elif name == "diagonal":
            shapes = squares + [(2, 3), (3, 2), (1, 3)]
        else:
            shapes = vectors + vectors
        for shape in shapes:
            if shape == (1, 1) and name in ("variance", "standardDeviation"):
                continue
            yield name, None, "inner", *drawn(shape)
        yield from listed(name, VECTORS)

    for p in (1.5, 3, 4):
        for shape in vectors:
            yield "normP", p, "inner", *drawn(shape)
        for special in (vector(0.0, 0.0), vector(0.0, -2.0, 1.0)):
            yield "normP", p, "zero", *special
        for special in (vector(1e200, 1e200), vector(1e-200, -2e-200)):
            yield "normP", p, "tail", *special
    for q in (0.0, 0.1, 0.25, 0.5, 0.9, 1.0):
        yield "quantile", q, "inner", *drawn((4, 1))
        yield "quantile", q, "inner", *drawn((3, 1))
        yield "quantile", q, "tie", *vector(2.0, 1.0, 2.0, 1.0)

    two = {
        "matrixProduct": [((2, 2), (2, 2)), ((1, 2), (2, 1)),
                          ((2, 1), (1, 2)), ((2, 3), (3, 1)),
                          ((3, 2), (2, 3)), ((3, 3), (3, 3)),
                          ((1, 1), (1, 3)), ((2, 2), (2, 1))],
        "outer": [((1, 1), (2, 1)), ((2, 1), (2, 1)), ((3, 1), (2, 1)),
                  ((2, 1), (4, 1)), ((3, 1), (3, 1)), ((4, 1), (1, 1))],
        "kronecker": [((1, 1), (2, 2)), ((2, 1), (1, 2)), ((1, 2), (2, 2)),
                      ((2, 2), (2, 2)), ((2, 1), (3, 1)), ((1, 3), (1, 2)),
                      ((2, 2), (1, 1))],
        "solve": [((1, 1), (1, 1)), ((2, 2), (2, 1)), ((2, 2), (2, 1)),
                  ((2, 2), (2, 2)), ((3, 3), (3, 1)), ((3, 3), (3, 2)),
                  ((1, 1), (1, 2))],
    }
    for name in MATRICES:
        for shapes in two.get(name, ()):
            yield name, None, "inner", *drawn(*shapes)
        if name in ("cholesky", "symmetricSqrt"):
            for n in (1, 2, 2, 3, 3):
                yield name, None, "inner", *positive_definite(random, n)
        elif name in ("qrR", "singularValues", "nuclearNorm"):
            shapes = [(1, 1), (2, 2), (2, 2), (3, 2), (3, 3), (2, 1)]
            if name != "qrR":
                shapes += [(2, 3), (1, 3)]
            for shape in shapes:
                yield name, None, "inner", *drawn(shape)
        elif name not in two:
            for shape in squares:
                yield name, None, "inner", *drawn(shape)
        yield from listed(name, MATRICES)

    for p in (-2, -1, 0, 1, 2, 3, 5):
        yield "matrixPower", p, "inner", *drawn((2, 2))
        if p in (-1, 3):
            yield "matrixPower", p, "inner", *drawn((3, 3))
        if p >= 0:
            yield "matrixPower", p, "zero", *matrix((0.0, 0.0), (0.0, 0.0))
            yield "matrixPower", p, "tie", *matrix((0.0, 1.0), (0.0, 0.0))
