import CMarkGFM
import Glibc
import Transcripts

/// Markdown of a bank as HTML that harms nobody: HTML in it is shown as the text that it is, links lead to no
/// scripts, and pictures, which would tell others who reads, are their descriptions.
enum Markdown {
    /// - Parameter marked: places that are marked, in UTF-16 code units of the text.
    static func html(_ text: String, marking marked: [Highlight.Span] = []) -> HTML {
        let clean = Marker.cleared(text)
        let source = clean == text ? Marker.set(in: text, around: marked) : clean
        return HTML(rendered: Marker.resolved(in: rendered(source)))
    }

    /// What is left without its signs, in one line: for titles and lists.
    static func plain(_ text: String) -> String {
        let bytes = unsafe withDocument(text) { document in
            unsafe tame(document)
            return unsafe take(cmark_render_plaintext(document, CMARK_OPT_DEFAULT, 0))
        }
        return bytes.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func rendered(_ text: String) -> String {
        unsafe withDocument(text) { document in
            unsafe tame(document)
            return unsafe take(cmark_render_html(document, CMARK_OPT_DEFAULT, nil))
        }
    }

    private static func withDocument(_ text: String, _ work: (OpaquePointer) -> String) -> String {
        guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return "" }
        defer { unsafe cmark_parser_free(parser) }
        for name in Self.extensions {
            guard let part = unsafe cmark_find_syntax_extension(name) else { continue }
            _ = unsafe cmark_parser_attach_syntax_extension(parser, part)
        }
        var text = text
        text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return }
                unsafe cmark_parser_feed(parser, start, characters.count)
            }
        }
        guard let document = unsafe cmark_parser_finish(parser) else { return "" }
        defer { unsafe cmark_node_free(document) }
        return unsafe work(document)
    }

    /// Registered once: that is not safe to do in two threads.
    private static let extensions: [String] = {
        cmark_gfm_core_extensions_ensure_registered()
        return ["table", "strikethrough"]
    }()

    private static func take(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }

    /// Changes what a reader should not get.
    private static func tame(_ document: OpaquePointer) {
        guard let iterator = unsafe cmark_iter_new(document) else { return }
        defer { unsafe cmark_iter_free(iterator) }
        var found: [OpaquePointer] = unsafe []
        while true {
            let event = unsafe cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) else {
                continue
            }
            let type = unsafe cmark_node_get_type(node)
            if type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_IMAGE
                || type == CMARK_NODE_HEADING
            {
                unsafe found.append(node)
            }
        }
        // A picture may stand in a heading: the innermost first.
        while let node = unsafe found.popLast() { unsafe replace(node) }
    }

    private static func replace(_ node: OpaquePointer) {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK: unsafe showAsText(node)
        case CMARK_NODE_IMAGE:
            while let child = unsafe cmark_node_first_child(node) {
                unsafe cmark_node_insert_before(node, child)
            }
            unsafe cmark_node_free(node)
        // The outline is the page's own.
        default: unsafe embolden(node)
        }
    }

    private static func showAsText(_ node: OpaquePointer) {
        guard let text = unsafe cmark_node_new(CMARK_NODE_TEXT) else { return }
        unsafe cmark_node_set_literal(text, cmark_node_get_literal(node))
        if unsafe cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
            guard let paragraph = unsafe cmark_node_new(CMARK_NODE_PARAGRAPH) else { return }
            unsafe cmark_node_append_child(paragraph, text)
            unsafe cmark_node_replace(node, paragraph)
        } else {
            unsafe cmark_node_replace(node, text)
        }
        unsafe cmark_node_free(node)
    }

    /// The node stays, for the words of its children lie in it.
    private static func embolden(_ heading: OpaquePointer) {
        guard let strong = unsafe cmark_node_new(CMARK_NODE_STRONG) else { return }
        unsafe cmark_node_set_type(heading, CMARK_NODE_PARAGRAPH)
        while let child = unsafe cmark_node_first_child(heading) {
            unsafe cmark_node_append_child(strong, child)
        }
        unsafe cmark_node_append_child(heading, strong)
    }
}
