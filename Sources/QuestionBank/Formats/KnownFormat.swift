/// Formats that people have questions in and that are not read here: their names, for the refusal.
enum KnownFormat {
    /// The name of the format that the document's first bytes say, and how to bring it here.
    static func unread(_ bytes: Bytes) -> String? {
        if bytes.starts(with: "%PDF-".utf8) {
            return "a PDF; copy its text and paste that, or save it as text"
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return "an old Word, Excel or PowerPoint file; save it as text, or a sheet as CSV"
        }
        if bytes.starts(with: "{\\rtf".utf8) { return "rich text (RTF); save it as plain text" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
            || bytes.starts(with: "GIF8".utf8)
        {
            return "a picture; type or recognise its text first"
        }
        if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip archive; unpack it first" }
        if bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) { return "a 7-Zip archive; unpack it first" }
        if bytes.starts(with: "Rar!".utf8) { return "a RAR archive; unpack it first" }
        return nil
    }

    /// The same for a zip archive, by the names of what is in it.
    static func unreadArchive(_ bytes: Bytes) -> String? {
        let names: [(StaticString, String)] = [
            ("word/document", "a Word document (.docx); save it as text or Markdown"),
            ("xl/workbook", "an Excel workbook (.xlsx); save its sheet as CSV"),
            ("ppt/presentation", "a PowerPoint presentation (.pptx); save it as text"),
            ("mimetypeapplication/epub", "an e-book (EPUB); save its text"),
            (
                "mimetypeapplication/vnd.oasis.opendocument.text",
                "an OpenDocument text (.odt); save it as text"
            ),
            (
                "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                "an OpenDocument sheet (.ods); save it as CSV"
            ),
            ("mimetypeapplication/vnd.oasis", "an OpenDocument file; save it as text"),
            (
                "imsmanifest.xml",
                "a QTI or Common Cartridge package; export its questions as Moodle XML or GIFT"
            ),
            ("content.json", "an H5P package; export its questions as text"),
        ]
        // Names stand in the archive's directory at its end, and before each file.
        let start = bytes.prefix(4096)
        let end = bytes.suffix(1 << 16)
        return names.first { start.contains($0.0) || end.contains($0.0) }?.1
    }

    /// By the name alone, for what looks like text.
    static func unreadText(_ text: [UInt8], name: String) -> String? {
        let start = text[...].drop { $0.isBlank || $0 == .newline }
        if start.starts("\\documentclass") || name.hasSuffix(".tex") {
            return "LaTeX; convert it to Markdown, with pandoc for instance"
        }
        if start.starts("<?xml") || start.starts("<quiz") {
            if start.prefix(4000).contains("assessmentitem") || start.prefix(4000).contains("questestinterop")
            {
                return "QTI; export its questions as Moodle XML or GIFT"
            }
            return "XML of an unknown kind; Moodle's is read"
        }
        return nil
    }
}
