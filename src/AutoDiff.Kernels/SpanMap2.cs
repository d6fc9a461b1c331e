namespace AutoDiff.Kernels;

/// <summary>An elementwise loop: writes f(x[i], z[i]) to y[i]. All spans have one length, and y may be the memory of x or z.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <param name="x">The first operand.</param>
/// <param name="z">The second operand.</param>
/// <param name="y">The result.</param>
internal delegate void SpanMap2<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, Span<T> y);
