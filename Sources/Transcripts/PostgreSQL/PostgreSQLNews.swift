import Interviews

/// What servers tell one another, gathered until it is sent, and as the payload of a notification:
/// the sender's name, then `interview:number`, `interview:-` where it is gone, `*` for browsers, and who is in rooms.
struct PostgreSQLNews {
    private var latest: [InterviewID: Int] = [:]
    private var gone: Set<InterviewID> = []
    private var hasBrowsers = false
    private var whisper: Whisper?

    /// In bytes; a notification has 7999 at most.
    private static let longest = 7900

    var isEmpty: Bool { latest.isEmpty && gone.isEmpty && !hasBrowsers && whisper == nil }

    mutating func add(_ news: News) {
        switch news {
        case .advanced(let interviews): latest.merge(interviews) { max($0, $1) }
        case .gone(let interviews): gone.formUnion(interviews)
        case .browsers: hasBrowsers = true
        case .whispered(let whisper): self.whisper = whisper
        case .look, .unknown: break
        }
    }

    func payloads(from sender: String) -> [String] {
        var words = latest.filter { !gone.contains($0.key) }.map { "\($0.key.text):\($0.value)" }.sorted()
        words += gone.map { "\($0.text):-" }.sorted()
        if hasBrowsers { words.append("*") }
        words += whisper.map(Self.words) ?? []
        var payloads: [String] = []
        var payload = sender
        for word in words {
            if payload.utf8.count + word.utf8.count >= Self.longest {
                payloads.append(payload)
                payload = sender
            }
            payload += " " + word
        }
        // That nobody is in a room here says too that there is a server.
        return words.isEmpty && whisper == nil ? [] : payloads + [payload]
    }

    /// - Returns: nothing where it is the reader's own, or what a newer version has to tell.
    static func news(in payload: String, to reader: String) -> [News] {
        let words = payload.split(separator: " ")
        guard let sender = words.first, sender != reader else { return [] }
        var (latest, gone, hasBrowsers): ([InterviewID: Int], [InterviewID], Bool) = ([:], [], false)
        var whisper: Whisper = [:]
        for word in words.dropFirst() {
            if word == "*" { hasBrowsers = true }
            if word.contains("=") {
                read(word, into: &whisper)
                continue
            }
            let parts = word.split(separator: ":")
            guard parts.count == 2, let id = InterviewID(String(parts[0])) else { continue }
            if parts[1] == "-" {
                gone.append(id)
            } else if let seq = Int(parts[1], radix: 10) {
                latest[id] = seq
            }
        }
        var news: [News] = latest.isEmpty ? [] : [.advanced(latest)]
        if !gone.isEmpty { news.append(.gone(gone)) }
        if hasBrowsers { news.append(.browsers) }
        if !whisper.isEmpty || words.count == 1 { news.append(.whispered(whisper)) }
        return news
    }
}
