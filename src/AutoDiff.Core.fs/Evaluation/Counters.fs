/// What the library counts, for System.Diagnostics.Metrics under the meter "AutoDiff". Counting never changes a result.
[<RequireQualifiedAccess>]
module internal AutoDiff.Counters

open System.Diagnostics.Metrics

let private meter = new Meter("AutoDiff")
let private counter name description = meter.CreateCounter<int64>(name, null, description)

let reuseHits = counter "autodiff.reuse.hits" "Derivatives that ran a plan kept from an earlier call of the same structure."
let reuseMisses = counter "autodiff.reuse.misses" "Derivatives whose structure was not seen often enough to have a plan."
let reuseSkips = counter "autodiff.reuse.skips" "Structures that no plan is kept for: with factorisations, or too large."
let plans = counter "autodiff.reuse.plans" "Plans made for reuse."
let traces = counter "autodiff.compile.traces" "Branches that compiled functions recorded."

let fallbacks =
    counter "autodiff.compile.fallbacks" "Calls of compiled functions that ran the function itself: too many branches, or open arguments."
