namespace AutoDiff;

public static partial class Maths
{
    /// <summary>1 where x &gt; y, else 0.</summary>
    public static Scalar Greater(Scalar x, Scalar y) => Scalar.Greater(x, y);

    /// <summary>1 where x &gt; y, else 0, element by element.</summary>
    public static Vector Greater(Vector x, Vector y) => Vector.Greater(x, y);

    /// <summary>1 where x &gt; y, else 0, element by element.</summary>
    public static Vector Greater(Vector x, Scalar y) => Vector.Greater(x, y);

    /// <summary>1 where x &gt; y, else 0, element by element.</summary>
    public static Vector Greater(Scalar x, Vector y) => Vector.Greater(x, y);

    /// <summary>1 where x &gt; y, else 0, element by element.</summary>
    public static Matrix Greater(Matrix x, Matrix y) => Matrix.Greater(x, y);

    /// <summary>1 where x &gt; y, else 0, element by element.</summary>
    public static Matrix Greater(Matrix x, Scalar y) => Matrix.Greater(x, y);

    /// <summary>1 where x &gt; y, else 0, element by element.</summary>
    public static Matrix Greater(Scalar x, Matrix y) => Matrix.Greater(x, y);

    /// <summary>1 where x &gt;= y, else 0.</summary>
    public static Scalar GreaterOrEqual(Scalar x, Scalar y) => Scalar.GreaterOrEqual(x, y);

    /// <summary>1 where x &gt;= y, else 0, element by element.</summary>
    public static Vector GreaterOrEqual(Vector x, Vector y) => Vector.GreaterOrEqual(x, y);

    /// <summary>1 where x &gt;= y, else 0, element by element.</summary>
    public static Vector GreaterOrEqual(Vector x, Scalar y) => Vector.GreaterOrEqual(x, y);

    /// <summary>1 where x &gt;= y, else 0, element by element.</summary>
    public static Vector GreaterOrEqual(Scalar x, Vector y) => Vector.GreaterOrEqual(x, y);

    /// <summary>1 where x &gt;= y, else 0, element by element.</summary>
    public static Matrix GreaterOrEqual(Matrix x, Matrix y) => Matrix.GreaterOrEqual(x, y);

    /// <summary>1 where x &gt;= y, else 0, element by element.</summary>
    public static Matrix GreaterOrEqual(Matrix x, Scalar y) => Matrix.GreaterOrEqual(x, y);

    /// <summary>1 where x &gt;= y, else 0, element by element.</summary>
    public static Matrix GreaterOrEqual(Scalar x, Matrix y) => Matrix.GreaterOrEqual(x, y);

    /// <summary>1 where x &lt; y, else 0.</summary>
    public static Scalar Less(Scalar x, Scalar y) => Scalar.Less(x, y);

    /// <summary>1 where x &lt; y, else 0, element by element.</summary>
    public static Vector Less(Vector x, Vector y) => Vector.Less(x, y);

    /// <summary>1 where x &lt; y, else 0, element by element.</summary>
    public static Vector Less(Vector x, Scalar y) => Vector.Less(x, y);

    /// <summary>1 where x &lt; y, else 0, element by element.</summary>
    public static Vector Less(Scalar x, Vector y) => Vector.Less(x, y);

    /// <summary>1 where x &lt; y, else 0, element by element.</summary>
    public static Matrix Less(Matrix x, Matrix y) => Matrix.Less(x, y);

    /// <summary>1 where x &lt; y, else 0, element by element.</summary>
    public static Matrix Less(Matrix x, Scalar y) => Matrix.Less(x, y);

    /// <summary>1 where x &lt; y, else 0, element by element.</summary>
    public static Matrix Less(Scalar x, Matrix y) => Matrix.Less(x, y);

    /// <summary>1 where x &lt;= y, else 0.</summary>
    public static Scalar LessOrEqual(Scalar x, Scalar y) => Scalar.LessOrEqual(x, y);

    /// <summary>1 where x &lt;= y, else 0, element by element.</summary>
    public static Vector LessOrEqual(Vector x, Vector y) => Vector.LessOrEqual(x, y);

    /// <summary>1 where x &lt;= y, else 0, element by element.</summary>
    public static Vector LessOrEqual(Vector x, Scalar y) => Vector.LessOrEqual(x, y);

    /// <summary>1 where x &lt;= y, else 0, element by element.</summary>
    public static Vector LessOrEqual(Scalar x, Vector y) => Vector.LessOrEqual(x, y);

    /// <summary>1 where x &lt;= y, else 0, element by element.</summary>
    public static Matrix LessOrEqual(Matrix x, Matrix y) => Matrix.LessOrEqual(x, y);

    /// <summary>1 where x &lt;= y, else 0, element by element.</summary>
    public static Matrix LessOrEqual(Matrix x, Scalar y) => Matrix.LessOrEqual(x, y);

    /// <summary>1 where x &lt;= y, else 0, element by element.</summary>
    public static Matrix LessOrEqual(Scalar x, Matrix y) => Matrix.LessOrEqual(x, y);

    /// <summary>1 where x = y, else 0.</summary>
    public static Scalar EqualTo(Scalar x, Scalar y) => Scalar.EqualTo(x, y);

    /// <summary>1 where x = y, else 0, element by element.</summary>
    public static Vector EqualTo(Vector x, Vector y) => Vector.EqualTo(x, y);

    /// <summary>1 where x = y, else 0, element by element.</summary>
    public static Vector EqualTo(Vector x, Scalar y) => Vector.EqualTo(x, y);

    /// <summary>1 where x = y, else 0, element by element.</summary>
    public static Vector EqualTo(Scalar x, Vector y) => Vector.EqualTo(x, y);

    /// <summary>1 where x = y, else 0, element by element.</summary>
    public static Matrix EqualTo(Matrix x, Matrix y) => Matrix.EqualTo(x, y);

    /// <summary>1 where x = y, else 0, element by element.</summary>
    public static Matrix EqualTo(Matrix x, Scalar y) => Matrix.EqualTo(x, y);

    /// <summary>1 where x = y, else 0, element by element.</summary>
    public static Matrix EqualTo(Scalar x, Matrix y) => Matrix.EqualTo(x, y);

    /// <summary>1 where x &lt;&gt; y, else 0.</summary>
    public static Scalar NotEqualTo(Scalar x, Scalar y) => Scalar.NotEqualTo(x, y);

    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary>
    public static Vector NotEqualTo(Vector x, Vector y) => Vector.NotEqualTo(x, y);

    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary>
    public static Vector NotEqualTo(Vector x, Scalar y) => Vector.NotEqualTo(x, y);

    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary>
    public static Vector NotEqualTo(Scalar x, Vector y) => Vector.NotEqualTo(x, y);

    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary>
    public static Matrix NotEqualTo(Matrix x, Matrix y) => Matrix.NotEqualTo(x, y);

    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary>
    public static Matrix NotEqualTo(Matrix x, Scalar y) => Matrix.NotEqualTo(x, y);

    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary>
    public static Matrix NotEqualTo(Scalar x, Matrix y) => Matrix.NotEqualTo(x, y);
}
