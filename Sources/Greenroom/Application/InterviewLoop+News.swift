import Interviews
import Transcripts
import WebSockets

/// What other servers did to the log.
extension InterviewLoop {
    func take(_ news: News) {
        switch news {
        case .advanced(let latest): handle(.advanced(latest))
        case .gone(let interviews): handle(.purged(interviews))
        case .whispered(let whisper): handle(.whispered(whisper))
        case .look, .unknown:
            handle(.secondPassed(isDeaf: news == .unknown))
            watch?.tell(.whispered(hub.whisper))
            look()
        // Whose a browser is, the register knows, not the loop.
        case .browsers: break
        }
    }

    /// Asks the log, in one go, how far everything has come that is in memory here: news may be lost.
    private func look() {
        guard let mailbox = loop?.mailbox, let reader = log?.reader, !isLooking else { return }
        let interviews = hub.followed
        guard !interviews.isEmpty else { return }
        isLooking = true
        reader.perform({ store throws(StoreError) in try store.latest(of: interviews) }) {
            mailbox.post(.looked(interviews, $0))
        }
    }

    func looked(_ interviews: [InterviewID], _ result: Result<[InterviewID: Int], StoreError>) {
        isLooking = false
        // Where the log cannot be read, whoever asks something hears so.
        guard case .success(let latest) = result else { return }
        handle(.advanced(latest))
        let gone = interviews.filter { latest[$0] == nil }
        if !gone.isEmpty { handle(.purged(gone)) }
    }
}
