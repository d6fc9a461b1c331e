#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:property PublishAot=false
// Black and Scholes: the Greeks are derivatives of the price, and the implied volatility is a Root, which is differentiable like any function.
using AutoDiff;
using static AutoDiff.Maths;

static Scalar D1(Option o) => (Log(o.Spot / o.Strike) + (o.Rate + o.Volatility * o.Volatility / 2) * o.Expiry) / (o.Volatility * Sqrt(o.Expiry));

static Scalar Call(Option o)
{
    var d1 = D1(o);
    return o.Spot * NormalCdf(d1) - o.Strike * Exp(-o.Rate * o.Expiry) * NormalCdf(d1 - o.Volatility * Sqrt(o.Expiry));
}

var option = new Option(Spot: 100, Strike: 105, Rate: 0.03, Volatility: 0.2, Expiry: 0.5);
var (price, first) = Diff.ValueAndGrad((Option o) => Call(o))(option);
var second = Diff.Hessian((Option o) => Call(o))(option); // rows and columns in the order of the record
var d1 = D1(option);

// The textbook's formulas, to compare.
var gamma = NormalPdf(d1) / (option.Spot * option.Volatility * Sqrt(option.Expiry));
var vega = option.Spot * NormalPdf(d1) * Sqrt(option.Expiry);
Console.WriteLine($"price  {price:F10}");
Show("delta", first.Spot, NormalCdf(d1));
Show("gamma", second[0, 0], gamma);
Show("vega", first.Volatility, vega);
Show("theta", -first.Expiry, -vega * option.Volatility / (2 * option.Expiry) - option.Rate * (option.Spot * NormalCdf(d1) - price));
Show("rho", first.Rate, option.Expiry * (option.Spot * NormalCdf(d1) - price));
Show("vanna", second[0, 3], vega / option.Spot * (1 - d1 / (option.Volatility * Sqrt(option.Expiry))));
Show("volga", second[3, 3], vega * d1 * (d1 - option.Volatility * Sqrt(option.Expiry)) / option.Volatility);

// The volatility that the market's price implies, and how it moves with that price: 1 / vega, by the implicit function theorem.
var implied = Diff.Root((Scalar volatility, Scalar market) => Call(option with { Volatility = volatility }) - market, 0.5);
Console.WriteLine();
Console.WriteLine($"implied volatility of {price:F4}: {implied(price):F12}");
Show("dσ/dprice", Diff.Grad(implied)(price), 1 / vega);

Console.WriteLine();
Console.WriteLine("a smile of prices:");
foreach (var (strike, quoted) in new[] { (80.0, 22.10), (90, 13.55), (100, 7.02), (110, 3.15), (120, 1.42) })
{
    var here = option with { Strike = strike };
    var volatility = Diff.Root((Scalar v, Scalar market) => Call(here with { Volatility = v }) - market, 0.3)(quoted);
    Console.WriteLine($"  {strike,5}  {quoted,6:F2}  {volatility:P3}  {new string('█', (int)Math.Round(200 * volatility.Value))}");
}

static void Show(string name, Scalar derived, Scalar textbook)
{
    if (Abs(derived - textbook) > 1e-12 * (1 + Abs(textbook)))
    {
        throw new InvalidOperationException($"{name}: {derived}, and by the textbook {textbook}");
    }

    Console.WriteLine($"{name,-9} {derived,16:F10}, as in the textbook");
}

internal sealed record Option(Scalar Spot, Scalar Strike, Scalar Rate, Scalar Volatility, Scalar Expiry);
