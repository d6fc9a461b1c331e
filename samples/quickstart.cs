#!/usr/bin/env -S dotnet run
#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
// A program of one file is set up for native compilation, which switches dynamic code off also under `dotnet run`: what is compiled would be interpreted.
#:property PublishAot=false
// In a project of your own: dotnet add package AutoDiff.CSharp. In a program of one file: #:package AutoDiff.CSharp@0.1.0 in place of #:project.
using System.Runtime.CompilerServices;
using AutoDiff;
using static AutoDiff.Maths;

// A derivative is a function, and so is the derivative of a derivative.
Scalar F(Scalar x) => x * Sin(x);
Console.WriteLine($"f  = x sin x    at 2: {F(2)}");
Console.WriteLine($"f' = Grad(f)    at 2: {Diff.Grad(F)(2)}");
Console.WriteLine($"f''             at 2: {Diff.Grad(Diff.Grad(F))(2)}");
Console.WriteLine($"f' as a formula       {Diff.Explain(F, 2).ToLatex()}");
Console.WriteLine($"f to order 4    at 2: {string.Join(", ", Diff.Taylor(F, 2, 4))}");

// Vectors and matrices.
Matrix a = new double[,] { { 2, 1 }, { 1, 3 } };
Scalar Bowl(Vector v) => v * (a * v) + Exp(v).Sum();
Console.WriteLine($"gradient              {Diff.Grad(Bowl)([1, -1])}");
Console.WriteLine($"Hessian\n{Diff.Hessian(Bowl)([0, 0])}");
Console.WriteLine($"Jacobian\n{Diff.Jacobian(v => [v[0] * v[1], Hypot(v[0], v[1])])([3, 4])}");

// Records, tuples, arrays … of values are arguments like any other: the gradient is a record too.
var slopes = Diff.Grad((Line line) => Square(line.Weights * new double[] { 1, 2 } + line.Intercept))(new([3, 4], 5));
Console.WriteLine($"gradient of a record  weights {slopes.Weights}, intercept {slopes.Intercept}");

// Something already computed, with respect to what it was computed from.
var x = Diff.Variable(2);
var y = x * x;
var z = y * y;
Console.WriteLine($"dz/dx, dz/dy          {Diff.Gradient(z, x)}, {Diff.Gradient(z, y)}");

// A minimum. Compiled, the function and its gradient are straight loops, without allocation.
var fit = Diff.Minimize(Bowl, new double[] { 1, -1 });
Console.WriteLine($"minimum               {fit.Value:F12} at {fit.Point:F6}: {fit.Status} by {fit.Solver}");
var compiled = Diff.CompileGradient(Bowl, fit.Point);
var gradient = new double[2];
Console.WriteLine($"compiled              {compiled.Evaluate(fit.Point.ToArray(), gradient):F12}, gradient below 1e-5: {gradient.All(g => Math.Abs(g) < 1e-5)}");
Console.WriteLine($"dynamic code          {RuntimeFeature.IsDynamicCodeSupported}");

internal sealed record Line(Vector Weights, Scalar Intercept);
