using AutoDiff;

namespace FacadeTests;

/// <summary>Types for collection expressions where nothing else gives one: a cast in front of brackets would be read as an index.</summary>
internal static class Values
{
    public static Vector V(Vector v) => v;

    public static Matrix M(Matrix m) => m;
}
