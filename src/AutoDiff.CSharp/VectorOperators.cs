namespace AutoDiff;

/// <summary>Products of a vector with a matrix of numbers that is not a value yet: a two-dimensional array, or a matrix of MathNet's.</summary>
public static class VectorOperators
{
    extension(Vector)
    {
        /// <summary>The product of the vector, as a row, and a matrix.</summary>
        /// <param name="x">A vector, as long as the matrix has rows.</param>
        /// <param name="y">A matrix.</param>
        /// <returns>A vector, as long as the matrix has columns.</returns>
        /// <exception cref="ShapeException">The sizes do not fit.</exception>
        public static Vector operator *(Vector x, Matrix y) => x * y;

        /// <summary>The product of a matrix and the vector, as a column.</summary>
        /// <param name="x">A matrix.</param>
        /// <param name="y">A vector, as long as the matrix has columns.</param>
        /// <returns>A vector, as long as the matrix has rows.</returns>
        /// <exception cref="ShapeException">The sizes do not fit.</exception>
        public static Vector operator *(Matrix x, Vector y) => x * y;
    }
}
