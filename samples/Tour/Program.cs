using System.Globalization;
using AutoDiff.Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return NotebookTable.Show() && LogisticRegressionTour.Show() ? 0 : 1;
