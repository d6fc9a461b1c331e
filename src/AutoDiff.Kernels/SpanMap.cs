namespace AutoDiff.Kernels;

/// <summary>An elementwise loop: writes f(x[i]) to y[i]. Both spans have one length and may be the same memory.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <param name="x">The operand.</param>
/// <param name="y">The result.</param>
internal delegate void SpanMap<T>(ReadOnlySpan<T> x, Span<T> y);
