/// Reads values from JSON text, for logs that are read in bulk: a third of what Foundation's decoder takes. Whatever
/// was written as JSON is read as by that, dates and data aside, which it does not know. Errors do not say where in the
/// value they are.
public struct JSONTextDecoder: Decoder {
    private let tree: JSONTree
    private let node: Int

    public var codingPath: [any CodingKey] { [] }
    public var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// - Throws: `DecodingError`, and what the value's own initializer throws.
    public static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try Value(from: JSONTextDecoder(tree: JSONTree(text), node: 0))
    }

    public func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object = tree.nodes[node].kind else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(Members(tree: tree, node: node))
    }

    public func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array = tree.nodes[node].kind else { throw mismatch([Any].self) }
        return Elements(tree: tree, array: tree.nodes[node], node: node + 1)
    }

    public func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

    fileprivate var isNull: Bool {
        if case .null = tree.nodes[node].kind { true } else { false }
    }

    fileprivate func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: [], debugDescription: "No \(type) at byte \(tree.nodes[node].start).")
        return isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    fileprivate func string() throws -> String {
        guard let value = tree.string(at: node) else { throw mismatch(String.self) }
        return value
    }

    fileprivate func integer<Value: FixedWidthInteger>() throws -> Value {
        guard let value: Value = tree.integer(at: node) else { throw mismatch(Value.self) }
        return value
    }

    fileprivate func double() throws -> Double {
        guard let value = tree.double(at: node) else { throw mismatch(Double.self) }
        return value
    }

    fileprivate func bool() throws -> Bool {
        switch tree.nodes[node].kind {
        case .true: return true
        case .false: return false
        default: throw mismatch(Bool.self)
        }
    }

    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let tree: JSONTree
        let node: Int

        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { tree.names(of: node).compactMap { Key(stringValue: $0) } }

        func contains(_ key: Key) -> Bool { tree.member(key.stringValue, of: node) != nil }

        func decodeNil(forKey key: Key) throws -> Bool { try member(key).isNull }
        func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).bool() }
        func decode(_ type: String.Type, forKey key: Key) throws -> String { try member(key).string() }
        func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try member(key).double() }
        func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try member(key).integer() }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            try Value(from: member(key))
        }

        func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
            guard let member = find(key), !member.isNull else { return nil }
            return try Value(from: member)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try member(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try member(key).unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder {
            guard let member = tree.member("super", of: node) else {
                throw DecodingError.valueNotFound(Any.self, missing("super"))
            }
            return JSONTextDecoder(tree: tree, node: member)
        }

        func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

        private func find(_ key: Key) -> JSONTextDecoder? {
            tree.member(key.stringValue, of: node).map { JSONTextDecoder(tree: tree, node: $0) }
        }

        private func member(_ key: Key) throws -> JSONTextDecoder {
            guard let member = find(key) else {
                throw DecodingError.keyNotFound(key, missing(key.stringValue))
            }
            return member
        }

        private func missing(_ name: String) -> DecodingError.Context {
            .init(
                codingPath: [],
                debugDescription: "No \(name) in the object at byte \(tree.nodes[node].start).")
        }
    }

    private struct Elements: UnkeyedDecodingContainer {
        let tree: JSONTree
        let array: JSONTree.Node
        /// Of the element that comes next.
        var node: Int

        var currentIndex = 0
        var codingPath: [any CodingKey] { [] }
        var count: Int? { array.count }
        var isAtEnd: Bool { currentIndex == array.count }

        init(tree: JSONTree, array: JSONTree.Node, node: Int) {
            (self.tree, self.array, self.node) = (tree, array, node)
        }

        mutating func decodeNil() throws -> Bool {
            guard try element().isNull else { return false }
            goOn()
            return true
        }

        mutating func decode(_ type: String.Type) throws -> String {
            let value = try element().string()
            goOn()
            return value
        }

        mutating func decode(_ type: Int.Type) throws -> Int {
            let value: Int = try element().integer()
            goOn()
            return value
        }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            let value = try Value(from: element())
            goOn()
            return value
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            let container = try element().container(keyedBy: type)
            goOn()
            return container
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            let container = try element().unkeyedContainer()
            goOn()
            return container
        }

        mutating func superDecoder() throws -> any Decoder {
            let decoder = try element()
            goOn()
            return decoder
        }

        private func element() throws -> JSONTextDecoder {
            guard !isAtEnd else {
                throw DecodingError.valueNotFound(
                    Any.self,
                    .init(
                        codingPath: [],
                        debugDescription: "No element \(currentIndex) in the array at byte \(array.start)."))
            }
            return JSONTextDecoder(tree: tree, node: node)
        }

        private mutating func goOn() {
            node = tree.nodes[node].next
            currentIndex += 1
        }
    }

    private struct Single: SingleValueDecodingContainer {
        let decoder: JSONTextDecoder
        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { decoder.isNull }
        func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool() }
        func decode(_ type: String.Type) throws -> String { try decoder.string() }
        func decode(_ type: Double.Type) throws -> Double { try decoder.double() }
        func decode(_ type: Float.Type) throws -> Float { Float(try decoder.double()) }
        func decode(_ type: Int.Type) throws -> Int { try decoder.integer() }
        func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer() }
        func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer() }
        func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer() }
        func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer() }
        func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer() }
        func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer() }
        func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer() }
        func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer() }
        func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer() }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: decoder) }
    }
}
