import Transcripts

extension PageRequest {
    var isAboutBank: Bool {
        switch self {
        case .bank, .question, .example: true
        default: false
        }
    }

    /// The address once more, without a language, from where the page is.
    var here: String {
        let address: String =
            switch self {
            case .transcripts(let query, let typed):
                Address.transcripts(query, typed: typed, page: query.page)
            case .transcript(let interview, let seat, let isForPaper):
                Address.transcript(interview, seat) + (isForPaper ? "?view=print" : "")
            case .room(let interview), .wholeRoom(let interview): Address.room(interview)
            case .export(let interview, let seat, _): Address.transcript(interview, seat)
            case .remarking(let interview, let seat): Address.transcript(interview, seat) + "?view=remark"
            case .comparison(let one, let other): Address.comparison(one, other)
            case .everything: "transcripts"
            case .shared(let secret, let isForPaper, _):
                Address.shared(secret) + (isForPaper ? "?view=print" : "")
            case .shares: "shares"
            case .browsers: "browsers"
            case .topics: "topics"
            case .topic(let id): Address.topic(id)
            case .bank(let query): query.address
            case .question(let id, let isOpen): Address.question(id) + (isOpen ? "?show=answer" : "")
            case .example: "bank/example"
            }
        return String(repeating: "../", count: depth) + address
    }
}
