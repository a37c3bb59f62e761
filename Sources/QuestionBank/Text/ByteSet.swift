/// A set of ASCII bytes that is quick to ask.
struct ByteSet {
    private let low: UInt64
    private let high: UInt64

    init(_ text: StaticString) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        text.withUTF8Buffer { buffer in
            for index in 0..<buffer.count {
                let byte = unsafe buffer[index]
                if byte < 64 {
                    low |= 1 << UInt64(byte)
                } else if byte < 128 {
                    high |= 1 << UInt64(byte - 64)
                }
            }
        }
        self.low = low
        self.high = high
    }

    func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        return byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }

    /// Bytes with which markup inside a line may begin.
    static let inlineSigns = ByteSet("`\\*_![<&")
    static let sentenceEnds = ByteSet(".!?")
    static let closings = ByteSet("?.!:")
    static let clauseEnds = ByteSet(".;,?!")
    static let heads = ByteSet(",;:")
    static let table = ByteSet("|-: ")
    static let emphasis = ByteSet("*_.: ")
    static let marks = ByteSet(":.)")
}
