namespace AutoDiff

open System
open System.Collections.Generic

/// Batches one after the other, epoch after epoch, shuffled where the options say so. One minimisation owns it.
[<Sealed>]
type internal BatchFeed<'B>(batches: 'B seq, options: MinimizeOptions) =
    /// An epoch in the order of R. A. Fisher and F. Yates; the seed and the epoch decide it.
    let order (epoch: int) : 'B seq =
        if options.ShuffleSeed.HasValue then
            let shuffled = Seq.toArray batches
            Random(options.ShuffleSeed.Value + epoch).Shuffle shuffled
            Seq.ofArray shuffled
        else
            batches

    let mutable epochs = 0
    let mutable enumerator: IEnumerator<'B> = (order 0).GetEnumerator()
    let mutable hasNext = enumerator.MoveNext()

    do
        if not hasNext then
            raise (ArgumentException("Minimize: there are no batches.", nameof batches))

    let mutable isOver = false
    let mutable current = enumerator.Current

    /// The batch of the evaluation that is on.
    member _.Current: 'B = current

    /// How often all were gone through.
    member _.Epochs: int = epochs

    /// Whether no more evaluations are to be made: each batch has led to a step, the last one evaluated on the first batch of the next epoch.
    member _.IsExhausted: bool = isOver

    /// Goes on to the next batch.
    member _.Advance() =
        isOver <- epochs >= options.Epochs
        current <- enumerator.Current
        hasNext <- enumerator.MoveNext()

        if not hasNext && not isOver then
            enumerator.Dispose()
            epochs <- epochs + 1
            enumerator <- (order epochs).GetEnumerator()
            hasNext <- enumerator.MoveNext()
