/// Writes a value as JSON straight into a text, in the order in which the value names its parts.
///
/// Foundation's encoder builds a tree of dictionaries first, which for an answer with its mark costs more than
/// all the rest of keeping it.
package final class JSONText {
    /// What cannot be said in JSON.
    struct Unsayable: Error {}

    /// One value, so that every step is one access to this object.
    private var buffer = JSONBuffer()

    private init() {}

    package static func of(_ value: some Encodable) throws -> String {
        let text = JSONText()
        try text.write(value)
        return String(decoding: text.buffer.bytes, as: UTF8.self)
    }

    func write<Value: Encodable>(_ value: Value) throws {
        let (depth, start) = buffer.position
        try value.encode(to: JSONTextEncoder(text: self, depth: depth))
        buffer.end(to: depth, start: start)
    }

    func write(_ string: String) { buffer.append(string) }

    func write(_ number: Double) throws {
        guard number.isFinite else { throw Unsayable() }
        buffer.append(literal: number.description)
    }

    /// Writes what is JSON as it stands: a whole number, `true`, `false`, `null`.
    func write(literal: String) { buffer.append(literal: literal) }

    /// Begins the object or array that a value at this depth consists of, or goes on with it.
    func beginObject(at depth: Int) { buffer.begin(.object, at: depth) }
    func beginArray(at depth: Int) { buffer.begin(.array, at: depth) }

    /// Begins a member of the object at this depth; its value comes next.
    func beginMember(_ key: String, at depth: Int) { buffer.beginMember(key, at: depth) }

    /// Begins an element of the array at this depth.
    func beginElement(at depth: Int) { buffer.beginElement(at: depth) }
}
