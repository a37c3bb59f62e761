/// The encoder that values write themselves to: passes everything on to a ``JSONText``.
struct JSONTextEncoder: Encoder {
    let text: JSONText
    /// How many objects and arrays surround the value.
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        text.beginObject(at: depth)
        return KeyedEncodingContainer(Members(text: text, depth: depth))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        text.beginArray(at: depth)
        return Elements(text: text, depth: depth)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        Single(text: text)
    }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let text: JSONText
        let depth: Int
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) {
            begin(key)
            text.write(literal: "null")
        }

        func encode(_ value: String, forKey key: Key) {
            begin(key)
            text.write(value)
        }

        func encode(_ value: Int, forKey key: Key) {
            begin(key)
            text.write(literal: value.description)
        }

        func encode(_ value: Double, forKey key: Key) throws {
            begin(key)
            try text.write(value)
        }

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            begin(key)
            try text.write(value)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            superEncoder(forKey: key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            superEncoder(forKey: key).unkeyedContainer()
        }

        func superEncoder() -> any Encoder {
            text.beginMember("super", at: depth)
            return JSONTextEncoder(text: text, depth: depth + 1)
        }

        func superEncoder(forKey key: Key) -> any Encoder {
            begin(key)
            return JSONTextEncoder(text: text, depth: depth + 1)
        }

        private func begin(_ key: Key) {
            text.beginMember(key.stringValue, at: depth)
        }
    }

    private struct Elements: UnkeyedEncodingContainer {
        let text: JSONText
        let depth: Int
        var count = 0
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil() {
            begin()
            text.write(literal: "null")
        }

        mutating func encode<Value: Encodable>(_ value: Value) throws {
            begin()
            try text.write(value)
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> {
            superEncoder().container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            superEncoder().unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder {
            begin()
            return JSONTextEncoder(text: text, depth: depth + 1)
        }

        private mutating func begin() {
            text.beginElement(at: depth)
            count += 1
        }
    }

    private struct Single: SingleValueEncodingContainer {
        let text: JSONText
        var codingPath: [any CodingKey] { [] }

        func encodeNil() { text.write(literal: "null") }
        func encode(_ value: Bool) { text.write(literal: value.description) }
        func encode(_ value: String) { text.write(value) }
        func encode(_ value: Double) throws { try text.write(value) }
        func encode(_ value: Float) throws { try text.write(Double(value)) }

        func encode<Value: Encodable>(_ value: Value) throws {
            if let number = value as? any BinaryInteger {
                text.write(literal: String(number))
            } else {
                try text.write(value)
            }
        }
    }
}
