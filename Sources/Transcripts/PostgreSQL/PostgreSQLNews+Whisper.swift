import Interviews

/// In a payload a room is `interview=seat:letter,seat:letter…`; a large one stands in several.
extension PostgreSQLNews {
    private static let seatsInOne = 200

    static func words(of whisper: Whisper) -> [String] {
        whisper.flatMap { id, seats in
            let all = seats.filter { isPlain($0.key.text) }.map { "\($0.key.text):\($0.value.rawValue)" }
                .sorted()
            return stride(from: 0, to: all.count, by: seatsInOne).map { start in
                "\(id.text)=" + all[start..<min(all.count, start + seatsInOne)].joined(separator: ",")
            }
        }.sorted()
    }

    static func read(_ word: Substring, into whisper: inout Whisper) {
        let parts = word.split(separator: "=")
        guard parts.count == 2, let id = InterviewID(String(parts[0])) else { return }
        for seat in parts[1].split(separator: ",") {
            let pair = seat.split(separator: ":")
            guard pair.count == 2, isPlain(pair[0]), let presence = Presence(rawValue: String(pair[1])) else {
                continue
            }
            whisper[id, default: [:]][SeatID(String(pair[0]))] = presence
        }
    }

    private static func isPlain(_ seat: some StringProtocol) -> Bool {
        seat.utf8.count <= 20
            && seat.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) }
    }
}
