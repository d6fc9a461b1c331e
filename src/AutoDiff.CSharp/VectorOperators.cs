namespace AutoDiff;

/// <summary>Products of a vector with a matrix of numbers that is not a value yet: a two-dimensional array, or a matrix of MathNet's.</summary>
public static class VectorOperators
{
    extension(Vector)
    {
        /// <summary>The product of the vector, as a row, and a matrix.</summary>
        public static Vector operator *(Vector x, Matrix y) => x * y;

        /// <summary>The product of a matrix and the vector, as a column.</summary>
        public static Vector operator *(Matrix x, Vector y) => x * y;
    }
}
