import CQRCode

/// A text as a QR code (ISO/IEC 18004), drawn as SVG.
enum QRCode {
    /// `nil` where the text is too long for one.
    ///
    /// Error correction level M: a seventh of the picture may be dirty or covered. Around it lie the four blank modules
    /// that the standard asks for.
    static func svg(of text: String) -> String? {
        guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { unsafe QRcode_free(code) }
        let width = unsafe Int(code.pointee.width)
        let modules = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width).map {
            $0 & 1 == 1
        }
        let side = width + 2 * margin
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path(modules, width))"/></svg>
            """
    }

    private static let margin = 4

    /// One bar for each run of dark modules in a row.
    private static func path(_ modules: [Bool], _ width: Int) -> String {
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                let start = x
                while x < width, modules[y * width + x] { x += 1 }
                if x > start { path += "M\(start + margin) \(y + margin)h\(x - start)v1H\(start + margin)z" }
                x += 1
            }
        }
        return path
    }
}
