/// Looks at a site in a headless browser: `dotnet fsi eng/screenshots.fsx BROWSER SITE PICTURES`. A page in the browser, eng/screenshots.html, opens every
/// page of the site light and dark, wide and narrow, and reports what is broken; then some are kept as pictures.
open System
open System.Collections.Concurrent
open System.Diagnostics
open System.IO
open System.Net
open System.Net.Sockets
open System.Text
open System.Text.Json

let browser, site, pictures =
    match fsi.CommandLineArgs with
    | [| _; browser; site; pictures |] -> browser, Path.GetFullPath site, Path.GetFullPath pictures
    | _ -> failwith "Give the browser, the folder of the site, and the folder for pictures."

let checker = File.ReadAllText(Path.Combine(__SOURCE_DIRECTORY__, "screenshots.html"))

/// Every page that has words of its own; of the reference, those that the menu leads to.
let pages =
    let reference =
        set [ "autodiff"; "autodiff-diff"; "autodiff-maths"; "autodiff-diffmodule"; "autodiff-mathsmodule"; "autodiff-vector" ]

    Directory.GetFiles(site, "*.html", SearchOption.AllDirectories)
    |> Array.map (fun file -> Path.GetRelativePath(site, file).Replace('\\', '/'))
    |> Array.filter (fun page -> page <> "img/landscape.html")
    |> Array.filter (fun page -> not (page.StartsWith "reference/") || reference.Contains(Path.GetFileNameWithoutExtension page))
    |> Array.sort

let shown = [ "index"; "gallery"; "how-to/fit-a-curve"; "reverse-mode"; "reference/autodiff-diff" ]

let port =
    let listener = new TcpListener(IPAddress.Loopback, 0)
    listener.Start()
    let port = (listener.LocalEndpoint :?> IPEndPoint).Port
    listener.Stop()
    port

let address = $"http://127.0.0.1:{port}/"
let results = new BlockingCollection<string>()

let types =
    dict
        [
            ".html", "text/html; charset=utf-8"
            ".css", "text/css"
            ".js", "text/javascript"
            ".json", "application/json"
            ".png", "image/png"
            ".svg", "image/svg+xml"
        ]

/// Remembers what goes wrong in a page before its own scripts run.
let watch =
    "<head><script>window.troubles = []; addEventListener('error', e => troubles.push(e.message ?? `nothing at ${e.target.src ?? e.target.href}`), true); addEventListener('unhandledrejection', e => troubles.push(`${e.reason}`));</script>"

let answer (context: HttpListenerContext) =
    let reply (kind: string) (bytes: byte[]) =
        context.Response.ContentType <- kind
        context.Response.OutputStream.Write(bytes, 0, bytes.Length)

    let text (content: string) = reply types[".html"] (Encoding.UTF8.GetBytes content)
    let query = context.Request.QueryString

    match context.Request.Url.AbsolutePath with
    | "/check" -> text (checker.Replace("[/* pages */]", JsonSerializer.Serialize pages))
    | "/show" -> text ("<script>localStorage.theme = '" + query["theme"] + "'; location.replace('/" + query["page"] + ".html')</script>")
    | "/result" ->
        use reader = new StreamReader(context.Request.InputStream)
        results.Add(reader.ReadToEnd())
    | path ->
        let file = Path.Combine(site, Uri.UnescapeDataString(path).TrimStart '/')

        if File.Exists file && Path.GetExtension file = ".html" then
            text ((File.ReadAllText file).Replace("<head>", watch))
        elif File.Exists file then
            let known, kind = types.TryGetValue(Path.GetExtension file)
            reply (if known then kind else "application/octet-stream") (File.ReadAllBytes file)
        else
            context.Response.StatusCode <- 404

    context.Response.Close()

let server = new HttpListener()
server.Prefixes.Add address
server.Start()

async {
    while true do
        let! context = server.GetContextAsync() |> Async.AwaitTask
        // the browser may have gone away in the middle of an answer
        async {
            try
                answer context
            with :? HttpListenerException ->
                ()
        }
        |> Async.Start
}
|> Async.Start

let profile = Directory.CreateTempSubdirectory("site").FullName

let start (arguments: string list) =
    let info = ProcessStartInfo(browser, RedirectStandardError = true, RedirectStandardOutput = true)

    [
        "--headless"
        "--no-sandbox"
        "--disable-gpu"
        "--disable-quic"
        "--no-first-run"
        "--disable-background-networking"
        "--disable-component-update"
        "--disable-sync"
        "--hide-scrollbars"
        "--user-data-dir=" + profile
    ]
    @ arguments
    |> List.iter info.ArgumentList.Add

    let running = Process.Start info
    running.BeginErrorReadLine()
    running.BeginOutputReadLine()
    running

let stop (running: Process) =
    running.Kill true
    running.WaitForExit()

let look () =
    use running = start [ "--window-size=1400,1000"; "--remote-debugging-port=0"; address + "check" ]
    let mutable result = null
    let found = results.TryTake(&result, 420_000)
    stop running

    if found then
        JsonSerializer.Deserialize<string[]> result
    else
        [| "the browser gave no result in 7 minutes" |]

/// A picture of a page, which is more than a few kilobytes if anything is on it.
let picture (page: string) (theme: string) =
    let file = Path.Combine(pictures, page.Replace('/', '-') + "-" + theme + ".png")

    use running =
        start
            [
                "--window-size=1300,1000"
                "--virtual-time-budget=6000"
                "--screenshot=" + file
                $"{address}show?page={page}&theme={theme}"
            ]

    if not (running.WaitForExit 30000) then
        stop running

    [|
        if not (File.Exists file) || FileInfo(file).Length < 12000L then
            $"no picture of {page}, {theme}"
    |]

Directory.CreateDirectory pictures |> ignore

let troubles =
    Array.append
        (look ())
        [|
            for page in shown do
                for theme in [ "light"; "dark" ] do
                    yield! picture page theme
        |]

server.Stop()
Directory.Delete(profile, true)
troubles |> Array.iter (printfn "%s")
printfn $"{pages.Length} pages looked at, light and dark, wide and narrow: {troubles.Length} troubles"
exit (if troubles.Length = 0 then 0 else 1)
