using System.Globalization;
using Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return NotebookTable.Show() && LogisticRegressionTour.Show() ? 0 : 1;
