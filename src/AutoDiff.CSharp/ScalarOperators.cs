namespace AutoDiff;

/// <summary>
/// Operators between a scalar and numbers that are not values yet: arrays, and vectors and matrices of MathNet's. They convert the numbers
/// and mean what they mean between values.
/// </summary>
public static class ScalarOperators
{
    extension(Scalar)
    {
        /// <summary>x added to every element.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A vector.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator +(Scalar x, Vector y) => x + y;

        /// <summary>y added to every element.</summary>
        /// <param name="x">A vector.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator +(Vector x, Scalar y) => x + y;

        /// <summary>x minus every element.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A vector.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator -(Scalar x, Vector y) => x - y;

        /// <summary>y subtracted from every element.</summary>
        /// <param name="x">A vector.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator -(Vector x, Scalar y) => x - y;

        /// <summary>Every element times x.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A vector.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator *(Scalar x, Vector y) => x * y;

        /// <summary>Every element times y.</summary>
        /// <param name="x">A vector.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator *(Vector x, Scalar y) => x * y;

        /// <summary>x divided by every element.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A vector.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator /(Scalar x, Vector y) => x / y;

        /// <summary>Every element divided by y.</summary>
        /// <param name="x">A vector.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A vector of the same length.</returns>
        public static Vector operator /(Vector x, Scalar y) => x / y;

        /// <summary>x added to every element.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A matrix.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator +(Scalar x, Matrix y) => x + y;

        /// <summary>y added to every element.</summary>
        /// <param name="x">A matrix.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator +(Matrix x, Scalar y) => x + y;

        /// <summary>x minus every element.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A matrix.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator -(Scalar x, Matrix y) => x - y;

        /// <summary>y subtracted from every element.</summary>
        /// <param name="x">A matrix.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator -(Matrix x, Scalar y) => x - y;

        /// <summary>Every element times x.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A matrix.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator *(Scalar x, Matrix y) => x * y;

        /// <summary>Every element times y.</summary>
        /// <param name="x">A matrix.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator *(Matrix x, Scalar y) => x * y;

        /// <summary>x divided by every element.</summary>
        /// <param name="x">A number, the same for every element.</param>
        /// <param name="y">A matrix.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator /(Scalar x, Matrix y) => x / y;

        /// <summary>Every element divided by y.</summary>
        /// <param name="x">A matrix.</param>
        /// <param name="y">A number, the same for every element.</param>
        /// <returns>A matrix of the same shape.</returns>
        public static Matrix operator /(Matrix x, Scalar y) => x / y;
    }
}
