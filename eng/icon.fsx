/// Draws eng/icon.png, the icon of the packages: a curve and its tangent. Run with `dotnet fsi eng/icon.fsx`.
open System
open System.Buffers.Binary
open System.IO
open System.IO.Compression
open System.Numerics

let size = 128
let curve x = 0.22 + 2.6 * (x - 0.42) ** 2.0
let slope x = 5.2 * (x - 0.42)
let touch = 0.56

/// How much of a pixel a stroke covers, from the distance to its middle, in pixels.
let cover width distance = Math.Clamp(0.5 + width / 2.0 - distance, 0.0, 1.0)

let distanceToCurve x y = seq { -0.1 .. 0.002..1.1 } |> Seq.map (fun t -> Math.Sqrt((x - t) ** 2.0 + (y - curve t) ** 2.0)) |> Seq.min

let distanceToTangent x y =
    let m = slope touch
    abs (y - curve touch - m * (x - touch)) / Math.Sqrt(1.0 + m * m)

let distanceToTouch x y = Math.Sqrt((x - touch) ** 2.0 + (y - curve touch) ** 2.0)

let blend (below: Vector3) (above: Vector3) (share: float) = Vector3.Lerp(below, above, float32 share)

let colour i j =
    let x, y = (float j + 0.5) / float size, 1.0 - (float i + 0.5) / float size
    let scaled = (*) (float size)
    let ground = Vector3.Lerp(Vector3(0.32f, 0.17f, 0.61f), Vector3(0.10f, 0.36f, 0.72f), float32 x)
    let withTangent = blend ground (Vector3(1f, 0.76f, 0.28f)) (cover 5.0 (scaled (distanceToTangent x y)))
    let withCurve = blend withTangent Vector3.One (cover 8.0 (scaled (distanceToCurve x y)))
    blend withCurve (Vector3(1f, 0.76f, 0.28f)) (cover 0.0 (scaled (distanceToTouch x y) - 8.0))

/// The signed distance of a pixel from a square with round corners.
let opacity i j =
    let half, radius = float size / 2.0, 24.0
    let outside k = Math.Max(abs (float k + 0.5 - half) - half + radius, 0.0)
    cover 0.0 (Math.Sqrt(outside i ** 2.0 + outside j ** 2.0) - radius)

let pixel i j =
    let c = colour i j * 255f
    [| byte (round c.X); byte (round c.Y); byte (round c.Z); byte (round (255.0 * opacity i j)) |]

let crcTable =
    Array.init 256 (fun n -> Seq.fold (fun c _ -> if c &&& 1u = 1u then 0xEDB88320u ^^^ (c >>> 1) else c >>> 1) (uint n) (seq { 1..8 }))

let crc (bytes: byte[]) = ~~~(Array.fold (fun c b -> crcTable[int ((c ^^^ uint b) &&& 0xFFu)] ^^^ (c >>> 8)) 0xFFFFFFFFu bytes)

let bigEndian (n: uint) =
    let bytes: byte[] = Array.zeroCreate 4
    BinaryPrimitives.WriteUInt32BigEndian(Span bytes, n)
    bytes

let chunk (name: string) (data: byte[]) =
    let body = Array.append (Text.Encoding.ASCII.GetBytes name) data
    Array.concat [ bigEndian (uint data.Length); body; bigEndian (crc body) ]

let compressed (data: byte[]) =
    use memory = new MemoryStream()
    using (new ZLibStream(memory, CompressionLevel.SmallestSize)) (fun stream -> stream.Write(data, 0, data.Length))
    memory.ToArray()

let rows = [| for i in 0 .. size - 1 -> Array.append [| 0uy |] (Array.collect (pixel i) [| 0 .. size - 1 |]) |]
let header = Array.concat [ bigEndian (uint size); bigEndian (uint size); [| 8uy; 6uy; 0uy; 0uy; 0uy |] ]
let signature = [| 137uy; 80uy; 78uy; 71uy; 13uy; 10uy; 26uy; 10uy |]

let png = Array.concat [ signature; chunk "IHDR" header; chunk "IDAT" (compressed (Array.concat rows)); chunk "IEND" [||] ]
File.WriteAllBytes(Path.Combine(__SOURCE_DIRECTORY__, "icon.png"), png)
