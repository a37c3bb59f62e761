import Interviews
import JSONWriting

/// An answer as logs keep it since ``Format/current``: whose it is and by which request as ever, and all else packed.
///
/// Whatever later versions have to say of an answer stands beside what is packed, as a field of its own.
struct PackedAnswer: Decodable {
    /// Not as it was packed, or with a dictionary that this version does not have.
    struct Unreadable: Error {}

    private var kind = Event.Kind.answered
    private var seat: SeatID
    private var ref: Reference
    /// The number of the dictionary, a colon, and ``AnswerBytes`` packed with it, as ``Z85``.
    private var packed: String

    /// Answers are packed with the latest one, and unpacked with the one that they name.
    private static let latest = "1"
    private static let packers = [latest: Packer(1)].compactMapValues(\.self)

    /// `nil` where it cannot be packed and is kept as JSON.
    init?(_ answer: Event.Answered) {
        guard let packer = Self.packers[Self.latest], let bytes = AnswerBytes.bytes(of: answer),
            let packed = packer.pack(bytes)
        else { return nil }
        (seat, ref) = (answer.seat, answer.ref)
        self.packed = "\(Self.latest):" + Z85.text(of: packed)
    }

    /// As JSON, without the detour by which a value of any kind becomes that.
    var payload: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(packed.utf8.count + 160)
        bytes += #"{"kind":"answered","seat":"#.utf8
        bytes.append(quoted: seat.text)
        bytes += #","ref":"#.utf8
        bytes.append(quoted: ref.text)
        bytes += #","packed":"#.utf8
        bytes.append(quoted: packed)
        bytes += "}".utf8
        return String(decoding: bytes, as: UTF8.self)
    }

    func answer() throws(Unreadable) -> Event.Answered {
        let text = packed.utf8
        guard kind == .answered, let colon = text.firstIndex(of: UInt8(ascii: ":")),
            let packer = Self.packers[String(packed[..<colon])],
            let bytes = Z85.bytes(of: text[text.index(after: colon)...]),
            let unpacked = packer.unpack(bytes),
            let answer = AnswerBytes.answer(unpacked, of: seat, ref: ref)
        else { throw Unreadable() }
        return answer
    }
}
