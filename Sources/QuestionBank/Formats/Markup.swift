import CLibXML2

/// A web page or an XML document, taken apart by libxml2, which mends what pages have wrong.
enum Markup {
    enum Piece {
        case open(String, attributes: [String: String], line: Int)
        case text(String, line: Int)
        case close(String)
    }

    /// Larger pages are no lists of questions.
    static let maxBytes = 16 << 20

    /// The pieces in the order of the page; `nil` if it can't be read.
    static func page(_ text: [UInt8]) -> [Piece]? {
        guard text.count <= maxBytes else { return nil }
        let options =
            Int32(bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue)
            | Int32(bitPattern: HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
        let document = unsafe text.withUnsafeBytes { bytes in
            unsafe htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
                options)
        }
        return unsafe pieces(of: document)
    }

    /// As ``page(_:)`` for XML. No entity is followed, nothing is loaded.
    static func xml(_ text: [UInt8]) -> [Piece]? {
        guard text.count <= maxBytes else { return nil }
        let options =
            Int32(bitPattern: XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue)
            | Int32(bitPattern: XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue)
        let document = unsafe text.withUnsafeBytes { bytes in
            unsafe xmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
                options)
        }
        return unsafe pieces(of: document)
    }

    /// Walks the tree by its links rather than by recursion: however deep it is, the stack is not.
    @unsafe private static func pieces(of document: xmlDocPtr?) -> [Piece]? {
        guard let document = unsafe document else { return nil }
        defer { unsafe xmlFreeDoc(document) }
        guard let root = unsafe xmlDocGetRootElement(document) else { return nil }
        var pieces: [Piece] = []
        var node = unsafe root
        while true {
            let line = unsafe Int(xmlGetLineNo(node))
            var opens = false
            switch unsafe node.pointee.type {
            case XML_ELEMENT_NODE:
                unsafe pieces.append(.open(name(of: node), attributes: attributes(of: node), line: line))
                opens = true
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe node.pointee.content {
                    pieces.append(.text(unsafe string(content), line: line))
                }
            default: break
            }
            if opens, let child = unsafe node.pointee.children {
                unsafe node = child
                continue
            }
            if opens { pieces.append(.close(unsafe name(of: node))) }
            while unsafe node != root, unsafe node.pointee.next == nil {
                guard let parent = unsafe node.pointee.parent else { return pieces }
                unsafe node = parent
                pieces.append(.close(unsafe name(of: node)))
            }
            if unsafe node == root { return pieces }
            guard let next = unsafe node.pointee.next else { return pieces }
            unsafe node = next
        }
    }

    @unsafe private static func name(of node: xmlNodePtr) -> String {
        unsafe node.pointee.name.map { unsafe string($0) }?.lowercased() ?? ""
    }

    @unsafe private static func attributes(of node: xmlNodePtr) -> [String: String] {
        var attributes: [String: String] = [:]
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            if let name = unsafe attribute.pointee.name {
                let value = unsafe attribute.pointee.children?.pointee.content
                attributes[unsafe string(name).lowercased()] = unsafe value.map { unsafe string($0) } ?? ""
            }
            unsafe next = attribute.pointee.next
        }
        return attributes
    }

    @unsafe private static func string(_ text: UnsafePointer<xmlChar>) -> String {
        unsafe String(cString: text)
    }
}
