/// Writes JSON piece by piece, for what is written so often that the containers of an encoder are felt. Whoever writes
/// sees to it that the pieces make one value.
package struct JSONPieces {
    private var bytes: [UInt8] = []
    /// Whether a member or an element stands before the next one.
    private var follows = false

    package init() { bytes.reserveCapacity(4096) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func beginObject() { begin(UInt8(ascii: "{")) }
    package mutating func endObject() { end(UInt8(ascii: "}")) }
    package mutating func beginArray() { begin(UInt8(ascii: "[")) }
    package mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Begins a member; its value comes next. A name has nothing in it that must be escaped.
    package mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Begins an element; it comes next.
    package mutating func element() { separate() }

    package mutating func write(_ string: String) {
        bytes.append(quoted: string)
        follows = true
    }

    package mutating func write(_ number: Int) { write(literal: number.description) }

    package mutating func write(_ truth: Bool) { write(literal: truth ? "true" : "false") }

    package mutating func write(_ number: Double) {
        precondition(number.isFinite, "a number that JSON cannot hold")
        write(literal: number.description)
    }

    package mutating func member(_ name: StaticString, _ string: String) {
        self.name(name)
        write(string)
    }

    package mutating func member(_ name: StaticString, _ number: Int) {
        self.name(name)
        write(number)
    }

    package mutating func member(_ name: StaticString, _ number: Double) {
        self.name(name)
        write(number)
    }

    package mutating func member(_ name: StaticString, _ truth: Bool) {
        self.name(name)
        write(truth)
    }

    private mutating func write(literal: String) {
        bytes.append(contentsOf: literal.utf8)
        follows = true
    }

    private mutating func begin(_ bracket: UInt8) {
        bytes.append(bracket)
        follows = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        follows = true
    }

    private mutating func separate() {
        if follows { bytes.append(UInt8(ascii: ",")) }
        follows = false
    }
}
