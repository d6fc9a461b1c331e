using Microsoft.FSharp.Core;

namespace AutoDiff;

/// <summary>Delegates as the functions that the core takes.</summary>
internal static class Bridge
{
    /// <summary>The same function, for the core; where it came from there, as it was.</summary>
    public static FSharpFunc<T, TResult> ToCore<T, TResult>(this Func<T, TResult> f) =>
        f.Target as FSharpFunc<T, TResult> ?? FuncConvert.FromFunc(f);

    /// <summary>The same function of two arguments, for the core.</summary>
    public static FSharpFunc<T1, FSharpFunc<T2, TResult>> ToCore<T1, T2, TResult>(this Func<T1, T2, TResult> f) => FuncConvert.FromFunc(f);

    /// <summary>The same function of three arguments, for the core.</summary>
    public static FSharpFunc<T1, FSharpFunc<T2, FSharpFunc<T3, TResult>>> ToCore<T1, T2, T3, TResult>(this Func<T1, T2, T3, TResult> f) =>
        FuncConvert.FromFunc(f);

    /// <summary>A function of two arguments as a function of one structure.</summary>
    public static Func<(T1, T2), TResult> OfTuple<T1, T2, TResult>(this Func<T1, T2, TResult> f) => x => f(x.Item1, x.Item2);

    /// <summary>A function of three arguments as a function of one structure.</summary>
    public static Func<(T1, T2, T3), TResult> OfTuple<T1, T2, T3, TResult>(this Func<T1, T2, T3, TResult> f) =>
        x => f(x.Item1, x.Item2, x.Item3);

    /// <summary>A function of four arguments as a function of one structure.</summary>
    public static Func<(T1, T2, T3, T4), TResult> OfTuple<T1, T2, T3, T4, TResult>(this Func<T1, T2, T3, T4, TResult> f) =>
        x => f(x.Item1, x.Item2, x.Item3, x.Item4);
}
