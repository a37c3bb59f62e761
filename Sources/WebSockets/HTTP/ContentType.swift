/// What a file is, by its name.
struct ContentType: Equatable {
    let value: String
    /// Whether compression is worth trying: what is compressed already is not.
    let isCompressible: Bool

    init(path: String) {
        let name = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        (value, isCompressible) =
            switch name {
            case "html", "htm": ("text/html; charset=utf-8", true)
            case "css": ("text/css; charset=utf-8", true)
            case "js", "mjs": ("text/javascript; charset=utf-8", true)
            case "json", "map": ("application/json", true)
            case "webmanifest": ("application/manifest+json", true)
            case "svg": ("image/svg+xml", true)
            case "txt": ("text/plain; charset=utf-8", true)
            case "md": ("text/markdown; charset=utf-8", true)
            case "csv": ("text/csv; charset=utf-8", true)
            case "xml": ("application/xml", true)
            case "wasm": ("application/wasm", true)
            case "ico": ("image/x-icon", true)
            case "png": ("image/png", false)
            case "jpg", "jpeg": ("image/jpeg", false)
            case "gif": ("image/gif", false)
            case "webp": ("image/webp", false)
            case "avif": ("image/avif", false)
            case "woff2": ("font/woff2", false)
            case "woff": ("font/woff", false)
            case "ttf": ("font/ttf", true)
            case "mp3": ("audio/mpeg", false)
            case "ogg": ("audio/ogg", false)
            case "pdf": ("application/pdf", false)
            default: ("application/octet-stream", false)
            }
    }
}
